import { collections } from '../../cloudfunctions/collections.ts';
import type { Doc, Store } from '../../cloudfunctions/store.ts';
import { type Address, shown } from '../host/address.ts';
import { openStore } from '../host/store.ts';
import { Usage } from '../host/usage.ts';
import { type Mark, paged, type Target } from './places.ts';
import { isMark, markId } from './unfinished.ts';

/** A database to fill: an empty one, or one in which a move was broken off. Throws {@link Usage}. */
export async function openStoreTarget(address: Address): Promise<Target> {
  const { store, close } = await openStore(address);
  return {
    async begun() {
      const mark = await store.get<Doc & Mark>('office', markId);
      if (!mark && !(await isEmpty(store)))
        throw new Usage(`${shown(address)} 里已有数据，不会覆盖。请换一个空的库。`);
      return mark;
    },
    write: (docs, mark) =>
      store.transact(async (tx) => {
        for (const doc of docs) await tx.create(mark.collection, doc);
        await tx.put('office', { _id: markId, ...mark });
      }),
    finish: () => store.transact((tx) => tx.remove('office', markId)),
    read: (collection, after) => unmarked(collection, paged(after, pagesOf(store, collection))),
    close,
  };
}

/** Without an order documents come by id, on every engine. */
function pagesOf(store: Store, collection: string) {
  return (id: string, limit: number) =>
    store.find({ collection, where: {}, limit, ...(id !== '' && { after: { value: null, id } }) });
}

async function* unmarked(collection: string, docs: AsyncIterable<Doc>): AsyncGenerator<Doc> {
  for await (const doc of docs) if (!isMark(collection, doc)) yield doc;
}

async function isEmpty(store: Store): Promise<boolean> {
  for (const { name } of collections) {
    const found = await store.find({ collection: name, where: {}, limit: 1 });
    if (found.length > 0) return false;
  }
  return true;
}
