import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { collections } from '../../cloudfunctions/collections.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import { openPostgres } from '../../local/store/postgres.ts';
import { openSqlite } from '../../local/store/sqlite.ts';
import { missing, startPostgres } from '../contract/postgres-server.ts';
import type { Row } from './recording.ts';

/** A store to measure, and the bare driver beside it on tables of its own with no index but their key. */
export interface Engine {
  readonly store: Store;
  /** Writes rows in one durable transaction with the bare driver. */
  floor(rows: readonly Row[]): Promise<void>;
  /** Milliseconds of CPU its own server has used so far; 0 where there is none or none can be seen. */
  serverCpu(): Promise<number>;
  /** Lets it put its house in order, as it does by itself in time: reading begins after that. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export type EngineName = 'sqlite' | 'postgres';

export const engines: Readonly<Record<EngineName, () => Promise<Engine>>> = { sqlite, postgres };

/** Of each to PostgreSQL; the test's server allows 60 in all. */
const connections = 24;

const names = collections.map(({ name }) => name);

async function sqlite(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'onewhistle-bench-'));
  const store = await openSqlite({ file: join(folder, 'bench.sqlite'), collections });
  const db = new Database(join(folder, 'raw.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const put = new Map(
    names.map((name) => {
      db.exec(`CREATE TABLE "${name}" (_id TEXT PRIMARY KEY NOT NULL, doc TEXT NOT NULL)`);
      return [name, db.prepare(`INSERT OR REPLACE INTO "${name}" VALUES (?, ?)`)];
    }),
  );
  const write = db.transaction((rows: readonly Row[]) => {
    for (const { collection, doc } of rows) put.get(collection)?.run(doc._id, JSON.stringify(doc));
  });
  return {
    store,
    floor: async (rows) => write.immediate(rows),
    serverCpu: async () => 0,
    settle: async () => undefined,
    async close() {
      db.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function postgres(): Promise<Engine> {
  const why = missing();
  if (why !== undefined) throw new Error(`no PostgreSQL to measure: ${why}`);
  const server = await startPostgres();
  const store = await openPostgres({ url: server.url, collections, pool: connections });
  const watch = new pg.Client(server.url);
  await watch.connect();
  await watch.query('CREATE SCHEMA raw');
  for (const name of names)
    await watch.query(`CREATE TABLE raw."${name}" (_id text PRIMARY KEY, doc jsonb NOT NULL)`);
  const pool = new pg.Pool({ connectionString: server.url, max: connections });
  return {
    store,
    floor: (rows) => writeBare(pool, rows),
    serverCpu: cpuOf(watch),
    settle: async () => void (await watch.query('VACUUM ANALYZE')),
    async close() {
      await pool.end();
      await watch.end();
      await store.close();
      server.stop();
    },
  };
}

async function writeBare(pool: pg.Pool, rows: readonly Row[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const { collection, doc } of rows) {
      const text = `INSERT INTO raw."${collection}" VALUES ($1, $2) ON CONFLICT (_id) DO UPDATE SET doc = excluded.doc`;
      await client.query({ name: collection, text, values: [doc._id, JSON.stringify(doc)] });
    }
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

/** Of the server's processes as far as they were seen alive, from the system's books; a tick there is 10 ms. */
function cpuOf(watch: pg.Client): () => Promise<number> {
  const ticks = new Map<number, number>();
  return async () => {
    if (process.platform !== 'linux') return 0;
    const { rows } = await watch.query<{ pid: number }>('SELECT pid FROM pg_stat_activity');
    for (const { pid } of rows) ticks.set(pid, Math.max(ticksOf(pid), ticks.get(pid) ?? 0));
    return [...ticks.values()].reduce((sum, each) => sum + each * 10, 0);
  };
}

function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0;
  }
}
