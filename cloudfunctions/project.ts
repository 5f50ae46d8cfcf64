import { tallied, talliesOf } from '../domain/figures/index.ts';
import { increments, type Tally } from '../domain/figures/tally.ts';
import type { Office } from '../domain/office/office.ts';
import type { Cloud } from './cloud.ts';
import type { StateDoc } from './commit.ts';
import { Rollups } from './rollups.ts';
import type { Transaction } from './store.ts';

/** What a stored state carries for the figures: how it has been counted, and since when that is no longer so. */
export interface Tallied {
  readonly tallies?: readonly Tally[] | undefined;
  /** Null: counted as it stands. */
  readonly tallyAt?: number | null;
}

/** What a commit writes with the state: it is to be counted anew. Costs no call of its own. */
export function uncounted(process: string, doc: Tallied | undefined, now: number): Tallied {
  if (!tallied.includes(process)) return {};
  return { ...(doc?.tallies && { tallies: doc.tallies }), tallyAt: doc?.tallyAt ?? now };
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
  const { tallies: before = [], ...rest } = doc;
  const after = talliesOf(process, doc.state, office);
  for (const increment of increments(before, after)) await rollups.add(increment);
  const [old, now] = [before.map(replyOf), after.map(replyOf)];
  for (const tally of before) if (!now.includes(replyOf(tally))) await rollups.mark(tally, -1);
  for (const tally of after) if (!old.includes(replyOf(tally))) await rollups.mark(tally, 1);
  await tx.put(process, { ...rest, tallies: after, tallyAt: null });
  return 1;
}

function replyOf({ month, cells, reply }: Tally): string {
  return `${month} ${cells.unit} ${reply}`;
}
