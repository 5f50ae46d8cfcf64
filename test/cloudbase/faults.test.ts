import { init, SYMBOL_CURRENT_ENV } from '@cloudbase/node-sdk';
import { openCloudBase } from '../../cloudfunctions/cloudbase/store.ts';
import { Conflict, type Store, Uncertain } from '../../cloudfunctions/store.ts';
import { type Double, openDouble } from '../../local/double/server.ts';
import { pairCollections as collections, intact, stateOf, step } from '../faults/store-pairs.ts';

let double: Double;
let store: Store;

beforeEach(async () => {
  double = await openDouble({ collections: collections.map(({ name }) => name) });
  // The SDK's warning of a slow request comes for every failed one too, three seconds later.
  Object.assign(process.env, double.variables, { SILENCE: 'true' });
  store = openCloudBase(init({ env: SYMBOL_CURRENT_ENV }), collections);
});
afterEach(async () => {
  await store.close();
  await double.close();
});

const writes = ['startTransaction', 'getDocument', 'insertDocument'];

test.each(writes.flatMap((action) => (['before', 'after'] as const).map((when) => [action, when] as const)))(
  'a line cut at %s, %s it was done, is ridden out: nothing is lost, nothing done twice',
  async (action, when) => {
    double.cut(`database.${action}`, when);
    expect(await step(store, 'a')).toBe(1);
    expect(await intact(store, 'a')).toBe(1);
  },
);

test('a commit whose answer is lost ends as Uncertain and is not run again; it stands', async () => {
  double.cut('database.commitTransaction', 'after');
  await expect(step(store, 'a')).rejects.toBeInstanceOf(Uncertain);
  expect(await intact(store, 'a')).toBe(1);
});

test('a commit the server never heard ends as Uncertain too, and nothing of it stands', async () => {
  double.cut('database.commitTransaction', 'before');
  await expect(step(store, 'a')).rejects.toBeInstanceOf(Uncertain);
  double.pass(30_001);
  expect(await stateOf(store, 'a')).toBe(0);
  expect(await step(store, 'a')).toBe(1);
});

test('a read that is cut is asked again', async () => {
  await step(store, 'a');
  double.cut('database.getDocument', 'after');
  expect(await stateOf(store, 'a')).toBe(1);
  double.cut('database.calculateDocument', 'before');
  expect(await intact(store, 'a')).toBe(1);
});

test('a transaction that was too slow for the server is run again', async () => {
  let runs = 0;
  await store.transact(async (tx) => {
    runs += 1;
    await tx.get('state', 'a');
    if (runs === 1) double.pass(30_001);
    await tx.put('state', { _id: 'a', n: runs });
  });
  expect(runs).toBe(2);
  expect(await stateOf(store, 'a')).toBe(2);
});

test('whoever loses every time hears of it as a Conflict, after twelve runs', async () => {
  let runs = 0;
  const work = store.transact(async (tx) => {
    runs += 1;
    await tx.get('state', 'a');
    await store.transact((other) => other.put('state', { _id: 'a', n: runs }));
    await tx.put('state', { _id: 'a', n: -1 });
  });
  await expect(work).rejects.toBeInstanceOf(Conflict);
  expect(runs).toBe(12);
  expect(await stateOf(store, 'a')).toBe(12);
});

test('a fault of ours is not tried again', async () => {
  let runs = 0;
  const work = store.transact(async () => {
    runs += 1;
    throw new Error('ours');
  });
  await expect(work).rejects.toThrow('ours');
  expect(runs).toBe(1);
});

test('many writers of few streams leave every stream whole', async () => {
  const streams = Array.from({ length: 40 }, (_, n) => `s${n % 10}`);
  await Promise.all(streams.map((stream) => step(store, stream)));
  for (const stream of new Set(streams)) expect(await intact(store, stream)).toBe(4);
});

test('a step of one state and one event is five requests: begin, read, two writes, commit', async () => {
  await step(store, 'a');
  double.calls.clear();
  await step(store, 'a');
  expect(Object.fromEntries(double.calls)).toEqual({
    'database.startTransaction': 1,
    'database.getDocument': 1,
    'database.modifyDocument': 1,
    'database.insertDocument': 1,
    'database.commitTransaction': 1,
  });
});

test('work that touches nothing asks nothing, and work that only reads gives the transaction back', async () => {
  await store.transact(async () => undefined);
  expect(double.calls.size).toBe(0);
  await store.transact((tx) => tx.get('state', 'a'));
  expect([...double.calls.keys()]).toEqual([
    'database.startTransaction',
    'database.getDocument',
    'database.abortTransaction',
  ]);
});
