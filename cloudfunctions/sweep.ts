import { registry } from '../domain/registry.ts';
import type { Cloud } from './cloud.ts';
import { tick } from './commit.ts';
import { claim, deliver } from './deliver.ts';
import type { Doc } from './store.ts';

export interface Swept {
  readonly clocks: number;
  readonly errands: number;
}

const page = 100;

/**
 * The hand of the clock: puts missed deadlines on the record and runs errands left behind. May be called at any
 * time, twice, late or by several at once; each deadline is marked once. Stops after `budget` ms.
 */
export async function sweep(cloud: Cloud, budget = 40_000): Promise<Swept> {
  const end = Date.now() + budget;
  let clocks = 0;
  for (const process of Object.keys(registry)) {
    for (
      let due = await overdue(cloud, process);
      due.length > 0 && Date.now() < end;
      due = await overdue(cloud, process)
    ) {
      for (const { _id } of due) await deliver(cloud, (await tick(cloud, process, _id)).pending);
      clocks += due.length;
    }
  }
  return { clocks, errands: await errands(cloud, end) };
}

function overdue(cloud: Cloud, collection: string): Promise<Doc[]> {
  const where = { wakeAt: { lte: cloud.now() } };
  return cloud.store.find({ collection, where, orderBy: { field: 'wakeAt', direction: 'asc' }, limit: page });
}

async function errands(cloud: Cloud, end: number): Promise<number> {
  let done = 0;
  for (;;) {
    const where = { pendingAt: { lte: cloud.now() } };
    const orderBy = { field: 'pendingAt', direction: 'asc' } as const;
    const left = await cloud.store.find({ collection: 'event', where, orderBy, limit: page });
    if (left.length === 0 || Date.now() >= end) return done;
    for (const { _id } of left) {
      const event = await claim(cloud, _id);
      if (event) await deliver(cloud, [event]);
      done += 1;
    }
  }
}
