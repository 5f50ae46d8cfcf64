import type { Doc, Store } from '../../cloudfunctions/store.ts';
import type { Office } from '../../domain/office/office.ts';
import type { Person } from '../../domain/office/person.ts';

const id = 'office';
/** How long an office once read is good for, in ms: it changes a few times a year. */
const fresh = 30_000;

/** The office of this store, read again every half minute. */
export function officeOf(store: Store): () => Promise<Office> {
  let kept: { readonly office: Office; readonly at: number } | undefined;
  return async () => {
    if (kept && Date.now() - kept.at < fresh) return kept.office;
    const doc = await store.get<Doc & { office: Office }>('office', id);
    if (!doc) throw new Error('no office in this store');
    kept = { office: doc.office, at: Date.now() };
    return kept.office;
  };
}

/** Puts the office and its roster into a store that has none; `false` when one is there already. */
export async function furnish(store: Store, office: Office, people: readonly Person[]): Promise<boolean> {
  return store.transact(async (tx) => {
    if (await tx.get('office', id)) return false;
    await tx.put('office', { _id: id, office });
    for (const person of people) await tx.put('person', { _id: person.id, ...person });
    return true;
  });
}
