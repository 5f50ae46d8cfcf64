import type { Doc, Store } from '../store.ts';
import type { Verdict } from './port.ts';
import type { MediaVerdict } from './push.ts';

/** A picture WeChat was asked to look at; until it has answered only its owner and who handles it see it. */
export interface MediaCheck extends Doc {
  readonly file: string;
  readonly verdict: 'pending' | Verdict;
  /** When it was asked, epoch ms. */
  readonly at: number;
}

const collection = 'mediaCheck';

/** Remembers which picture a trace stands for; a trace that is known already stays as it is. */
export async function expectVerdict(store: Store, trace: string, file: string, at: number): Promise<void> {
  await store.transact(async (tx) => {
    if (await tx.get(collection, trace)) return;
    await tx.put(collection, { _id: trace, file, verdict: 'pending', at });
  });
}

/**
 * Writes a verdict down, the first one for good: WeChat pushes the same thing again and again. Gives the picture
 * when this was the one that settled it; `undefined` for an unknown trace and for one settled before.
 */
export async function settleVerdict(
  store: Store,
  { trace, verdict }: MediaVerdict,
): Promise<{ readonly file: string; readonly verdict: Verdict } | undefined> {
  return store.transact(async (tx) => {
    const check = await tx.get<MediaCheck>(collection, trace);
    if (check?.verdict !== 'pending') return undefined;
    await tx.put(collection, { ...check, verdict });
    return { file: check.file, verdict };
  });
}
