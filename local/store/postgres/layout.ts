import type { ClientBase } from 'pg';
import { fieldsOf } from '../../../cloudfunctions/fields.ts';
import type { Collection } from '../../../cloudfunctions/store.ts';
import { fillFunction, fillTrigger } from './fill.ts';
import { keyExpression, keyFunction } from './key.ts';
import type { Columns } from './table.ts';

/** The form of the tables below; a database of a later form is refused. */
const FORM = 2;
/** Two hosts that start together wait for each other here. */
const LOCK = 0x31574953;

/**
 * Brings the database to the manifest, all or nothing, one host at a time, and gives the columns there are now. It
 * only ever adds: a host of the version before may still be running. What such a host does not know to fill in, the
 * server does.
 */
export async function layOut(client: ClientBase, collections: readonly Collection[]): Promise<Columns> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await checkForm(client);
    await client.query(keyFunction);
    await client.query(fillFunction);
    const columns = new Map<string, readonly string[]>();
    for (const one of collections) columns.set(one.name, await layOutOne(client, one));
    await client.query('COMMIT');
    return columns;
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

async function layOutOne(client: ClientBase, collection: Collection): Promise<string[]> {
  const { name, indexes } = collection;
  await client.query(
    `CREATE TABLE IF NOT EXISTS "${name}" (_id text COLLATE "C" PRIMARY KEY, doc json NOT NULL)`,
  );
  const there = await columnsOf(client, name);
  const missing = fieldsOf(collection).filter((field) => !there.has(field));
  await alter(client, name, missing.map(computed));
  const all = [...there.keys(), ...missing].sort();
  await alter(client, name, all.filter((field) => there.get(field) !== 'NEVER').map(plain));
  for (const fields of indexes) {
    const columns = fields.map((field) => `"${field}"`).join(', ');
    await client.query(
      `CREATE INDEX IF NOT EXISTS "${name}(${fields.join(',')})" ON "${name}" (${columns}, _id) WHERE "${fields[0]}" IS NOT NULL`,
    );
  }
  if (all.length > 0) await client.query(fillTrigger(name, all));
  return all;
}

/** Computed once, when it is added: that fills it from the documents that are there. */
function computed(field: string): string {
  return `ADD COLUMN "${field}" text COLLATE "C" GENERATED ALWAYS AS (${keyExpression(field)}) STORED`;
}

/** What it holds stays. */
function plain(field: string): string {
  return `ALTER COLUMN "${field}" DROP EXPRESSION`;
}

async function alter(client: ClientBase, table: string, changes: readonly string[]): Promise<void> {
  if (changes.length > 0) await client.query(`ALTER TABLE "${table}" ${changes.join(', ')}`);
}

/** Our columns beside `_id` and `doc`, and whether the server computes them itself. */
async function columnsOf(client: ClientBase, table: string): Promise<Map<string, string>> {
  const { rows } = await client.query<Record<'name' | 'way', string>>(
    `SELECT column_name AS name, is_generated AS way FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1 AND collation_name = 'C' AND column_name <> '_id'`,
    [table],
  );
  return new Map(rows.map(({ name, way }) => [name, way]));
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
