import type { Doc, Store } from '../../cloudfunctions/store.ts';
import { Desk } from '../support/desk.ts';
import * as told from './told.ts';

/** The store, noting for each transaction that came through what it read and what it wrote. */
function noting(store: Store, notes: string[][]): Store {
  const transact: Store['transact'] = async (work) => {
    let calls: string[] = [];
    const value = await store.transact((tx) => {
      calls = [];
      const write = (way: 'put' | 'create') => (collection: string, doc: Doc) => {
        calls.push(`write ${collection} ${doc._id}`);
        return tx[way](collection, doc);
      };
      return work({
        get: (collection, id) => {
          calls.push(`read ${collection} ${id}`);
          return tx.get(collection, id);
        },
        remove: (collection, id) => tx.remove(collection, id),
        put: write('put'),
        create: write('create'),
      });
    });
    notes.push(calls);
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

test('a commit reads each document once and writes it once, though several errands come to it', async () => {
  const notes: string[][] = [];
  const desk = await Desk.open((store) => noting(store, notes));
  await desk.done(...told.whistleAnswered, told.rated);
  const twice = notes.flatMap((calls) => calls.filter((call, at) => calls.indexOf(call) !== at));
  expect(twice).toEqual([]);
  const passed = notes.find((calls) => calls.some((call) => call.startsWith('write followUp')));
  for (const id of ['task appeal-0001-w3-housing', 'task appeal-0001-w3-water', 'whistle appeal-0001-w3'])
    expect(passed).toContain(`write ${id}`);
  await desk.store.close();
});
