import { init, SYMBOL_CURRENT_ENV } from '@cloudbase/node-sdk';
import { type Double, openDouble } from '../../local/double/server.ts';

let double: Double;
let database: ReturnType<ReturnType<typeof init>['database']>;

beforeEach(async () => {
  double = await openDouble({ collections: ['thing'] });
  Object.assign(process.env, double.variables);
  database = init({ env: SYMBOL_CURRENT_ENV, keepalive: true }).database();
});
afterEach(() => double.close());

const things = () => database.collection('thing');
const conflict = { code: 'DATABASE_TRANSACTION_CONFLICT' };

describe('a transaction of the double', () => {
  test('sees what was there at its first operation, not at its start', async () => {
    await things().add({ _id: 'a', n: 1 });
    const tx = await database.startTransaction();
    await things().doc('a').set({ n: 2 });
    const first = await tx.collection('thing').doc('a').get();
    await things().doc('a').set({ n: 3 });
    const second = await tx.collection('thing').doc('a').get();
    expect([first.data.n, second.data.n]).toEqual([2, 2]);
  });

  test('fails at the write when somebody else wrote the document since, and is over', async () => {
    await things().add({ _id: 'a', n: 1 });
    const tx = await database.startTransaction();
    await tx.collection('thing').doc('a').get();
    await things().doc('a').set({ n: 2 });
    await expect(tx.collection('thing').doc('a').set({ n: 3 })).rejects.toMatchObject(conflict);
    await expect(tx.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  });

  test('fails at the write when another open one wrote the document first', async () => {
    const [first, second] = [await database.startTransaction(), await database.startTransaction()];
    await first.collection('thing').add({ _id: 'a', n: 1 });
    await expect(second.collection('thing').add({ _id: 'a', n: 2 })).rejects.toMatchObject(conflict);
    await first.commit();
    expect((await things().doc('a').get()).data).toEqual([{ _id: 'a', n: 1 }]);
  });

  test('lets two that read each other’s document both commit', async () => {
    await things().add([{ _id: 'a' }, { _id: 'b' }]);
    const [first, second] = [await database.startTransaction(), await database.startTransaction()];
    await first.collection('thing').doc('b').get();
    await second.collection('thing').doc('a').get();
    await first.collection('thing').doc('a').set({ n: 1 });
    await second.collection('thing').doc('b').set({ n: 1 });
    await Promise.all([first.commit(), second.commit()]);
  });

  test('keeps whoever writes without one waiting until it ends', async () => {
    const tx = await database.startTransaction();
    await tx.collection('thing').doc('a').set({ n: 1 });
    const ended: string[] = [];
    const outside = things()
      .doc('a')
      .set({ n: 2 })
      .then(() => ended.push('outside'));
    await tx.collection('thing').doc('b').set({ n: 1 });
    await things().doc('c').set({ n: 1 });
    ended.push('commit');
    await tx.commit();
    await outside;
    expect(ended).toEqual(['commit', 'outside']);
    expect((await things().doc('a').get()).data).toEqual([{ _id: 'a', n: 2 }]);
  });

  test('is over after 30 seconds, and its locks with it', async () => {
    const tx = await database.startTransaction();
    await tx.collection('thing').doc('a').set({ n: 1 });
    double.pass(30_001);
    await expect(tx.collection('thing').doc('a').get()).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_FAIL',
    });
    await things().doc('a').set({ n: 2 });
    expect((await things().doc('a').get()).data).toEqual([{ _id: 'a', n: 2 }]);
  });

  test('leaves nothing behind when it is rolled back', async () => {
    const tx = await database.startTransaction();
    await tx.collection('thing').add([{ _id: 'a' }, { _id: 'b' }]);
    await tx.rollback();
    expect((await things().count()).total).toBe(0);
  });
});

test('one id is one document', async () => {
  await things().add({ _id: 'a' });
  await expect(things().add({ _id: 'a' })).rejects.toThrow('E11000 duplicate key error');
});

test('a page holds 100 documents unless asked for, and never more than 1,000', async () => {
  await things().add(Array.from({ length: 1001 }, (_, n) => ({ _id: `d${n}` })));
  const lengths = await Promise.all([things().get(), things().limit(0).get(), things().limit(2000).get()]);
  expect(lengths.map(({ data }) => data.length)).toEqual([100, 100, 1000]);
});

describe('what is not declared is refused, not ignored:', () => {
  const _ = () => database.command;
  test.each<[string, () => Promise<unknown>]>([
    [
      'an operator',
      () =>
        things()
          .where({ n: _().exists(true) })
          .get(),
    ],
    [
      '“not equal” to anything but null',
      () =>
        things()
          .where({ n: _().neq(1) })
          .get(),
    ],
    ['a regular expression', () => things().where({ n: /a/ }).get()],
    [
      'nor',
      () =>
        things()
          .where(_().nor([{ n: 1 }]))
          .get(),
    ],
    [
      'a path',
      () =>
        things()
          .where({ a: { b: 1 } })
          .get(),
    ],
    ['skip', () => things().skip(1).get()],
    ['a choice of fields', () => things().field({ n: true }).get()],
    ['update', () => things().doc('a').update({ n: 1 })],
    [
      'an update operator',
      () =>
        things()
          .where({ n: 1 })
          .update({ n: _().inc(1) }),
    ],
    ['removing many', () => things().where({ n: 1 }).remove()],
    ['an aggregation', () => things().aggregate().match({ n: 1 }).end()],
    ['making a collection', () => database.createCollection('other')],
    ['a key with a dot', () => things().add({ _id: 'a', 'a.b': 1 })],
    [
      'a key with $',
      () =>
        things()
          .doc('a')
          .set({ deep: { $set: 1 } }),
    ],
    ['a date', () => things().add({ _id: 'a', at: new Date(0) })],
    ['a collection that is not there', () => database.collection('other').get()],
  ])('%s', async (_name, act) => {
    await expect(act()).rejects.toMatchObject({ code: expect.stringMatching(/^(INVALID|DATABASE)_/) });
  });

  test('“where” within a transaction', async () => {
    const tx = await database.startTransaction();
    await expect(tx.collection('thing').where({ n: 1 }).get()).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    });
  });
});

test('an unknown caller is turned away', async () => {
  process.env.TENCENTCLOUD_SECRETID = 'somebody';
  await expect(things().get()).rejects.toMatchObject({ code: 'SIGN_PARAM_INVALID' });
});
