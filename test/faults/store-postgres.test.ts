import pg from 'pg';
import { Conflict, type Store, Uncertain } from '../../cloudfunctions/store.ts';
import { openPostgres } from '../../local/store/postgres.ts';
import { missing, type Server, startPostgres } from '../contract/postgres-server.ts';
import { type Line, lineTo } from './store-line.ts';
import { pairCollections as collections, intact, stateOf, step } from './store-pairs.ts';

const CRASHES = Number(process.env.CRASHES ?? 4);
const STREAMS = ['a', 'b', 'c', 'd', 'e', 'f'];

const why = missing();
const described = why === undefined ? describe : describe.skip;

described(`PostgreSQL that goes away${why === undefined ? '' : `, not tried here: ${why}`}`, () => {
  let server: Server;
  let line: Line;
  let store: Store;

  beforeAll(async () => {
    server = await startPostgres();
    line = await lineTo(server.port);
  }, 60_000);
  afterAll(async () => {
    await line?.close();
    server?.stop();
  });
  beforeEach(async () => {
    await asked('DROP SCHEMA public CASCADE', 'CREATE SCHEMA public');
    store = await openPostgres({
      url: server.url.replace(String(server.port), String(line.port)),
      collections,
    });
  });
  afterEach(() => store.close());

  const asked = async (...texts: string[]) => {
    const client = new pg.Client(server.url);
    await client.connect();
    for (const text of texts) await client.query(text);
    await client.end();
  };
  const hangUp = () =>
    asked(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL',
    );

  test('a commit whose answer is lost is not run again: it ends as Uncertain, and it stands', async () => {
    line.cut('after');
    await expect(step(store, 'a')).rejects.toBeInstanceOf(Uncertain);
    expect(await intact(store, 'a')).toBe(1);
  });

  test('a commit the server never heard ends as Uncertain too, and nothing of it stands', async () => {
    line.cut('before');
    await expect(step(store, 'a')).rejects.toBeInstanceOf(Uncertain);
    expect(await intact(store, 'a')).toBe(0);
    expect(await step(store, 'a')).toBe(1);
  });

  test('a transaction that only read is run again, whatever became of its commit', async () => {
    await step(store, 'a');
    const before = line.cuts();
    line.cut('after');
    const n = await store.transact((tx) => stateOf(tx, 'a'));
    expect(n).toBe(1);
    expect(line.cuts()).toBe(before + 1);
  });

  test('reads ride out a connection that was hung up', async () => {
    await step(store, 'a');
    for (let n = 0; n < 5; n += 1) {
      await hangUp();
      expect(await stateOf(store, 'a')).toBe(1);
      await hangUp();
      expect(await intact(store, 'a')).toBe(1);
    }
  });

  test('a transaction whose connection is hung up in its midst is run again and counts once', async () => {
    let runs = 0;
    await store.transact(async (tx) => {
      runs += 1;
      const n = await stateOf(tx, 'a');
      await tx.put('state', { _id: 'a', n: n + 1 });
      if (runs === 1) await hangUp();
      await tx.put('state', { _id: 'b', n: (await stateOf(tx, 'b')) + 1 });
    });
    expect(runs).toBe(2);
    expect([await stateOf(store, 'a'), await stateOf(store, 'b')]).toEqual([1, 1]);
  });

  test('a transaction hung up when it had but its writes to send ends as Uncertain: its commit went with them', async () => {
    const hungUp = store.transact(async (tx) => {
      await tx.put('state', { _id: 'a', n: (await stateOf(tx, 'a')) + 1 });
      await hangUp();
      await tx.put('state', { _id: 'b', n: 1 });
    });
    await expect(hungUp).rejects.toBeInstanceOf(Uncertain);
    expect([await stateOf(store, 'a'), await stateOf(store, 'b')]).toEqual([0, 0]);
  });

  test('two transactions that wait for each other both come through', async () => {
    await step(store, 'a');
    await step(store, 'b');
    const both = (first: string, second: string) =>
      store.transact(async (tx) => {
        for (const stream of [first, second]) {
          const n = await stateOf(tx, stream);
          await tx.put('state', { _id: stream, n: n + 1 });
        }
      });
    await Promise.all(Array.from({ length: 5 }, () => [both('a', 'b'), both('b', 'a')]).flat());
    expect(await stateOf(store, 'a')).toBe(11);
    expect(await stateOf(store, 'b')).toBe(11);
  });

  test('a conflict that does not pass within the stamina is told as Conflict', async () => {
    const impatient = await openPostgres({ url: server.url, collections, patience: 200, stamina: 300 });
    await step(store, 'a');
    const holder = new pg.Client(server.url);
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT 1 FROM state WHERE _id = 'a' FOR UPDATE`);
    await expect(step(impatient, 'a')).rejects.toBeInstanceOf(Conflict);
    await holder.end();
    expect(await step(impatient, 'a')).toBe(2);
    await impatient.close();
  });

  test(
    `a server that crashes under writes loses nothing it acknowledged, ${CRASHES} times`,
    async () => {
      const known = new Map(STREAMS.map((stream) => [stream, { acknowledged: 0, uncertain: 0 }]));
      let going = true;
      const write = async (stream: string, one: { acknowledged: number; uncertain: number }) => {
        while (going) {
          try {
            one.acknowledged = await step(store, stream);
          } catch (fault) {
            if (!(fault instanceof Uncertain)) throw fault;
            one.uncertain += 1;
          }
        }
      };
      const writing = Promise.all([...known].map(([stream, one]) => write(stream, one)));
      for (let crash = 0; crash < CRASHES; crash += 1) {
        const before = known.get('a')?.acknowledged ?? 0;
        server.crash();
        while ((known.get('a')?.acknowledged ?? 0) < before + 20) await stateOf(store, 'a');
      }
      going = false;
      await writing;
      for (const [stream, { acknowledged, uncertain }] of known) {
        const n = await intact(store, stream);
        expect(n).toBeGreaterThanOrEqual(acknowledged);
        expect(n).toBeLessThanOrEqual(acknowledged + uncertain);
      }
    },
    60_000 + CRASHES * 5_000,
  );
});
