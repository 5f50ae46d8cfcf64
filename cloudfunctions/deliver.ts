import { Refusal } from '../domain/kernel/refusal.ts';
import type { Cloud } from './cloud.ts';
import { type Beside, commit } from './commit.ts';
import { asideNotice, type EventDoc, laterOf, lease } from './outbox.ts';

const mostAttempts = 20;
const hour = 3_600_000;

/**
 * Runs the errands of events, and those their commits bring in turn. Each is done once: its command id is
 * the event's. What fails is left to the sweep, later and later, and after 20 attempts to a person; never
 * does it fail the caller, whose own commit is done.
 */
export async function deliver(cloud: Cloud, events: readonly EventDoc[]): Promise<void> {
  const queue = [...events];
  for (let event = queue.shift(); event; event = queue.shift()) queue.push(...(await attempt(cloud, event)));
}

async function attempt(cloud: Cloud, event: EventDoc): Promise<EventDoc[]> {
  try {
    return await run(cloud, event);
  } catch (error) {
    cloud.log({ commandId: event._id, error });
    await settle(cloud, event, later(event, cloud.now())).catch(() => undefined);
    return [];
  }
}

/**
 * An errand that is refused has nothing left to do: what it asks for is done, or no longer asked for. The last
 * one says in its own transaction that all are done; whoever ran them meanwhile can have said nothing else.
 */
async function run(cloud: Cloud, event: EventDoc): Promise<EventDoc[]> {
  const actor = { id: event.event.by.id, roles: ['system'] as const };
  const orders = laterOf(event).map(({ errand, commandId }) => ({ ...errand, commandId, actor }));
  const done: Beside = (tx) => tx.put('event', { ...event, pendingAt: null });
  const more: EventDoc[] = [];
  for (const order of orders) {
    const last = order === orders.at(-1);
    try {
      more.push(...(await commit(cloud, order, last ? done : undefined)).pending);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (last) await settle(cloud, event, null);
    }
  }
  return more;
}

/** Twice as long each time, up to an hour, give or take a half. */
function later({ attempts }: EventDoc, now: number): number {
  return now + Math.min(1000 * 2 ** attempts, hour) * (0.5 + Math.random());
}

/** Says when the errands are next to be run, unless they have all been run meanwhile. */
async function settle(cloud: Cloud, { _id }: EventDoc, pendingAt: number | null): Promise<void> {
  await cloud.store.transact(async (tx) => {
    const doc = await tx.get<EventDoc>('event', _id);
    if (doc && doc.pendingAt !== null) await tx.put('event', { ...doc, pendingAt });
  });
}

/**
 * Takes an event nobody has delivered in time; `undefined` when somebody else was faster, or when it has been
 * taken so often that it is put aside. The attempt counts from here, so that one that ends the process counts too.
 */
export async function claim(cloud: Cloud, id: string): Promise<EventDoc | undefined> {
  const office = await cloud.office();
  const claimed = await cloud.store.transact(async (tx) => {
    const now = cloud.now();
    const doc = await tx.get<EventDoc>('event', id);
    if (!doc || doc.pendingAt === null || doc.pendingAt > now) return undefined;
    const dead = doc.attempts >= mostAttempts;
    const taken = dead
      ? { ...doc, pendingAt: null, deadAt: now }
      : { ...doc, pendingAt: now + lease, attempts: doc.attempts + 1 };
    await tx.put('event', taken);
    if (dead) await tx.put('inbox', asideNotice(doc, now, office));
    return taken;
  });
  if (claimed?.deadAt == null) return claimed;
  cloud.log({ commandId: id, error: new Error(`put aside after ${mostAttempts} attempts`) });
  return undefined;
}
