import type { Collection, Doc, Store } from '../../cloudfunctions/store.ts';
import { documentPromises } from './documents.ts';
import { pagePromises } from './pages.ts';
import { queryPromises } from './queries.ts';
import { transactionPromises } from './transactions.ts';

/** The collections the suite lives in; an engine under contract is opened with exactly these. */
export const contractCollections: readonly Collection[] = [
  {
    name: 'thing',
    indexes: [['kind', 'rank'], ['kind', 'shade', 'rank'], ['kind', 'name'], ['rank'], ['name'], ['wakeAt']],
  },
  { name: 'note', indexes: [] },
];

export interface ContractOptions {
  /** Closes the store and opens the same data again; left out where nothing outlives the store. */
  readonly reopen?: (store: Store) => Promise<Store>;
  /** Runs of each property; 60 if not said. A failure prints its seed, and `SEED` in the environment replays it. */
  readonly runs?: number;
}

/** What the promises are tried on. */
export interface Bench {
  readonly store: () => Store;
  readonly put: (...docs: readonly Doc[]) => Promise<void>;
  readonly ids: (docs: Promise<readonly Doc[]>) => Promise<string[]>;
  readonly property: { readonly numRuns: number; readonly seed?: number };
}

/** Every promise of the store port; `open` gives an empty store with {@link contractCollections}. */
export function storeContract(name: string, open: () => Promise<Store>, options: ContractOptions = {}): void {
  describe(`${name} keeps the store port`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const bench = benchOf(() => store, options.runs ?? 60);
    transactionPromises(bench);
    documentPromises(bench);
    queryPromises(bench);
    pagePromises(bench);

    const { reopen } = options;
    if (reopen) {
      test('what was acknowledged is there after closing and opening again', async () => {
        await bench.put({ _id: 'a', rank: 1 }, { _id: 'b', rank: 2 });
        store = await reopen(store);
        expect(await store.get('thing', 'a')).toEqual({ _id: 'a', rank: 1 });
        expect(await store.count({ collection: 'thing', where: { rank: { gte: 1 } } })).toBe(2);
      });
    }

    test('closing waits for the transactions under way, and a closed store refuses', async () => {
      const last = store.transact((tx) => tx.put('thing', { _id: 'last' }));
      await store.close();
      await expect(last).resolves.toBeUndefined();
      await expect(store.transact(async () => 1)).rejects.toThrow();
      await store.close();
    });
  });
}

function benchOf(store: () => Store, numRuns: number): Bench {
  const seed = process.env.SEED;
  return {
    store,
    put: (...docs) =>
      store().transact(async (tx) => {
        for (const doc of docs) await tx.put('thing', doc);
      }),
    ids: async (docs) => (await docs).map(({ _id }) => _id),
    property: seed === undefined ? { numRuns } : { numRuns, seed: Number(seed) },
  };
}
