import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Doc } from '../../cloudfunctions/store.ts';
import { type Address, shown } from '../host/address.ts';
import { sentenceOf } from '../host/store.ts';
import { Usage } from '../host/usage.ts';
import { hold, openReader, refuseForeign } from '../store/sqlite/file.ts';
import { paged, type Source } from './places.ts';

/**
 * The documents of a database as they are at this moment. `live`: hosts may go on writing; otherwise one that
 * is still running is refused, because what it wrote from now on would be left behind. Throws {@link Usage}.
 */
export async function openSource(address: Address, { live }: { readonly live: boolean }): Promise<Source> {
  try {
    return address.kind === 'sqlite'
      ? sqliteSource(address.file, live)
      : await postgresSource(address.url, live);
  } catch (error) {
    throw new Usage(sentenceOf(error, address), { cause: error });
  }
}

function sqliteSource(file: string, live: boolean): Source {
  if (!existsSync(file)) throw new Usage(`没有数据库 ${file}，请检查路径。`);
  refuseForeign(file);
  const release = live ? () => undefined : hold(file);
  const db = openReader(file);
  db.exec('BEGIN');
  const tables = new Set(db.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all());
  const fetch = (name: string) => async (after: string, limit: number) => {
    if (!tables.has(name)) return [];
    const page = db.prepare<[string, number], string>(
      `SELECT doc FROM "${name}" WHERE _id > ? ORDER BY _id LIMIT ?`,
    );
    return page
      .pluck()
      .all(after, limit)
      .map((text) => JSON.parse(text) as Doc);
  };
  return {
    read: (name, after) => paged(after, fetch(name)),
    async close() {
      db.close();
      release();
    },
  };
}

async function postgresSource(url: string, live: boolean): Promise<Source> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'onewhistle-move',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const tables = await begin(client, { url, live });
    const fetch = (name: string) => async (after: string, limit: number) => {
      if (!tables.has(name)) return [];
      const text = `SELECT doc FROM "${name}" WHERE _id > $1 ORDER BY _id LIMIT $2`;
      return (await client.query<{ doc: Doc }>(text, [after, limit])).rows.map(({ doc }) => doc);
    };
    return { read: (name, after) => paged(after, fetch(name)), close: () => client.end() };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** One snapshot for everything that follows; gives the tables that are there. */
async function begin(client: pg.Client, { url, live }: { url: string; live: boolean }): Promise<Set<string>> {
  const where = shown({ kind: 'postgres', url });
  if (!live && !(await leftAlone(client))) throw new Usage(`${where} 还有主机连着，请先停掉所有主机。`);
  await client.query('SET idle_in_transaction_session_timeout = 0');
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const all =
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()';
  const tables = new Set((await client.query<{ name: string }>(all)).rows.map(({ name }) => name));
  if (!tables.has('onewhistle')) throw new Usage(`${where} 里没有一哨通的数据，请检查库名。`);
  return tables;
}

/** Whether no host holds a connection; one that was just stopped takes the server a moment to notice. */
async function leftAlone(client: pg.Client): Promise<boolean> {
  const hosts = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'onewhistle' LIMIT 1`;
  for (const end = performance.now() + 3000; ; await pause(50)) {
    if ((await client.query(hosts)).rowCount === 0) return true;
    if (performance.now() > end) return false;
  }
}
