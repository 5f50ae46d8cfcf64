import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { checkId, checkManifest, fieldsOf } from '../../cloudfunctions/fields.ts';
import { planCount, planFind } from '../../cloudfunctions/plan.ts';
import {
  type Collection,
  Conflict,
  type Doc,
  type Query,
  type Store,
  type Transaction,
  Uncertain,
} from '../../cloudfunctions/store.ts';
import { compileCount, compileFind } from './compile.ts';
import { within } from './patience.ts';
import { ask, type Said } from './postgres/batch.ts';
import { isConflict, isLost } from './postgres/faults.ts';
import { fillSetting } from './postgres/fill.ts';
import { dialect } from './postgres/key.ts';
import { checkServer, layOut } from './postgres/layout.ts';
import { openPool } from './postgres/pool.ts';
import { type Columns, Table, type Tables, tableOf } from './postgres/table.ts';
import { Open } from './postgres/transaction.ts';
import { Turns } from './postgres/turns.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  readonly collections: readonly Collection[];
  /** The most connections this host holds; 10 if not said. */
  readonly pool?: number;
  /** How long one run of a transaction may take, in ms; 5,000 if not said. */
  readonly patience?: number;
  /** How long conflicts and a lost connection are ridden out before they are passed on, in ms; 15,000 if not said. */
  readonly stamina?: number;
}

/** Questions of more branches than that come in too many shapes to be kept prepared. */
const FEW = 8;

type Work<T> = (tx: Transaction) => Promise<T>;

/**
 * Opens the store on a PostgreSQL database, which any number of hosts may share. Rejects with one sentence
 * when the server would not keep what it acknowledges or the database comes from a newer version.
 */
export async function openPostgres(options: PostgresOptions): Promise<Store> {
  const { url, collections, pool: max = 10, patience = 5000, stamina = 15_000 } = options;
  checkManifest(collections);
  const columns = await persist(stamina, () => prepare(url, collections, patience));
  const pool = openPool(url, max, patience, fillSetting(columns));
  return new Postgres(pool, collections, columns, patience, stamina);
}

function prepare(url: string, collections: readonly Collection[], patience: number): Promise<Columns> {
  const pool = openPool(url, 1, patience);
  const prepared = pool.connect().then(async (client) => {
    try {
      await checkServer(client);
      return await layOut(client, collections);
    } finally {
      client.release(true);
    }
  });
  return prepared.finally(() => pool.end());
}

class Postgres implements Store {
  readonly #pool: Pool;
  readonly #collections: readonly Collection[];
  readonly #tables: Tables;
  readonly #patience: number;
  readonly #stamina: number;
  readonly #turns = new Turns();
  readonly #running = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(
    pool: Pool,
    collections: readonly Collection[],
    columns: Columns,
    patience: number,
    stamina: number,
  ) {
    this.#pool = pool;
    this.#collections = collections;
    this.#tables = new Map(
      collections.map((one) => [one.name, new Table(one.name, fieldsOf(one), columns.get(one.name) ?? [])]),
    );
    this.#patience = patience;
    this.#stamina = stamina;
  }

  transact<T>(work: Work<T>): Promise<T> {
    if (this.#closing) return Promise.reject(new Error('the store is closed'));
    const touched = new Set<string>();
    const once = () => this.#once(work, touched);
    const run = persist(this.#stamina, () => (touched.size === 0 ? once() : this.#turns.take(touched, once)));
    this.#running.add(run);
    const done = () => this.#running.delete(run);
    run.then(done, done);
    return run;
  }

  async get<D extends Doc>(collection: string, id: string): Promise<D | undefined> {
    const table = tableOf(this.#tables, collection);
    checkId(collection, id);
    const [doc] = await this.#read(table.get(id));
    return doc as D | undefined;
  }

  async find<D extends Doc>(query: Query): Promise<D[]> {
    const plan = planFind(this.#collections, query);
    if (plan.branches.length === 0) return [];
    const { text, values } = compileFind(dialect, plan, query.limit);
    const name = plan.branches.length <= FEW ? nameOf(text) : '';
    return (await this.#read({ statement: { name, text }, values: values.map(String) })) as D[];
  }

  async count(query: Pick<Query, 'collection' | 'where'>): Promise<number> {
    const plan = planCount(this.#collections, query);
    if (plan.branches.length === 0) return 0;
    const { text, values } = compileCount(dialect, plan);
    return Number((await this.#read({ statement: { name: '', text }, values: values.map(String) }))[0]);
  }

  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#running).then(() => this.#pool.end());
    return this.#closing;
  }

  /** The last column of each row. */
  #read(said: Said): Promise<unknown[]> {
    return persist(this.#stamina, async () => {
      const { rows } = await ask(this.#pool, [said]);
      return rows.map((row) => JSON.parse(row.at(-1) ?? ''));
    });
  }

  /** One run of the work on a snapshot of its own. */
  async #once<T>(work: Work<T>, touched: Set<string>): Promise<T> {
    const client = await this.#pool.connect();
    const tx = new Open(client, this.#tables, touched);
    try {
      const value = await within(this.#patience, () => work(tx));
      await commit(tx);
      client.release();
      return value;
    } catch (fault) {
      tx.stop();
      await giveBack(client, tx, fault);
      throw !(fault instanceof Uncertain) && passes(tx.fault) ? tx.fault : fault;
    }
  }
}

/** Runs it again, after a pause of random length, as long as what is in the way may pass. */
async function persist<T>(stamina: number, act: () => Promise<T>): Promise<T> {
  const end = performance.now() + stamina;
  for (let longest = 4; ; longest = Math.min(longest * 2, 500)) {
    try {
      return await act();
    } catch (fault) {
      if (!passes(fault)) throw fault;
      if (performance.now() >= end)
        throw isConflict(fault) ? new Conflict('too many at once', { cause: fault }) : fault;
    }
    await pause(Math.random() * longest);
  }
}

function passes(fault: unknown): boolean {
  return !(fault instanceof Uncertain) && (isConflict(fault) || isLost(fault));
}

/** A lost connection leaves the outcome open, unless there was nothing to commit. */
async function commit(tx: Open): Promise<void> {
  try {
    await tx.commit();
  } catch (fault) {
    throw tx.wrote && isLost(fault) ? new Uncertain(fault) : fault;
  }
}

async function giveBack(client: PoolClient, tx: Open, fault: unknown): Promise<void> {
  if (isLost(fault) || fault instanceof Uncertain) return client.release(true);
  if (!tx.begun) return client.release();
  await client.query('ROLLBACK').then(
    () => client.release(),
    () => client.release(true),
  );
}

/** The same words have the same name; the server takes no longer ones. */
function nameOf(text: string): string {
  return `find ${createHash('sha256').update(text).digest('base64url')}`;
}
