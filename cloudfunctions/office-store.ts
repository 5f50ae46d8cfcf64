import { defaultRules } from '../domain/office/defaults.ts';
import type { Office } from '../domain/office/office.ts';
import type { Doc, Store } from './store.ts';

/** The id under which a store keeps its office. */
export const officeId = 'office';
/** How long an office once read is good for, in ms: it changes a few times a year. */
const fresh = 30_000;

/** The office of this store, read again every half minute; a rule it has not set yet is as it was first. */
export function officeOf(store: Store): () => Promise<Office> {
  let kept: { readonly office: Office; readonly at: number } | undefined;
  return async () => {
    if (kept && Date.now() - kept.at < fresh) return kept.office;
    const doc = await store.get<Doc & { office: Office }>('office', officeId);
    if (!doc) throw new Error('no office in this store');
    const { office } = doc;
    kept = { office: { ...office, rules: { ...defaultRules, ...office.rules } }, at: Date.now() };
    return kept.office;
  };
}
