import type { Doc, Store, Transaction } from '../../cloudfunctions/store.ts';

/** Transactions that came through, and how many of them wrote something; those that bring figures up to date apart. */
export interface Counted {
  runs: number;
  wrote: number;
}

/** The store, counting the transactions that came through. */
export function counting(store: Store, work: Counted): Store {
  const transact: Store['transact'] = async (doing) => {
    let wrote = false;
    let figures = false;
    const value = await store.transact((tx) => {
      wrote = false;
      figures = false;
      const mark = (way: 'put' | 'create') => (collection: string, doc: Doc) => {
        wrote = true;
        figures ||= collection === 'rollup';
        return tx[way](collection, doc);
      };
      const seen: Transaction = {
        get: (collection, id) => tx.get(collection, id),
        remove: (collection, id) => tx.remove(collection, id),
        put: mark('put'),
        create: mark('create'),
      };
      return doing(seen);
    });
    if (figures) return value;
    work.runs += 1;
    if (wrote) work.wrote += 1;
    return value;
  };
  return {
    transact,
    get: (collection, id) => store.get(collection, id),
    find: (query) => store.find(query),
    count: (query) => store.count(query),
    close: () => store.close(),
  };
}
