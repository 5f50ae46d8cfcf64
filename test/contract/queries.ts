import { type Query, Unindexed, type Where } from '../../cloudfunctions/store.ts';
import type { Bench } from './store.contract.ts';

type Order = Query['orderBy'];

const asc = (field: string): Order => ({ field, direction: 'asc' });
const desc = (field: string): Order => ({ field, direction: 'desc' });

export function queryPromises({ store, put, ids }: Bench): void {
  const query = (where: Where, orderBy?: Order, limit = 100): Query => ({
    collection: 'thing',
    where,
    limit,
    ...(orderBy ? { orderBy } : {}),
  });
  const found = (where: Where, orderBy?: Order, limit?: number) =>
    ids(store().find(query(where, orderBy, limit)));
  const count = (where: Where) => store().count({ collection: 'thing', where });

  const colours = () =>
    put(
      { _id: 'r1', kind: 'red', shade: 'dark', rank: 1, name: 'b' },
      { _id: 'r2', kind: 'red', shade: 'light', rank: 2, name: 'a' },
      { _id: 'r3', kind: 'red', shade: 'dark', rank: 3 },
      { _id: 'g1', kind: 'green', shade: 'dark', rank: 2.5, name: 'c' },
      { _id: 'b1', kind: 'blue', shade: 'dark', rank: -1, name: null },
      { _id: 'x1', shade: 'dark', rank: 0 },
    );

  test('equality on the first fields of an index, in any order of writing', async () => {
    await colours();
    expect(await found({ kind: 'red' })).toEqual(['r1', 'r2', 'r3']);
    expect(await found({ shade: 'dark', kind: 'red' })).toEqual(['r1', 'r3']);
    expect(await found({ kind: 'red', shade: 'dark' }, desc('rank'))).toEqual(['r3', 'r1']);
    expect(await found({ kind: 'purple' })).toEqual([]);
  });

  test('without an order documents come by id, and without conditions the whole collection does', async () => {
    await colours();
    expect(await found({})).toEqual(['b1', 'g1', 'r1', 'r2', 'r3', 'x1']);
    await store().transact((tx) => tx.put('note', { _id: 'n' }));
    expect(await ids(store().find({ collection: 'note', where: {}, limit: 1 }))).toEqual(['n']);
  });

  test('numbers order as numbers: negative, fraction, zero and large', async () => {
    const ranks = [-1.5, 9007199254740991, 0, 1e-7, 10, 9, -2000, 1.78e12, -1e300, 1e300];
    await put(...ranks.map((rank, n) => ({ _id: `n${n}`, rank })));
    const ordered = (await store().find(query({}, asc('rank')))).map(({ rank }) => rank);
    expect(ordered).toEqual([-1e300, -2000, -1.5, 0, 1e-7, 9, 10, 1.78e12, 9007199254740991, 1e300]);
  });

  test('strings order by code point, whatever the language of the machine', async () => {
    const names = ['b', 'A', 'a', 'B', 'é', 'z', '一', '哨', 'ཀ', '\uff5e', '😀', '', ' ', '-', '10', '9'];
    await put(...names.map((name, n) => ({ _id: `n${n}`, name })));
    const ordered = (await store().find(query({}, asc('name')))).map(({ name }) => name);
    expect(ordered).toEqual([
      '',
      ' ',
      '-',
      '10',
      '9',
      'A',
      'B',
      'a',
      'b',
      'z',
      'é',
      'ཀ',
      '一',
      '哨',
      '\uff5e',
      '😀',
    ]);
  });

  test.each<[string, Where[string], string[]]>([
    ['gt', { gt: 2 }, ['r3']],
    ['gte', { gte: 2 }, ['r2', 'r3']],
    ['lt', { lt: 2 }, ['r1']],
    ['lte', { lte: 2 }, ['r1', 'r2']],
    ['both ends', { gt: 1, lte: 2 }, ['r2']],
    ['nothing in between', { gt: 2, lt: 2 }, []],
    ['both kinds of one end', { gt: 1, gte: 3 }, ['r3']],
  ])('a range on the ordered field: %s', async (_, rank, expected) => {
    await colours();
    expect(await found({ kind: 'red', rank }, asc('rank'))).toEqual(expected);
    expect(await found({ kind: 'red', rank }, desc('rank'))).toEqual([...expected].reverse());
    expect(await count({ kind: 'red', rank })).toBe(expected.length);
  });

  test('a range of numbers finds no strings, a range of strings no numbers', async () => {
    await put({ _id: 'n', rank: 5 }, { _id: 's', rank: '5' }, { _id: 'e', rank: '' });
    expect(await found({ rank: { gt: 0 } }, asc('rank'))).toEqual(['n']);
    expect(await found({ rank: { lt: 9 } }, asc('rank'))).toEqual(['n']);
    expect(await found({ rank: { gte: '' } }, asc('rank'))).toEqual(['e', 's']);
    expect(await found({ rank: { lt: '9' } }, asc('rank'))).toEqual(['e', 's']);
    expect(await found({ rank: 5 })).toEqual(['n']);
    expect(await count({ rank: '5' })).toBe(1);
  });

  test('“in” merges its values into one order and repeats nothing', async () => {
    await colours();
    const kind = { in: ['green', 'red', 'green', 'purple'] };
    expect(await found({ kind }, asc('rank'))).toEqual(['r1', 'r2', 'g1', 'r3']);
    expect(await found({ kind }, desc('rank'), 2)).toEqual(['r3', 'g1']);
    expect(await found({ kind })).toEqual(['g1', 'r1', 'r2', 'r3']);
    expect(await found({ kind, shade: { in: ['dark'] } }, asc('rank'))).toEqual(['r1', 'g1', 'r3']);
    expect(await count({ kind })).toBe(4);
    expect(await count({ kind, rank: { lt: 3 } })).toBe(3);
  });

  test('“in” of nothing finds nothing', async () => {
    await colours();
    expect(await found({ kind: { in: [] } }, asc('rank'))).toEqual([]);
    expect(await count({ kind: { in: [] } })).toBe(0);
  });

  test('a null or absent field is never found, nor comes in the order of that field', async () => {
    await put({ _id: 'a', wakeAt: 1 }, { _id: 'b', wakeAt: null }, { _id: 'c' });
    expect(await found({}, asc('wakeAt'))).toEqual(['a']);
    expect(await found({}, desc('wakeAt'))).toEqual(['a']);
    expect(await found({ wakeAt: { lt: 5 } }, asc('wakeAt'))).toEqual(['a']);
    expect(await count({ wakeAt: { lt: 5 } })).toBe(1);
    expect(await found({})).toEqual(['a', 'b', 'c']);
    expect(await count({})).toBe(3);
  });

  test('equality finds a document although a later field of the index is absent', async () => {
    await put({ _id: 'a', kind: 'k' }, { _id: 'b', kind: 'k', rank: 1 });
    expect(await found({ kind: 'k' })).toEqual(['a', 'b']);
    expect(await count({ kind: 'k' })).toBe(2);
    expect(await found({ kind: 'k' }, asc('rank'))).toEqual(['b']);
  });

  test.each<[string, Where, Order]>([
    ['a field without an index', { colour: 'red' }, undefined],
    ['a field that is not the first of an index', { shade: 'dark' }, undefined],
    ['an order without an index', {}, asc('shade')],
    ['an order that does not come next', { kind: 'red', rank: 1 }, asc('name')],
    ['a range that is not the order', { kind: 'red', rank: { gt: 1 } }, undefined],
    ['a range beside the order', { kind: 'red', rank: { gt: 1 } }, asc('name')],
    ['equality on the ordered field', { rank: 1 }, asc('rank')],
    ['“in” on the ordered field', { rank: { in: [1] } }, asc('rank')],
    ['the id, which is no field of an index', { _id: 'a' }, undefined],
    ['a range of numbers and strings', { rank: { gt: 1, lt: 'b' } }, asc('rank')],
    [
      'more combinations of “in” than 100',
      { kind: { in: Array.from({ length: 101 }, (_, n) => n) } },
      undefined,
    ],
  ])('%s is refused as Unindexed', async (_, where, orderBy) => {
    await expect(store().find(query(where, orderBy))).rejects.toBeInstanceOf(Unindexed);
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['a boolean', true],
    ['an array', ['red']],
    ['an operator', { $ne: 'red' }],
    ['“in” beside a range', { in: ['red'], gt: 'a' }],
    ['an object in “in”', { in: [{}] }],
  ])('a condition that is %s is refused, not ignored', async (_, condition) => {
    const where = { kind: condition } as Where;
    await expect(store().find(query(where))).rejects.toBeInstanceOf(Unindexed);
    await expect(store().count({ collection: 'thing', where })).rejects.toBeInstanceOf(Unindexed);
  });

  test('count refuses what no index carries', async () => {
    await expect(count({ shade: 'dark' })).rejects.toBeInstanceOf(Unindexed);
    await expect(count({ kind: { gt: 'a' }, rank: { gt: 1 } })).rejects.toBeInstanceOf(Unindexed);
  });

  test.each([0, -1, 1.5, 1001, Number.NaN])('a page of %d documents is refused', async (limit) => {
    await expect(found({}, undefined, limit)).rejects.toThrow();
  });

  test('a page holds up to 1,000 documents while count tells them all', async () => {
    await put(...Array.from({ length: 1100 }, (_, n) => ({ _id: `n${n}`, rank: n })));
    expect(await found({}, asc('rank'), 1000)).toHaveLength(1000);
    expect(await found({}, desc('rank'), 1)).toEqual(['n1099']);
    expect(await count({ rank: { gte: 0 } })).toBe(1100);
  });
}
