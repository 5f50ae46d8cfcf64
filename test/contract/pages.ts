import fc from 'fast-check';
import type { Doc, Query, Range, Scalar, Where } from '../../cloudfunctions/store.ts';
import type { Bench } from './store.contract.ts';

const kinds = ['x', 'y', 'z'];
const ranks = [-2, -0.5, 0, 1, 2, 3, 1e12];
const names = ['', 'a', 'b', 'ab', '丁', 'ཁ', '\uff5e', '😀'];

const orNull = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { freq: 5 });
const docs = fc
  .array(fc.record({ kind: orNull(kinds), rank: orNull(ranks), name: orNull(names) }), { maxLength: 40 })
  .map((list) => list.map((fields, n): Doc => ({ _id: `d${(n * 7) % 41}`, ...fields })));
const kind = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom(...kinds),
  fc.array(fc.constantFrom(...kinds), { maxLength: 4 }).map((list) => ({ in: list })),
);
const range = <T>(values: readonly T[]) =>
  fc.record(
    { gt: fc.constantFrom(...values), gte: fc.constantFrom(...values), lt: fc.constantFrom(...values) },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Range>;
const order = fc
  .constantFrom('asc' as const, 'desc' as const)
  .chain((direction) =>
    fc.oneof(
      fc.record({ field: fc.constant('rank'), direction: fc.constant(direction), range: range(ranks) }),
      fc.record({ field: fc.constant('name'), direction: fc.constant(direction), range: range(names) }),
      fc.constant(undefined),
    ),
  );
const asked = fc.record({ docs, kind, order, limit: fc.integer({ min: 1, max: 6 }) });

type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

export function pagePromises({ store, put, ids, property }: Bench): void {
  const pages = async (query: Query, between?: (page: readonly Doc[]) => Promise<void>): Promise<Doc[]> => {
    const page = await store().find(query);
    const last = page.at(-1);
    if (!last || page.length < query.limit) return page;
    await between?.(page);
    const value = query.orderBy ? (last[query.orderBy.field] as Scalar) : null;
    return [...page, ...(await pages({ ...query, after: { value, id: last._id } }, between))];
  };

  const replaceAll = (list: readonly Doc[]) =>
    store().transact(async (tx) => {
      for (let n = 0; n < 41; n += 1) await tx.remove('thing', `d${n}`);
      for (const doc of list) await tx.create('thing', doc);
    });

  test('pages put together are every document once, in order, whatever the ties; and count agrees', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (one) => {
        await replaceAll(one.docs);
        const query = queryOf(one);
        const expected = model(one);
        expect(await ids(pages(query))).toEqual(expected);
        if (!one.order || Object.keys(one.order.range).length > 0) {
          expect(await store().count(query)).toBe(expected.length);
        }
      }),
      property,
    );
  });

  test('ties are ordered by id, in the direction of the order', async () => {
    await put({ _id: 'b', rank: 1 }, { _id: 'a', rank: 1 }, { _id: 'c', rank: 0 }, { _id: 'd', rank: 1 });
    const query = { collection: 'thing', where: {}, limit: 2 };
    expect(await ids(pages({ ...query, orderBy: { field: 'rank', direction: 'asc' } }))).toEqual([
      'c',
      'a',
      'b',
      'd',
    ]);
    expect(await ids(pages({ ...query, orderBy: { field: 'rank', direction: 'desc' } }))).toEqual([
      'd',
      'b',
      'a',
      'c',
    ]);
  });

  test('pages go on from numbers to strings, and back', async () => {
    await put(...[2, 'b', 1, 'a', '', -1].map((rank, n) => ({ _id: `d${n}`, rank })), { _id: 'none' });
    const query = { collection: 'thing', where: {}, limit: 1 };
    const ranks = async (direction: 'asc' | 'desc') =>
      (await pages({ ...query, orderBy: { field: 'rank', direction } })).map(({ rank }) => rank);
    expect(await ranks('asc')).toEqual([-1, 1, 2, '', 'a', 'b']);
    expect(await ranks('desc')).toEqual(['b', 'a', '', 2, 1, -1]);
  });

  test('documents that leave between two pages make the next one skip nothing', async () => {
    await put(...Array.from({ length: 9 }, (_, n) => ({ _id: `d${n}`, rank: 1 })));
    const remove = (page: readonly Doc[]) =>
      store().transact(async (tx) => {
        for (const { _id } of page) await tx.remove('thing', _id);
      });
    const query = {
      collection: 'thing',
      where: {},
      orderBy: { field: 'rank', direction: 'asc' },
      limit: 2,
    } as const;
    expect(await ids(pages(query, remove))).toEqual(['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8']);
  });

  test('a page that starts outside of its range still stays within it', async () => {
    await put(...[1, 2, 3, 4].map((rank) => ({ _id: `d${rank}`, rank })));
    const query = { collection: 'thing', where: { rank: { gt: 2, lt: 4 } }, limit: 9 };
    const from = (value: number, direction: 'asc' | 'desc') =>
      ids(store().find({ ...query, orderBy: { field: 'rank', direction }, after: { value, id: 'd' } }));
    expect(await from(0, 'asc')).toEqual(['d3']);
    expect(await from(9, 'desc')).toEqual(['d3']);
    expect(await from(9, 'asc')).toEqual([]);
    expect(await from(0, 'desc')).toEqual([]);
  });
}

function queryOf({ kind, order, limit }: Asked): Query {
  const where: Where = {
    ...(kind === undefined ? {} : { kind }),
    ...(order ? { [order.field]: order.range } : {}),
  };
  const { field, direction } = order ?? {};
  return {
    collection: 'thing',
    where,
    limit,
    ...(field && direction ? { orderBy: { field, direction } } : {}),
  };
}

/** The port's docstring, the plainest way. */
function model({ docs, kind, order }: Asked): string[] {
  const wanted = kind === undefined ? undefined : typeof kind === 'string' ? [kind] : kind.in;
  const value = (doc: Doc) => (order ? doc[order.field] : '') as string | number | null;
  const found = docs
    .filter((doc) => wanted?.some((one) => one === doc.kind) ?? true)
    .filter((doc) => value(doc) !== null)
    .filter((doc) => inside(value(doc), order?.range ?? {}));
  const sorted = found.sort((a, b) => compare(value(a), value(b)) || compare(a._id, b._id));
  const listed = sorted.map(({ _id }) => _id);
  return order?.direction === 'desc' ? listed.reverse() : listed;
}

function inside(value: string | number | null, { gt, gte, lt }: Range): boolean {
  if (gt !== undefined && compare(value, gt) <= 0) return false;
  if (gte !== undefined && compare(value, gte) < 0) return false;
  return lt === undefined || compare(value, lt) < 0;
}

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [[...String(a)], [...String(b)]];
  for (const [at, sign] of left.entries()) {
    const difference = (sign.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
