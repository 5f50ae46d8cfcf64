import { tallied, tallyOf } from '../domain/figures/index.ts';
import { increments, type Tally } from '../domain/figures/tally.ts';
import type { Office } from '../domain/office/office.ts';
import type { Cloud } from './cloud.ts';
import type { StateDoc } from './commit.ts';
import { Rollups } from './rollups.ts';
import type { Transaction } from './store.ts';

/** What a stored state carries for the figures: how it has been counted, and since when that is no longer so. */
export interface Tallied {
  readonly tally?: Tally | undefined;
  /** Null: counted as it stands. */
  readonly tallyAt?: number | null;
}

/** What a commit writes with the state: it is to be counted anew. Costs no call of its own. */
export function uncounted(process: string, doc: Tallied | undefined, now: number): Tallied {
  if (!tallied.includes(process)) return {};
  return { ...(doc?.tally && { tally: doc.tally }), tallyAt: doc?.tallyAt ?? now };
}

/** States counted in one transaction: few enough that it stays short where each document is a call. */
const batch = 25;

/**
 * Brings the roll-ups up to date with the states that changed. How a state has been counted is written with it in
 * the same transaction as the roll-ups: so each change counts once, in order, whoever runs this, how often, and
 * wherever it is cut off. What cannot be counted is logged and passed over. Stops at `end`, in ms of the machine.
 */
export async function project(cloud: Cloud, end: number): Promise<number> {
  let done = 0;
  for (const process of tallied) {
    for (let last: StateDoc | undefined, more = true; more && Date.now() < end; ) {
      const docs = await pending(cloud, process, last);
      done += await counted(
        cloud,
        process,
        docs.map(({ _id }) => _id),
      );
      last = docs.at(-1);
      more = docs.length === batch;
    }
  }
  return done;
}

async function pending(cloud: Cloud, process: string, last: StateDoc | undefined): Promise<StateDoc[]> {
  return cloud.store.find<StateDoc>({
    collection: process,
    where: { tallyAt: { lte: cloud.now() } },
    orderBy: { field: 'tallyAt', direction: 'asc' },
    limit: batch,
    ...(last && { after: { value: last.tallyAt ?? 0, id: last._id } }),
  });
}

/** All together, or one by one where one of them cannot be. */
async function counted(cloud: Cloud, process: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  try {
    return await count(cloud, process, ids);
  } catch (error) {
    if (ids.length > 1) {
      let done = 0;
      for (const id of ids) done += await counted(cloud, process, [id]);
      return done;
    }
    cloud.log({ commandId: `${process}.${ids[0]}`, error });
    return 0;
  }
}

async function count(cloud: Cloud, process: string, ids: readonly string[]): Promise<number> {
  const office = await cloud.office();
  return cloud.store.transact(async (tx) => {
    const rollups = new Rollups(tx);
    let done = 0;
    for (const id of ids) done += await countOne({ tx, rollups, office }, process, id);
    await rollups.write();
    return done;
  });
}

interface Work {
  readonly tx: Transaction;
  readonly rollups: Rollups;
  readonly office: Office;
}

async function countOne({ tx, rollups, office }: Work, process: string, id: string): Promise<0 | 1> {
  const doc = await tx.get<StateDoc>(process, id);
  if (!doc || doc.tallyAt === null) return 0;
  const { tally: before, ...rest } = doc;
  const after = tallyOf(process, doc.state, office);
  for (const increment of increments(before, after)) await rollups.add(increment);
  if (!sameReply(before, after)) {
    if (before) await rollups.mark(before, -1);
    if (after) await rollups.mark(after, 1);
  }
  await tx.put(process, { ...rest, ...(after && { tally: after }), tallyAt: null });
  return 1;
}

function sameReply(one: Tally | undefined, other: Tally | undefined): boolean {
  return one?.reply === other?.reply && one?.month === other?.month && one?.cells.unit === other?.cells.unit;
}
