import fc from 'fast-check';
import pg from 'pg';
import type { Collection, Doc, Store } from '../../cloudfunctions/store.ts';
import { keyFunction } from '../../local/store/postgres/key.ts';
import { openPostgres } from '../../local/store/postgres.ts';
import { missing, type Server, startPostgres } from './postgres-server.ts';

const why = missing();
const described = why === undefined ? describe : describe.skip;

const before: readonly Collection[] = [{ name: 'thing', indexes: [['kind']] }];
const now: readonly Collection[] = [{ name: 'thing', indexes: [['kind'], ['rank']] }];

/** How the tables were made, and written to, when the server computed their columns itself. */
const firstForm = [
  'CREATE TABLE onewhistle (form integer PRIMARY KEY, at timestamptz NOT NULL)',
  'INSERT INTO onewhistle VALUES (1, now())',
  keyFunction,
  'CREATE TABLE thing (_id text COLLATE "C" PRIMARY KEY, doc jsonb NOT NULL)',
  `ALTER TABLE thing ADD COLUMN kind text COLLATE "C" GENERATED ALWAYS AS (onewhistle_key(doc->'kind')) STORED`,
  'CREATE INDEX "thing(kind)" ON thing (kind, _id) WHERE kind IS NOT NULL',
];
const firstPut =
  'INSERT INTO thing (_id, doc) VALUES ($1, $2) ON CONFLICT (_id) DO UPDATE SET doc = excluded.doc';

described(
  `PostgreSQL that others write to as well${why === undefined ? '' : `, not tried here: ${why}`}`,
  () => {
    let server: Server;
    let other: pg.Client;
    const open: Store[] = [];
    beforeAll(async () => {
      server = await startPostgres();
    }, 60_000);
    afterAll(() => server?.stop());
    beforeEach(async () => {
      other = new pg.Client(server.url);
      await other.connect();
      await other.query('DROP SCHEMA public CASCADE');
      await other.query('CREATE SCHEMA public');
    });
    afterEach(async () => {
      await other.end();
      for (const store of open.splice(0)) await store.close();
    });

    const opened = async (collections: readonly Collection[]) => {
      const store = await openPostgres({ url: server.url, collections });
      open.push(store);
      return store;
    };
    const put = (store: Store, doc: Doc) => store.transact((tx) => tx.put('thing', doc));
    const firstHost = (doc: Doc) =>
      other.query({ name: 'put', text: firstPut, values: [doc._id, JSON.stringify(doc)] });
    const ranked = async (store: Store, rank: string | number) =>
      (await store.find({ collection: 'thing', where: { rank }, limit: 9 })).map(({ _id }) => _id);
    const ofKind = (store: Store, kind: string) => store.count({ collection: 'thing', where: { kind } });

    test('what a host of the version before writes is found by the index it does not know', async () => {
      const older = await opened(before);
      await put(older, { _id: 'a', kind: 'red', rank: 1 });
      const newer = await opened(now);
      await put(newer, { _id: 'b', kind: 'red', rank: 2 });
      await put(older, { _id: 'c', kind: 'red', rank: 3 });
      await put(older, { _id: 'b', kind: 'blue', rank: 4 });
      await older.transact(async (tx) => {
        const doc = await tx.get('thing', 'a');
        await tx.put('thing', { ...doc, _id: 'a', rank: 5 });
      });
      expect(await Promise.all([1, 2, 3, 4, 5].map((rank) => ranked(newer, rank)))).toEqual([
        [],
        [],
        ['c'],
        ['b'],
        ['a'],
      ]);
      expect([await ofKind(newer, 'red'), await ofKind(newer, 'blue')]).toEqual([2, 1]);
    });

    test('a host of the version before that starts after the newer one keeps its index right, too', async () => {
      const newer = await opened(now);
      const older = await opened(before);
      await put(newer, { _id: 'a', rank: 1 });
      await put(older, { _id: 'a', rank: 2 });
      expect([await ranked(newer, 1), await ranked(newer, 2)]).toEqual([[], ['a']]);
      await put(older, { _id: 'a', rank: ['a list where nobody asks for it'] });
      expect(await newer.count({ collection: 'thing', where: { rank: { gte: 0 } } })).toBe(0);
    });

    test('a database whose columns the server computed is taken over, and its hosts may go on', async () => {
      for (const text of firstForm) await other.query(text);
      await firstHost({ _id: 'a', kind: 'red', rank: 1 });
      const newer = await opened(now);
      expect([await ofKind(newer, 'red'), await ranked(newer, 1)]).toEqual([1, ['a']]);
      await put(newer, { _id: 'a', kind: 'blue', rank: 2 });
      await put(newer, { _id: 'b', kind: 'blue', rank: 2 });
      await firstHost({ _id: 'a', kind: 'green', rank: 3 });
      await firstHost({ _id: 'c', kind: 'green', rank: 3 });
      expect([await ranked(newer, 2), await ranked(newer, 3)]).toEqual([['b'], ['a', 'c']]);
      expect([await ofKind(newer, 'blue'), await ofKind(newer, 'green')]).toEqual([1, 2]);
      expect(await newer.get('thing', 'a')).toEqual({ _id: 'a', kind: 'green', rank: 3 });
    });

    test('what somebody changes by hand is found by the index', async () => {
      const store = await opened(now);
      await put(store, { _id: 'a', rank: 1 });
      await other.query(`UPDATE thing SET doc = '{"_id":"a","rank":2}' WHERE _id = 'a'`);
      expect([await ranked(store, 1), await ranked(store, 2)]).toEqual([[], ['a']]);
    });

    test('the host spares the server the computing: only where it does not know a column is it done there', async () => {
      const older = await opened(before);
      const newer = await opened(now);
      await other.query(
        `CREATE OR REPLACE FUNCTION onewhistle_fill() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'computed'; END $$`,
      );
      await put(newer, { _id: 'a', rank: 1 });
      await put(newer, { _id: 'a', rank: 2 });
      await expect(put(older, { _id: 'a', rank: 3 })).rejects.toThrow('computed');
      await expect(firstHost({ _id: 'b', rank: 3 })).rejects.toThrow('computed');
    });

    test('the server and the host write a scalar in the same way', async () => {
      const store = await opened(now);
      const scalar = fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !text.includes('\0')),
        fc.constantFrom(0, 5e-324, -5e-324, Number.MAX_VALUE, 1e21, 0.1, '', '0', 'བོད་', '诉求', '👩‍👩‍👧'),
      );
      const equal = fc.asyncProperty(scalar, async (rank) => {
        await put(store, { _id: 'host', rank });
        await firstHost({ _id: 'server', rank });
        expect(await ranked(store, rank)).toEqual(['host', 'server']);
      });
      await fc.assert(equal, { numRuns: 100 });
    });
  },
);
