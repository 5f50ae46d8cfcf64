import { officeId } from '../../cloudfunctions/office-store.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import type { Office } from '../../domain/office/office.ts';
import type { Person } from '../../domain/office/person.ts';

export { officeOf } from '../../cloudfunctions/office-store.ts';

/** Puts the office and its roster into a store. */
export async function furnish(store: Store, office: Office, people: readonly Person[]): Promise<void> {
  await store.transact(async (tx) => {
    await tx.put('office', { _id: officeId, office });
    for (const person of people) await tx.put('person', { _id: person.id, ...person });
  });
}
