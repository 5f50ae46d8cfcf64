import type { ClientBase } from 'pg';
import { fieldsOf } from '../../../cloudfunctions/fields.ts';
import type { Collection } from '../../../cloudfunctions/store.ts';
import { keyExpression, keyFunction } from './key.ts';

/** The form of the tables below; a database of a later form is refused. */
const FORM = 1;
/** Two hosts that start together wait for each other here. */
const LOCK = 0x31574953;

/**
 * Brings the database to the manifest, all or nothing, one host at a time. It only ever adds: a host of the
 * version before may still be running, and the columns, being computed by the server, never go stale.
 */
export async function layOut(client: ClientBase, collections: readonly Collection[]): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await checkForm(client);
    await client.query(keyFunction);
    for (const collection of collections) await layOutOne(client, collection);
    await client.query('COMMIT');
  } catch (fault) {
    await client.query('ROLLBACK');
    throw fault;
  }
}

async function checkForm(client: ClientBase): Promise<void> {
  await client.query('SET LOCAL client_min_messages = warning');
  await client.query(
    'CREATE TABLE IF NOT EXISTS onewhistle (form integer PRIMARY KEY, at timestamptz NOT NULL)',
  );
  const { rows } = await client.query<{ form: number | null }>('SELECT max(form) AS form FROM onewhistle');
  const form = rows[0]?.form ?? 0;
  if (form > FORM) throw new Error('this database was written by a newer version: update first');
  if (form < FORM) await client.query('INSERT INTO onewhistle VALUES ($1, now())', [FORM]);
}

async function layOutOne(client: ClientBase, { name, indexes, ...rest }: Collection): Promise<void> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS "${name}" (_id text COLLATE "C" PRIMARY KEY, doc jsonb NOT NULL)`,
  );
  const there = await columnsOf(client, name);
  const missing = fieldsOf({ name, indexes, ...rest }).filter((field) => !there.has(field));
  const added = missing.map(
    (field) => `ADD COLUMN "${field}" text COLLATE "C" GENERATED ALWAYS AS (${keyExpression(field)}) STORED`,
  );
  if (added.length > 0) await client.query(`ALTER TABLE "${name}" ${added.join(', ')}`);
  for (const fields of indexes) {
    const columns = fields.map((field) => `"${field}"`).join(', ');
    await client.query(
      `CREATE INDEX IF NOT EXISTS "${name}(${fields.join(',')})" ON "${name}" (${columns}, _id) WHERE "${fields[0]}" IS NOT NULL`,
    );
  }
}

async function columnsOf(client: ClientBase, table: string): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1',
    [table],
  );
  return new Set(rows.map(({ name }) => name));
}

/** Refuses a server that would acknowledge what a power cut takes back, or whose text is not Unicode. */
export async function checkServer(client: ClientBase): Promise<void> {
  const { rows } = await client.query<Record<'fsync' | 'commit' | 'encoding', string>>(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('server_encoding') AS encoding`,
  );
  const [server] = rows;
  if (server?.fsync !== 'on' || server.commit === 'off') {
    throw new Error('the PostgreSQL server must run with fsync and synchronous_commit on');
  }
  if (server.encoding !== 'UTF8') throw new Error('the PostgreSQL database must be encoded in UTF8');
}
