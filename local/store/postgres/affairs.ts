import pg from 'pg';
import type { Collection } from '../../../cloudfunctions/store.ts';

/** What hosts on one database settle among themselves, beside the store port. */
export interface Affairs {
  /** Empties every collection, all or nothing. */
  clear(): Promise<void>;
  /** Does the work unless another host is at it just now. A saving, not a promise: two may meet. */
  alone(work: () => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

const SWEEP = 0x31574954;
/** The server lets go of a host that fell silent in the midst of its work after this time, in ms. */
const SILENCE = 60_000;

export function affairsOf(url: string, collections: readonly Collection[]): Affairs {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'onewhistle',
    max: 2,
    connectionTimeoutMillis: 5000,
    idle_in_transaction_session_timeout: SILENCE,
    keepAlive: true,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    clear: () =>
      inOne(pool, async (client) => {
        for (const { name } of collections) await client.query(`DELETE FROM "${name}"`);
      }),
    alone: (work) =>
      inOne(pool, async (client) => {
        const { rows } = await client.query<{ mine: boolean }>(
          'SELECT pg_try_advisory_xact_lock($1) AS mine',
          [SWEEP],
        );
        if (rows[0]?.mine) await work();
      }),
    close: () => pool.end(),
  };
}

async function inOne(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
    client.release();
  } catch (fault) {
    client.release(true);
    throw fault;
  }
}
