import { registry } from '../domain/registry.ts';
import { inspect } from './checks/inspect.ts';
import type { Cloud } from './cloud.ts';
import { tick } from './commit.ts';
import { claim, deliver } from './deliver.ts';
import { project } from './project.ts';
import { dispatchByItself } from './router/automatic.ts';
import { remember } from './router/mind.ts';
import { retrain } from './router/retrain.ts';
import type { Doc, Store } from './store.ts';
import { tell } from './tell/tell.ts';

export interface Swept {
  readonly clocks: number;
  readonly errands: number;
  /** States counted anew in the figures. */
  readonly figures: number;
  /** Texts and pictures WeChat was asked to look at. */
  readonly checks: number;
  /** Messages sent by WeChat. */
  readonly messages: number;
}

const page = 100;
/** Time that must be left to learn all again, in ms. */
const learning = 20_000;
/** Nor is it looked for more often than this, in ms. */
const pause = 600_000;
/** So many at a time: others want to be served meanwhile. */
const atOnce = 4;

/**
 * The hand of the clock: puts missed deadlines on the record, runs errands left behind, brings the figures up to
 * date, has contents checked and tells people. May be called at any time, twice, late or by several at once; each
 * deadline is marked once. What fails is logged and passed over, so that it holds up nobody else. Stops after
 * `budget` ms.
 */
export async function sweep(cloud: Cloud, budget = 40_000): Promise<Swept> {
  const end = Date.now() + budget;
  let clocks = 0;
  for (const [process, { deadlines }] of Object.entries(registry)) {
    if (!deadlines) continue;
    clocks += await each(cloud, { collection: process, field: 'wakeAt', end }, async (id) => {
      await deliver(cloud, (await tick(cloud, process, id)).pending);
    });
  }
  const errands = await runErrands(cloud, end);
  const figures = await project(cloud, end);
  if (Date.now() < end) await tried(cloud, 'by-itself', () => dispatchByItself(cloud));
  if (Date.now() < end - learning) await tried(cloud, 'learn', () => learnAgain(cloud));
  const checks = await inspect(cloud, end);
  return { clocks, errands, figures, checks, messages: await tell(cloud, end) };
}

/** As much of the sweep as somebody waits for: errands left behind, and telling people. Few calls where there is nothing. */
export async function hurry(cloud: Cloud, budget = 40_000): Promise<Swept> {
  const end = Date.now() + budget;
  const errands = await runErrands(cloud, end);
  return { clocks: 0, errands, figures: 0, checks: 0, messages: await tell(cloud, end) };
}

async function runErrands(cloud: Cloud, end: number): Promise<number> {
  return each(cloud, { collection: 'event', field: 'pendingAt', end }, async (id) => {
    const event = await claim(cloud, id);
    if (event) await deliver(cloud, [event]);
  });
}

/** When each store was last looked at for something to learn, by its own clock. */
const looked = new WeakMap<Store, number>();

async function learnAgain(cloud: Cloud): Promise<void> {
  const last = looked.get(cloud.store);
  if (last !== undefined && cloud.now() >= last && cloud.now() < last + pause) return;
  looked.set(cloud.store, cloud.now());
  const kept = await retrain(cloud);
  if (kept) remember(cloud.store, kept);
}

interface Due {
  readonly collection: string;
  /** The moment from which a document is due. */
  readonly field: string;
  readonly end: number;
}

/** Does the work once for each document that is due now; gives how many went well. */
async function each(cloud: Cloud, due: Due, work: (id: string) => Promise<void>): Promise<number> {
  const { collection, field, end } = due;
  const where = { [field]: { lte: cloud.now() } };
  const orderBy = { field, direction: 'asc' } as const;
  let done = 0;
  for (let last: Doc | undefined, more = true; more; ) {
    const after = last && { after: { value: last[field] as number, id: last._id } };
    const docs = await cloud.store.find({ collection, where, orderBy, limit: page, ...after });
    const left = docs.values();
    const some = async () => {
      for (const { _id } of left) {
        if (Date.now() >= end) return;
        const well = await tried(cloud, _id, work);
        done += well;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, some));
    last = docs.at(-1);
    more = docs.length === page && Date.now() < end;
  }
  return done;
}

async function tried(cloud: Cloud, id: string, work: (id: string) => Promise<unknown>): Promise<0 | 1> {
  try {
    await work(id);
    return 1;
  } catch (error) {
    cloud.log({ commandId: id, error });
    return 0;
  }
}
