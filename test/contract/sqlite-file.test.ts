import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Collection, type Doc, Unindexed } from '../../cloudfunctions/store.ts';
import { openSqlite } from '../../local/store/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(folder, { recursive: true }));

const thing = (...indexes: string[][]): Collection[] => [{ name: 'thing', indexes }];
const collections = thing(['kind', 'at']);

let files = 0;
const fresh = () => {
  files += 1;
  return join(folder, `${files}.db`);
};

async function filled(file: string, ...docs: Doc[]): Promise<void> {
  const store = await openSqlite({ file, collections });
  await store.transact(async (tx) => {
    for (const doc of docs) await tx.put('thing', doc);
  });
  await store.close();
}

test('a file that is not ours is refused in one sentence and left as it was', async () => {
  const text = fresh();
  writeFileSync(text, '会议记录\n'.repeat(50));
  const other = fresh();
  new Database(other).exec('CREATE TABLE thing (x)').close();
  for (const file of [text, other]) {
    const before = readFileSync(file);
    await expect(openSqlite({ file, collections })).rejects.toThrow(/^\S+ is not a OneWhistle database$/);
    expect(readFileSync(file)).toEqual(before);
  }
});

test('a file of a later form is refused in one sentence', async () => {
  const file = fresh();
  await filled(file, { _id: 'a' });
  const db = new Database(file);
  db.pragma('user_version = 99');
  db.close();
  await expect(openSqlite({ file, collections })).rejects.toThrow(/newer version: update first$/);
});

test('an empty file becomes a store', async () => {
  const file = fresh();
  writeFileSync(file, '');
  await filled(file, { _id: 'a' });
});

test('a file is opened once, under whatever name, and again after it was closed', async () => {
  const file = fresh();
  const store = await openSqlite({ file, collections });
  const link = fresh();
  symlinkSync(file, link);
  await expect(openSqlite({ file, collections })).rejects.toThrow(
    /already open: stop the other process first$/,
  );
  await expect(openSqlite({ file: link, collections })).rejects.toThrow(/already open/);
  await store.close();
  await (await openSqlite({ file: link, collections })).close();
});

test('a new index is filled from the documents that are there, as if they had been written again', async () => {
  const file = fresh();
  await filled(
    file,
    { _id: 'a', rank: 2.5 },
    { _id: 'b', rank: -1 },
    { _id: 'c', rank: null },
    { _id: 'd', rank: [1] },
    { _id: 'e', rank: true },
    { _id: 'f', rank: '藏' },
    { _id: 'g' },
  );
  const store = await openSqlite({ file, collections: thing(['kind', 'at'], ['rank']) });
  const orderBy = { field: 'rank', direction: 'asc' } as const;
  const found = await store.find({ collection: 'thing', where: {}, orderBy, limit: 9 });
  expect(found.map(({ _id }) => _id)).toEqual(['b', 'a', 'f']);
  await store.close();
});

test('an index no longer declared goes, and comes back with what was written in between', async () => {
  const file = fresh();
  const both = thing(['kind', 'at'], ['rank']);
  const ranked = { collection: 'thing', where: { rank: 2 } };
  await (await openSqlite({ file, collections: both })).close();
  await filled(file, { _id: 'a', kind: 'k', rank: 2 });
  const without = await openSqlite({ file, collections });
  await expect(without.count(ranked)).rejects.toBeInstanceOf(Unindexed);
  await without.close();
  const again = await openSqlite({ file, collections: both });
  expect(await again.count(ranked)).toBe(1);
  await again.close();
});

test('a collection no longer declared keeps its documents', async () => {
  const file = fresh();
  await filled(file, { _id: 'a', kind: 'k' });
  await (await openSqlite({ file, collections: [{ name: 'other', indexes: [] }] })).close();
  const store = await openSqlite({ file, collections });
  expect(await store.get('thing', 'a')).toEqual({ _id: 'a', kind: 'k' });
  await store.close();
});

test('a manifest whose names could not be columns is refused', async () => {
  for (const bad of ['doc', '_id', 'a.b', 'a"b', '']) {
    await expect(openSqlite({ file: ':memory:', collections: thing([bad]) })).rejects.toThrow(`“${bad}”`);
  }
});

test.each(['file', 'memory'])(
  'a transaction that awaits something else is ended and undone: %s',
  async (where) => {
    const file = where === 'memory' ? ':memory:' : fresh();
    const store = await openSqlite({ file, collections, patience: 30 });
    const slow = store.transact(async (tx) => {
      await tx.put('thing', { _id: 'slow' });
      await new Promise(() => undefined);
    });
    const next = store.transact((tx) => tx.put('thing', { _id: 'next' }));
    await expect(slow).rejects.toThrow(/took too long/);
    await next;
    expect(await store.get('thing', 'slow')).toBeUndefined();
    expect(await store.get('thing', 'next')).toEqual({ _id: 'next' });
    await store.close();
  },
);

test.each(['file', 'memory'])(
  'a backup is a store of its own, and replaces the one before: %s',
  async (where) => {
    const store = await openSqlite({ file: where === 'memory' ? ':memory:' : fresh(), collections });
    const to = fresh();
    for (const at of [1, 2]) {
      await store.transact((tx) => tx.put('thing', { _id: 'a', kind: 'k', at }));
      await store.backup(to);
      const copy = await openSqlite({ file: to, collections });
      expect(await copy.find({ collection: 'thing', where: { kind: 'k' }, limit: 9 })).toEqual([
        { _id: 'a', kind: 'k', at },
      ]);
      await copy.close();
    }
    await store.close();
  },
);

test('a backup that cannot be written leaves nothing behind', async () => {
  const store = await openSqlite({ file: fresh(), collections });
  await expect(store.backup(join(folder, 'no such folder', 'copy.db'))).rejects.toThrow();
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  await store.close();
});

test('a backup never takes the place of a store in use, its own least of all', async () => {
  const file = fresh();
  const store = await openSqlite({ file, collections });
  await store.transact((tx) => tx.put('thing', { _id: 'a' }));
  await expect(store.backup(file)).rejects.toThrow(/in use/);
  expect(await store.get('thing', 'a')).toEqual({ _id: 'a' });
  await store.close();
});
