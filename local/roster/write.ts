import { pendingId } from '../../cloudfunctions/people.ts';
import type { Doc, Store } from '../../cloudfunctions/store.ts';
import { type Person, withActing } from '../../domain/office/person.ts';
import type { Listed } from './people.ts';

type PersonDoc = Person & Doc;

/** How many are new, changed and gone, and how many have not yet proved their phone; the units led by who stands in. */
export interface Written {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly pending: number;
  readonly acting: readonly string[];
}

/**
 * Puts a list of people into the roster. Who is there already by his phone stays bound to his WeChat; who is new waits
 * under his phone until he proves it. `replace`: who is not on the list is off the roster.
 */
export async function writeRoster(
  store: Store,
  people: readonly Listed[],
  replace: boolean,
): Promise<Written> {
  const there = await wholeRoster(store);
  const { gone, listed, others, acting } = planOf(there, people, replace);
  await store.transact(async (tx) => {
    for (const id of gone) await tx.remove('person', id);
    for (const doc of listed) await tx.put('person', doc);
    // Whoever has proved his phone since is there under another id.
    for (const doc of others) if (await tx.get('person', doc._id)) await tx.put('person', doc);
  });
  const before = new Set(there.map(({ _id }) => _id));
  const added = listed.filter(({ _id }) => !before.has(_id)).length;
  const pending = listed.filter(({ _id, phone }) => _id === pendingId(phone ?? '')).length;
  return { added, changed: listed.length - added, removed: gone.length, pending, acting };
}

/** Who goes, who is written as listed, who beside them acts for his unit from now on or no longer does. */
function planOf(there: readonly PersonDoc[], people: readonly Listed[], replace: boolean) {
  const byPhone = new Map(there.map(({ _id, phone }) => [phone, _id]));
  const docs = people.map(({ id, ...person }): PersonDoc => {
    const _id = id ?? byPhone.get(person.phone) ?? pendingId(person.phone);
    return { _id, id: _id, ...person };
  });
  const kept = new Set(docs.map(({ _id }) => _id));
  const phones = new Set(docs.map(({ phone }) => phone));
  const goes = ({ _id, phone }: PersonDoc) => !kept.has(_id) && (replace || phones.has(phone));
  const staying = there.filter((doc) => !kept.has(doc._id) && !goes(doc));
  const all = withActing([...staying, ...docs]);
  const acted = new Map(there.map(({ _id, acting }) => [_id, acting]));
  return {
    gone: there.filter(goes).map(({ _id }) => _id),
    listed: all.filter(({ _id }) => kept.has(_id)),
    others: all.filter(({ _id, acting }) => !kept.has(_id) && acted.get(_id) !== acting),
    acting: [...new Set(all.flatMap(({ acting, unit }) => (acting && unit) ?? []))],
  };
}

/** Lets somebody prove his phone anew, with another WeChat; `false` when nobody has this phone. */
export async function unbind(store: Store, phone: string): Promise<boolean> {
  const found = (await wholeRoster(store)).find((doc) => doc.phone === phone);
  if (!found) return false;
  const _id = pendingId(phone);
  await store.transact(async (tx) => {
    await tx.remove('person', found._id);
    await tx.put('person', { ...found, _id, id: _id });
  });
  return true;
}

async function wholeRoster(store: Store): Promise<PersonDoc[]> {
  const all: PersonDoc[] = [];
  for (let more = true; more; ) {
    const last = all.at(-1);
    const after = last && { after: { value: null, id: last._id } };
    const found = await store.find<PersonDoc>({ collection: 'person', where: {}, limit: 500, ...after });
    all.push(...found);
    more = found.length === 500;
  }
  return all;
}
