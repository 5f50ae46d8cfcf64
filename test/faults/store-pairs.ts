import type { Collection, Doc, Store } from '../../cloudfunctions/store.ts';

/** What the fault tests write: one state and one event in each transaction, so that a torn pair shows. */
export const pairCollections: readonly Collection[] = [
  { name: 'state', indexes: [['at']] },
  { name: 'event', indexes: [['stream', 'seq'], ['pendingAt']] },
];

export interface State extends Doc {
  readonly n: number;
}

export async function stateOf(store: Pick<Store, 'get'>, stream: string): Promise<number> {
  return (await store.get<State>('state', stream))?.n ?? 0;
}

/** The next step of a stream; resolves with its number once it is durable. */
export function step(store: Pick<Store, 'transact'>, stream: string, padding = ''): Promise<number> {
  return store.transact(async (tx) => {
    const n = ((await tx.get<State>('state', stream))?.n ?? 0) + 1;
    await tx.put('state', { _id: stream, n, at: n, padding });
    await tx.create('event', { _id: `${stream}.${n}`, stream, seq: n, pendingAt: n % 2 ? n : null, padding });
    return n;
  });
}

/** How far a stream is; throws when an event is missing, doubled or beyond the state. */
export async function intact(store: Store, stream: string): Promise<number> {
  const n = await stateOf(store, stream);
  const count = await store.count({ collection: 'event', where: { stream } });
  const orderBy = { field: 'seq', direction: 'desc' } as const;
  const [last] = await store.find({ collection: 'event', where: { stream }, orderBy, limit: 1 });
  if (count !== n || (last?.seq ?? 0) !== n)
    throw new Error(`${stream}: state ${n}, ${count} events, last ${last?.seq}`);
  return n;
}
