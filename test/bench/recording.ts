import type { Doc, Store } from '../../cloudfunctions/store.ts';

export interface Row {
  readonly collection: string;
  readonly doc: Doc;
}

/** The store, remembering what each transaction wrote; those that only read are left out. */
export function recording(store: Store): { readonly store: Store; readonly rows: Row[][] } {
  const rows: Row[][] = [];
  const transact: Store['transact'] = (work) =>
    store.transact(async (tx) => {
      const written: Row[] = [];
      const keep = (way: 'put' | 'create') => (collection: string, doc: Doc) => {
        written.push({ collection, doc });
        return tx[way](collection, doc);
      };
      const value = await work({
        get: (collection, id) => tx.get(collection, id),
        remove: (collection, id) => tx.remove(collection, id),
        put: keep('put'),
        create: keep('create'),
      });
      if (written.length > 0) rows.push(written);
      return value;
    });
  const recorded: Store = {
    transact,
    get: (collection, id) => store.get(collection, id),
    find: (query) => store.find(query),
    count: (query) => store.count(query),
    close: () => store.close(),
  };
  return { store: recorded, rows };
}
