import type { Store, Transaction } from '../../cloudfunctions/store.ts';

/** A store that breaks: at the k-th call once, or from it on until it is mended; or on writing to one collection. */
export class Faulty {
  #calls = 0;
  #at = Number.POSITIVE_INFINITY;
  #lasts = false;
  #collection: string | undefined;

  /** How many calls it took since the last breaking point was set. */
  get calls(): number {
    return this.#calls;
  }

  breakAt(call: number, lasts: boolean): void {
    this.#calls = 0;
    this.#at = call;
    this.#lasts = lasts;
  }

  breakOn(collection: string): void {
    this.#collection = collection;
  }

  mend(): void {
    this.#collection = undefined;
    this.breakAt(Number.POSITIVE_INFINITY, false);
  }

  wrap(store: Store): Store {
    const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
      this.#call();
      return work();
    };
    return {
      get: (...asked) => guarded(() => store.get(...asked)),
      find: (asked) => guarded(() => store.find(asked)),
      count: (asked) => guarded(() => store.count(asked)),
      close: () => store.close(),
      transact: async (work) => {
        this.#call();
        const value = await store.transact((tx) => work(this.#within(tx)));
        this.#call();
        return value;
      },
    };
  }

  #within(tx: Transaction): Transaction {
    const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
      this.#call();
      return work();
    };
    return {
      get: (...asked) => guarded(() => tx.get(...asked)),
      put: (collection, doc) =>
        guarded(async () => {
          if (collection === this.#collection) throw new Error('the store broke');
          return tx.put(collection, doc);
        }),
      create: (...asked) => guarded(() => tx.create(...asked)),
      remove: (...asked) => guarded(() => tx.remove(...asked)),
    };
  }

  #call(): void {
    this.#calls += 1;
    if (this.#calls === this.#at || (this.#lasts && this.#calls > this.#at))
      throw new Error('the store broke');
  }
}
