import { officeId } from '../../cloudfunctions/office-store.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import type { Office } from '../../domain/office/office.ts';
import { type Person, withActing } from '../../domain/office/person.ts';

export { officeOf } from '../../cloudfunctions/office-store.ts';

/** Puts the office and its roster into a store that has none; `false` when one is there already. */
export async function furnish(store: Store, office: Office, people: readonly Person[]): Promise<boolean> {
  return store.transact(async (tx) => {
    if (await tx.get('office', officeId)) return false;
    await tx.put('office', { _id: officeId, office });
    for (const person of withActing(people)) await tx.put('person', { _id: person.id, ...person });
    return true;
  });
}
