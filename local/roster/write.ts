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
  const byPhone = new Map(there.map((doc) => [String(doc.phone), doc._id]));
  const docs = people.map(({ id, ...person }) => {
    const _id = id ?? byPhone.get(person.phone) ?? pendingId(person.phone);
    return { _id, id: _id, ...person };
  });
  const kept = new Set(docs.map(({ _id }) => _id));
  const moved = docs.flatMap(({ _id, phone }) => {
    const before = byPhone.get(phone);
    return before === undefined || before === _id ? [] : [before];
  });
  const gone = replace ? there.map(({ _id }) => _id).filter((id) => !kept.has(id)) : moved;
  const staying = there.filter(({ _id }) => !gone.includes(_id) && !kept.has(_id));
  const all = withActing([...staying, ...docs] as readonly PersonDoc[]);
  const acts = new Map(there.map(({ _id, acting }) => [_id, acting]));
  await store.transact(async (tx) => {
    for (const id of gone) await tx.remove('person', id);
    for (const doc of all)
      if (kept.has(doc._id) || acts.get(doc._id) !== doc.acting) await tx.put('person', doc);
  });
  const before = new Set(there.map(({ _id }) => _id));
  const added = docs.filter(({ _id }) => !before.has(_id)).length;
  const pending = docs.filter(({ _id, phone }) => _id === pendingId(phone)).length;
  const acting = [...new Set(all.flatMap(({ acting, unit }) => (acting && unit) ?? []))];
  return { added, changed: docs.length - added, removed: gone.length, pending, acting };
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

async function wholeRoster(store: Store): Promise<Doc[]> {
  const all: Doc[] = [];
  for (let more = true; more; ) {
    const last = all.at(-1);
    const after = last && { after: { value: null, id: last._id } };
    const found = await store.find<Doc>({ collection: 'person', where: {}, limit: 500, ...after });
    all.push(...found);
    more = found.length === 500;
  }
  return all;
}
