import pg from 'pg';

/** Whoever waits for a lock will mostly find a conflict behind it, and the server looks for deadlocks only after 1 s. */
const LOCK_WAIT = 200;

/**
 * `patience`: how long a transaction may take, in ms; the server gives up one that is silent for twice as long.
 * `first`: what each connection begins with.
 */
export function openPool(url: string, max: number, patience: number, first?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'onewhistle',
    max,
    connectionTimeoutMillis: 5000,
    lock_timeout: LOCK_WAIT,
    idle_in_transaction_session_timeout: patience * 2,
    keepAlive: true,
    pipeline: true,
  });
  // A connection that breaks while nobody asks it anything is replaced by the pool; whoever asks hears of it anyway.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    if (first !== undefined) client.query(first).catch(() => undefined);
  });
  return pool;
}
