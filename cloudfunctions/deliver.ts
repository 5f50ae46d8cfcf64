import { Refusal } from '../domain/kernel/refusal.ts';
import type { Cloud } from './cloud.ts';
import { commit, type EventDoc, lease } from './commit.ts';

const mostAttempts = 20;
const hour = 3_600_000;

/**
 * Runs the errands of events, and those their commits bring in turn. Each is done once: its command id is
 * the event's. What fails is left to the sweep, later and later, and after 20 attempts to a person.
 */
export async function deliver(cloud: Cloud, events: readonly EventDoc[]): Promise<void> {
  const queue = [...events];
  for (let event = queue.shift(); event; event = queue.shift()) {
    try {
      queue.push(...(await run(cloud, event)));
      await settle(cloud, event, { pendingAt: null });
    } catch (error) {
      cloud.log({ commandId: event._id, error });
      await settle(cloud, event, retry(event, cloud.now()));
    }
  }
}

async function run(cloud: Cloud, event: EventDoc): Promise<EventDoc[]> {
  const more: EventDoc[] = [];
  for (const [place, errand] of event.errands.entries()) {
    const actor = { id: event.event.by.id, roles: ['system'] as const };
    try {
      const { pending } = await commit(cloud, { ...errand, commandId: `${event._id}.e${place}`, actor });
      more.push(...pending);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return more;
}

function retry({ attempts }: EventDoc, now: number): Partial<EventDoc> {
  if (attempts + 1 >= mostAttempts) return { pendingAt: null, deadAt: now };
  const wait = Math.min(1000 * 2 ** attempts, hour);
  return { pendingAt: now + wait * (0.5 + Math.random()), attempts: attempts + 1 };
}

async function settle(cloud: Cloud, { _id }: EventDoc, change: Partial<EventDoc>): Promise<void> {
  await cloud.store.transact(async (tx) => {
    const doc = await tx.get<EventDoc>('event', _id);
    if (doc) await tx.put('event', { ...doc, ...change });
  });
}

/** Takes an event nobody has delivered in time; `undefined` when somebody else was faster. */
export async function claim(cloud: Cloud, id: string): Promise<EventDoc | undefined> {
  return cloud.store.transact(async (tx) => {
    const doc = await tx.get<EventDoc>('event', id);
    if (!doc || doc.pendingAt === null || doc.pendingAt > cloud.now()) return undefined;
    const claimed = { ...doc, pendingAt: cloud.now() + lease };
    await tx.put('event', claimed);
    return claimed;
  });
}
