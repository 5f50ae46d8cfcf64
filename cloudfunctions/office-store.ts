import type { Office } from '../domain/office/office.ts';
import type { Doc, Store } from './store.ts';

/** The id under which a store keeps its office. */
export const officeId = 'office';
/** How long an office once read is good for, in ms: it changes a few times a year. */
const fresh = 30_000;

/** The office of this store, read again every half minute. */
export function officeOf(store: Store): () => Promise<Office> {
  let kept: { readonly office: Office; readonly at: number } | undefined;
  return async () => {
    if (kept && Date.now() - kept.at < fresh) return kept.office;
    const doc = await store.get<Doc & { office: Office }>('office', officeId);
    if (!doc) throw new Error('no office in this store');
    kept = { office: doc.office, at: Date.now() };
    return kept.office;
  };
}
