import { Conflict, type Store, type Transaction, Uncertain } from '../../cloudfunctions/store.ts';

/** How a call breaks: before it is done or after, without an answer in time, because others are at it, for want of room. */
export const ways = ['before', 'after', 'timeout', 'busy', 'full'] as const;
export type Breaking = (typeof ways)[number];

const faults: Readonly<Record<Breaking, () => Error>> = {
  before: () => new Error('the store broke'),
  after: () => new Uncertain(new Error('the store broke')),
  timeout: () => Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }),
  busy: () => new Conflict('too many at once'),
  full: () => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }),
};

/** A store that breaks: at the k-th call once, or from it on until it is mended; or on writing to one collection. */
export class Faulty {
  #calls = 0;
  #at = Number.POSITIVE_INFINITY;
  #lasts = false;
  #way: Breaking = 'before';
  #collection: string | undefined;

  /** How many calls it took since the last breaking point was set. */
  get calls(): number {
    return this.#calls;
  }

  breakAt(call: number, lasts: boolean, way: Breaking = 'before'): void {
    this.#calls = 0;
    this.#at = call;
    this.#lasts = lasts;
    this.#way = way;
  }

  breakOn(collection: string): void {
    this.#collection = collection;
  }

  mend(): void {
    this.#collection = undefined;
    this.breakAt(Number.POSITIVE_INFINITY, false);
  }

  wrap(store: Store): Store {
    const guarded = <T>(work: () => Promise<T>) => this.#guard(work);
    return {
      get: (...asked) => guarded(() => store.get(...asked)),
      find: (asked) => guarded(() => store.find(asked)),
      count: (asked) => guarded(() => store.count(asked)),
      close: () => store.close(),
      transact: (work) => guarded(() => store.transact((tx) => work(this.#within(tx)))),
    };
  }

  #within(tx: Transaction): Transaction {
    const guarded = <T>(work: () => Promise<T>) => this.#guard(work);
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

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    this.#calls += 1;
    const breaks = this.#calls === this.#at || (this.#lasts && this.#calls > this.#at);
    const way = this.#way;
    if (breaks && way !== 'after') throw faults[way]();
    const value = await work();
    if (breaks) throw faults[way]();
    return value;
  }
}
