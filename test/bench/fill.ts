import { randomUUID } from 'node:crypto';
import type { Cloud } from '../../cloudfunctions/cloud.ts';
import type { StateDoc } from '../../cloudfunctions/commit.ts';
import type { Doc } from '../../cloudfunctions/store.ts';
import { send } from '../../local/journey/caller.ts';
import { demoPeople } from '../../local/office/people.ts';
import { submission } from './workshop.ts';

const resident = 'resident-zhuoma';
const owners = demoPeople.filter((person) => person.kind === 'resident').map((person) => person.id);
/** Documents of so many appeals are one transaction. */
const batch = 250;
const second = 1000;

/** One appeal through the door, and then its documents again and again under other ids and owners, a second apart. */
export async function fill(cloud: Cloud, amount: number): Promise<readonly string[]> {
  const { store } = cloud;
  const model = randomUUID();
  await send(cloud, resident, { process: 'appeal', id: model, command: submission(0) });
  const state = await store.get<StateDoc>('appeal', model);
  const event = await store.get<Doc>('event', `appeal.${model}.1`);
  const [notice] = await store.find<Doc>({
    collection: 'inbox',
    where: { to: 'role:coordinator' },
    orderBy: { field: 'at', direction: 'desc' },
    limit: 1,
  });
  if (!state || !event || !notice) throw new Error('the model appeal was not stored');
  const copies = (id: string, place: number): [string, Doc][] => {
    const owner = owners[place % owners.length] ?? resident;
    const at = Number(state.at) - place * second;
    const due = Number(state.wakeAt) - place * second;
    const own = { ...state.state, id, owner };
    return [
      ['appeal', { ...state, _id: id, owner, at, sortAt: due, wakeAt: due, state: own }],
      ['event', { ...event, _id: `appeal.${id}.1`, stream: `appeal.${id}` }],
      ['inbox', { ...notice, _id: `n${id}`, id, at }],
    ];
  };
  const ids = Array.from({ length: amount }, () => randomUUID());
  for (let from = 0; from < amount; from += batch) {
    const some = ids.slice(from, from + batch).flatMap((id, n) => copies(id, from + n));
    await store.transact(async (tx) => {
      for (const [collection, doc] of some) await tx.create(collection, doc);
    });
  }
  return ids;
}
