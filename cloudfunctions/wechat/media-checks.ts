import type { Doc, Store } from '../store.ts';
import type { Verdict } from './port.ts';
import type { MediaVerdict } from './push.ts';

/** Which picture WeChat was asked to look at, for which appeal, and how often by now. */
export interface Asked {
  readonly file: string;
  readonly appeal: string;
  readonly asked: number;
}

/** A picture WeChat was asked to look at; until it has answered only its owner and who handles it see it. */
export interface MediaCheck extends Doc, Asked {
  readonly verdict: 'pending' | Verdict;
  /** When it was asked, epoch ms. */
  readonly at: number;
}

const collection = 'mediaCheck';

/** Remembers which picture a trace stands for; a trace that is known already stays as it is. */
export async function expectVerdict(store: Store, trace: string, asked: Asked, at: number): Promise<void> {
  await store.transact(async (tx) => {
    if (await tx.get(collection, trace)) return;
    await tx.put(collection, { _id: trace, ...asked, verdict: 'pending', at });
  });
}

/** The check a trace stands for, while its verdict is waited for. */
export async function awaited(store: Store, trace: string): Promise<MediaCheck | undefined> {
  const check = await store.get<MediaCheck>(collection, trace);
  return check?.verdict === 'pending' ? check : undefined;
}

/** Checks that nobody has answered since then, the oldest first. Epoch ms. */
export async function unanswered(store: Store, since: number, limit: number): Promise<MediaCheck[]> {
  return store.find<MediaCheck>({
    collection,
    where: { verdict: 'pending', at: { lte: since } },
    orderBy: { field: 'at', direction: 'asc' },
    limit,
  });
}

/**
 * Writes a verdict down, the first one for good: WeChat pushes the same thing again and again. Gives the check
 * when this was the one that settled it; `undefined` for an unknown trace and for one settled before.
 */
export async function settleVerdict(
  store: Store,
  { trace, verdict }: MediaVerdict,
): Promise<MediaCheck | undefined> {
  return store.transact(async (tx) => {
    const check = await tx.get<MediaCheck>(collection, trace);
    if (check?.verdict !== 'pending') return undefined;
    const settled = { ...check, verdict };
    await tx.put(collection, settled);
    return settled;
  });
}

export async function forgetCheck(store: Store, trace: string): Promise<void> {
  await store.transact((tx) => tx.remove(collection, trace));
}
