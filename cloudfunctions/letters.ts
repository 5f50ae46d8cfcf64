import type { DeadLetter, Page, Queries } from '../domain/contract.ts';
import { Refusal } from '../domain/kernel/refusal.ts';
import type { Cloud } from './cloud.ts';
import { deliver } from './deliver.ts';
import { type EventDoc, lease } from './outbox.ts';
import { type Asking, mustBe, pageSize } from './queries/asking.ts';

/** Errands that were put aside after too many attempts, the latest first. Says of each what it was, not what it said. */
export async function deadLetters(
  asking: Asking,
  { after }: Queries['deadLetters']['input'],
): Promise<Page<DeadLetter>> {
  mustBe(asking, 'coordinator', 'streetLeader');
  const docs = await asking.cloud.store.find<EventDoc>({
    collection: 'event',
    where: { deadAt: { gt: 0 } },
    orderBy: { field: 'deadAt', direction: 'desc' },
    limit: pageSize,
    ...(after && { after }),
  });
  const last = docs.at(-1);
  return {
    items: docs.map(letterOf),
    ...(docs.length === pageSize && last && { next: { value: last.deadAt ?? 0, id: last._id } }),
  };
}

function letterOf({ _id, process, event, deadAt, attempts, errands }: EventDoc): DeadLetter {
  const to = errands.map((errand) => errand.process);
  return { _id, process, kind: event.fact.type, to, at: event.at, deadAt: deadAt ?? 0, attempts };
}

/** Runs an errand that was put aside once more; what it does it does once, however often it is tried. */
export async function tryAgain(asking: Asking, id: string): Promise<{ readonly done: boolean }> {
  mustBe(asking, 'coordinator', 'streetLeader');
  const { cloud } = asking;
  const event = await revive(cloud, id);
  await deliver(cloud, [event]);
  const after = await cloud.store.get<EventDoc>('event', id);
  return { done: after?.pendingAt === null };
}

/** Back among what is to be run, as if it had not been tried yet. */
async function revive(cloud: Cloud, id: string): Promise<EventDoc> {
  return cloud.store.transact(async (tx) => {
    const doc = await tx.get<EventDoc>('event', id);
    if (!doc?.deadAt) throw new Refusal('not-found', '没有找到，可能已经有人再试过了');
    const revived = { ...doc, pendingAt: cloud.now() + lease, deadAt: null, attempts: 1 };
    await tx.put('event', revived);
    return revived;
  });
}
