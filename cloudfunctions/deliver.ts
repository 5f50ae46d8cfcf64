import { Refusal } from '../domain/kernel/refusal.ts';
import type { Cloud } from './cloud.ts';
import { commit } from './commit.ts';
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
    const more = await run(cloud, event);
    await settle(cloud, event, null);
    return more;
  } catch (error) {
    cloud.log({ commandId: event._id, error });
    await settle(cloud, event, later(event, cloud.now())).catch(() => undefined);
    return [];
  }
}

/** An errand that is refused has nothing left to do: what it asks for is done, or no longer asked for. */
async function run(cloud: Cloud, event: EventDoc): Promise<EventDoc[]> {
  const actor = { id: event.event.by.id, roles: ['system'] as const };
  const more: EventDoc[] = [];
  for (const { errand, commandId } of laterOf(event)) {
    try {
      more.push(...(await commit(cloud, { ...errand, commandId, actor })).pending);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
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
