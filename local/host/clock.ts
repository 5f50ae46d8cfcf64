import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../cloudfunctions/store.ts';

/** A clock that can be moved for training and demonstration. Epoch ms; the offset survives a restart. */
export interface MovableClock {
  now(): number;
  offset(): number;
  /** On a shared store it resolves once every other host has had the time to see it. */
  move(offset: number): Promise<void>;
  stop(): void;
}

const id = 'clock';
/**
 * How often several hosts look where the clock stands, in ms. By time and not at each use: `now` is asked in
 * the midst of transactions, and everybody would pay a read for what only a demonstration ever changes.
 */
const look = 1000;

export async function movableClock(store: Store, shared: boolean): Promise<MovableClock> {
  const stored = async () => Number((await store.get('office', id))?.offset ?? 0);
  let ahead = await stored();
  let moves = 0;
  const reread = async () => {
    const before = moves;
    const found = await stored();
    if (moves === before) ahead = found;
  };
  // Without an answer the clock goes on as it stood; the next look follows in a second.
  const looking = shared ? setInterval(() => reread().catch(() => undefined), look) : undefined;
  return {
    now: () => Date.now() + ahead,
    offset: () => ahead,
    async move(offset) {
      await store.transact((tx) => tx.put('office', { _id: id, offset }));
      moves += 1;
      ahead = offset;
      if (shared) await pause(look);
    },
    stop: () => clearInterval(looking),
  };
}
