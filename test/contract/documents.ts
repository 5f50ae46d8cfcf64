import fc from 'fast-check';
import type { Doc } from '../../cloudfunctions/store.ts';
import type { Bench } from './store.contract.ts';

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '诉求',
    'བོད་ཡིག',
    '👩‍👩‍👧',
    'é',
    "'; DROP TABLE thing; --",
    '\\u0041',
    '"',
    '%_',
    '$1',
    '?1',
    ':a',
  ),
);
const keys = fc.oneof(
  words,
  fc.constantFrom('$set', '$where', 'a.b', '.', 'constructor', 'length', 'doc', '_'),
);
const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    words,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 5 }),
  ),
}));

export function documentPromises({ store, put, property }: Bench): void {
  const get = (id: string) => store().get('thing', id);

  test('whatever is plain JSON comes back as it went, inside and outside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(keys, plain.value, { maxKeys: 6 }), async (body) => {
        const doc: Doc = { _id: 'any', body };
        const inside = await store().transact(async (tx) => {
          await tx.put('note', doc);
          return tx.get('note', 'any');
        });
        expect(inside).toEqual(doc);
        expect(await store().get('note', 'any')).toEqual(doc);
      }),
      property,
    );
  });

  test('operators and paths in the top level of a document are data', async () => {
    const doc = { _id: '$id.with.dots', $set: { rank: 9 }, 'a.b': 1, $inc: { 'rank.x': [1] }, rank: 1 };
    await put(doc);
    expect(await get('$id.with.dots')).toEqual(doc);
  });

  test('ids of every script are told apart exactly', async () => {
    const ids = ['a', 'A', 'a ', 'é', 'e\u0301', '诉求', 'བོད', '👩‍👩‍👧', '%', '_', "'", '"', '\\'];
    await put(...ids.map((_id, n) => ({ _id, n })));
    for (const [n, _id] of ids.entries()) expect(await get(_id)).toEqual({ _id, n });
  });

  test('a document of 200 KB comes back whole', async () => {
    const doc = {
      _id: 'large',
      rank: 1,
      text: '镇'.repeat(70_000),
      list: Array.from({ length: 2000 }, (_, n) => n),
    };
    await put(doc);
    expect(await get('large')).toEqual(doc);
  });

  test('put writes the document whole: a field left out is gone, from the index too', async () => {
    await put({ _id: 'a', rank: 1, wakeAt: 5, extra: true });
    await put({ _id: 'a', rank: 2 });
    expect(await get('a')).toEqual({ _id: 'a', rank: 2 });
    expect(await store().count({ collection: 'thing', where: { wakeAt: { gte: 0 } } })).toBe(0);
    expect(await store().count({ collection: 'thing', where: { rank: 2 } })).toBe(1);
    expect(await store().count({ collection: 'thing', where: { rank: 1 } })).toBe(0);
  });

  test('what is done to a document after it was written or read changes nothing stored', async () => {
    const doc = { _id: 'a', list: ['one'] };
    await store().transact(async (tx) => {
      const written = tx.put('note', doc);
      doc.list.push('two');
      await written;
      (await tx.get<typeof doc>('note', 'a'))?.list.push('three');
    });
    (await store().get<typeof doc>('note', 'a'))?.list.push('four');
    expect(await store().get('note', 'a')).toEqual({ _id: 'a', list: ['one'] });
  });

  test.each([
    ['an array', [1]],
    ['an object', { gt: 1 }],
    ['a boolean', true],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['half a surrogate pair', '\ud800'],
    ['U+0000', 'a\0b'],
    ['more than 256 characters', '长'.repeat(257)],
  ])('an indexed field refuses %s', async (_, rank) => {
    await expect(put({ _id: 'before' }, { _id: 'bad', rank })).rejects.toThrow('rank');
    expect(await get('before')).toBeUndefined();
    expect(await get('bad')).toBeUndefined();
  });

  test('text with U+0000 or half a surrogate pair is refused anywhere in a document, its escape is not', async () => {
    for (const bad of ['a\0', '\ud83d', 'x\udc00y', '\\\0']) {
      await expect(put({ _id: 'bad', deep: [{ bad }] })).rejects.toThrow('U+0000');
      await expect(put({ _id: 'bad', deep: [{ [bad]: 1 }] })).rejects.toThrow('U+0000');
    }
    const doc = { _id: 'good', deep: ['\\u0000', '\\\\ud83d', '\u0001\u001f\u007f', '😀'] };
    await put(doc);
    expect(await get('good')).toEqual(doc);
    expect(await get('bad')).toBeUndefined();
  });

  test('an indexed field takes 256 characters of any script', async () => {
    const name = '藏'.repeat(256);
    await put({ _id: 'long', kind: name, shade: name, name });
    expect(await store().count({ collection: 'thing', where: { kind: name, shade: name } })).toBe(1);
  });

  test.each([[''], ['\0'], ['x'.repeat(257)], [7], [null], [undefined]])(
    'the id %j is refused',
    async (id) => {
      const doc = { _id: id } as unknown as Doc;
      await expect(put(doc)).rejects.toThrow('_id');
      await expect(store().transact((tx) => tx.create('note', doc))).rejects.toThrow('_id');
    },
  );

  test('a collection nobody declared is refused everywhere', async () => {
    const collection = 'nowhere';
    await expect(store().get(collection, 'a')).rejects.toThrow(collection);
    await expect(store().transact((tx) => tx.get(collection, 'a'))).rejects.toThrow(collection);
    await expect(store().transact((tx) => tx.put(collection, { _id: 'a' }))).rejects.toThrow(collection);
    await expect(store().find({ collection, where: {}, limit: 1 })).rejects.toThrow(collection);
    await expect(store().count({ collection, where: {} })).rejects.toThrow(collection);
  });
}
