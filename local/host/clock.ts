import type { Store } from '../../cloudfunctions/store.ts';

/** A clock that can be moved for training and demonstration. Epoch ms; the offset survives a restart. */
export interface MovableClock {
  now(): number;
  offset(): number;
  move(offset: number): Promise<void>;
}

const id = 'clock';

export async function movableClock(store: Store): Promise<MovableClock> {
  let ahead = Number((await store.get('office', id))?.offset ?? 0);
  return {
    now: () => Date.now() + ahead,
    offset: () => ahead,
    async move(offset) {
      await store.transact((tx) => tx.put('office', { _id: id, offset }));
      ahead = offset;
    },
  };
}
