import pg from 'pg';
import type { Store } from '../../cloudfunctions/store.ts';
import { openPostgres } from '../../local/store/postgres.ts';
import { missing, type Server, startPostgres } from './postgres-server.ts';
import { contractCollections as collections, storeContract } from './store.contract.ts';

const why = missing();
const described = why === undefined ? describe : describe.skip;

described(`PostgreSQL${why === undefined ? '' : `, not tried here: ${why}`}`, () => {
  let server: Server;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server?.stop());

  const open = () => openPostgres({ url: server.url, collections });
  const sql = async (...texts: string[]) => {
    const client = new pg.Client(server.url);
    await client.connect();
    for (const text of texts) await client.query(text);
    await client.end();
  };
  const empty = () => sql('DROP SCHEMA public CASCADE', 'CREATE SCHEMA public');

  storeContract(
    'PostgreSQL',
    async () => {
      await empty();
      return open();
    },
    {
      reopen: async (store) => {
        await store.close();
        return open();
      },
    },
  );

  describe('shared by many hosts', () => {
    let hosts: Store[];
    beforeEach(async () => {
      await empty();
      hosts = await Promise.all([open(), open(), open()]);
    });
    afterEach(() => Promise.all(hosts.map((host) => host.close())));

    const increment = (host: Store) =>
      host.transact(async (tx) => {
        const n = Number((await tx.get('thing', 'counter'))?.n ?? 0) + 1;
        await tx.put('thing', { _id: 'counter', n });
        return n;
      });

    test('hosts that start together lay the database out once', async () => {
      await hosts[0]?.transact((tx) => tx.put('thing', { _id: 'a', rank: 1 }));
      expect(await hosts[2]?.count({ collection: 'thing', where: { rank: 1 } })).toBe(1);
    });

    test('increments of one document from every host are all counted', async () => {
      const told = await Promise.all(
        hosts.flatMap((host) => Array.from({ length: 10 }, () => increment(host))),
      );
      expect(told.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    });

    test('20 who meet on one document run again in turn: together they would do so 70 times', async () => {
      let runs = 0;
      const one = () =>
        hosts[0]?.transact(async (tx) => {
          runs += 1;
          const n = Number((await tx.get('thing', 'counter'))?.n ?? 0) + 1;
          await tx.put('thing', { _id: 'counter', n });
        });
      await Promise.all(Array.from({ length: 20 }, one));
      expect(await hosts[0]?.get('thing', 'counter')).toEqual({ _id: 'counter', n: 20 });
      expect(runs).toBeLessThanOrEqual(50);
    });

    test('a host of the version before keeps the new index right, and starting again takes nothing away', async () => {
      const more = [{ name: 'note', indexes: [['at']] }];
      const next = await openPostgres({ url: server.url, collections: more });
      await hosts[0]?.transact((tx) => tx.put('note', { _id: 'old', at: 5 }));
      await (await open()).close();
      expect(await next.count({ collection: 'note', where: { at: { gt: 1 } } })).toBe(1);
      await next.close();
    });
  });

  test('a new index is filled from the documents that are there', async () => {
    await empty();
    const before = await openPostgres({ url: server.url, collections: [{ name: 'thing', indexes: [] }] });
    const ranks = [2.5, -1, null, [1], true, '藏', undefined];
    await before.transact(async (tx) => {
      for (const [n, rank] of ranks.entries()) await tx.put('thing', { _id: `d${n}`, rank });
    });
    await before.close();
    const store = await open();
    const orderBy = { field: 'rank', direction: 'asc' } as const;
    const found = await store.find({ collection: 'thing', where: {}, orderBy, limit: 9 });
    expect(found.map(({ _id }) => _id)).toEqual(['d1', 'd0', 'd5']);
    await store.close();
  });

  test('a database of a later form is refused in one sentence', async () => {
    await empty();
    await (await open()).close();
    await sql('UPDATE onewhistle SET form = 99');
    await expect(open()).rejects.toThrow(/newer version: update first$/);
  });

  test('a database that acknowledges before it is durable is refused in one sentence', async () => {
    await sql('ALTER DATABASE postgres SET synchronous_commit = off');
    await expect(open()).rejects.toThrow(/synchronous_commit on$/);
    await sql('ALTER DATABASE postgres RESET synchronous_commit');
  });

  test('a transaction that awaits something else is ended and undone', async () => {
    await empty();
    const store = await openPostgres({ url: server.url, collections, patience: 50 });
    const slow = store.transact(async (tx) => {
      await tx.put('thing', { _id: 'slow' });
      await new Promise(() => undefined);
    });
    await expect(slow).rejects.toThrow(/took too long/);
    expect(await store.get('thing', 'slow')).toBeUndefined();
    await store.transact((tx) => tx.create('thing', { _id: 'slow' }));
    await store.close();
  });
});
