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
import { compileCount, compileFind, type Statement } from './compile.ts';
import { within } from './patience.ts';
import { isConflict, isLost } from './postgres/faults.ts';
import { dialect } from './postgres/key.ts';
import { checkServer, layOut } from './postgres/layout.ts';
import { openPool } from './postgres/pool.ts';
import { type Fields, Open } from './postgres/transaction.ts';
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
type Row = Record<string, unknown>;

/**
 * Opens the store on a PostgreSQL database, which any number of hosts may share. Rejects with one sentence
 * when the server would not keep what it acknowledges or the database comes from a newer version.
 */
export async function openPostgres(options: PostgresOptions): Promise<Store> {
  const { url, collections, pool: max = 10, patience = 5000, stamina = 15_000 } = options;
  checkManifest(collections);
  const pool = openPool(url, max, patience);
  const store = new Postgres(pool, collections, patience, stamina);
  try {
    await store.prepare();
    return store;
  } catch (fault) {
    await store.close();
    throw fault;
  }
}

class Postgres implements Store {
  readonly #pool: Pool;
  readonly #collections: readonly Collection[];
  readonly #fields: Fields;
  readonly #patience: number;
  readonly #stamina: number;
  readonly #turns = new Turns();
  readonly #running = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(pool: Pool, collections: readonly Collection[], patience: number, stamina: number) {
    this.#pool = pool;
    this.#collections = collections;
    this.#fields = new Map(collections.map((collection) => [collection.name, fieldsOf(collection)]));
    this.#patience = patience;
    this.#stamina = stamina;
  }

  prepare(): Promise<void> {
    return this.#persist(async () => {
      const client = await this.#pool.connect();
      try {
        await checkServer(client);
        await layOut(client, this.#collections);
      } finally {
        client.release(true);
      }
    });
  }

  transact<T>(work: Work<T>): Promise<T> {
    if (this.#closing) return Promise.reject(new Error('the store is closed'));
    const touched = new Set<string>();
    const once = () => this.#once(work, touched);
    const run = this.#persist(() => (touched.size === 0 ? once() : this.#turns.take(touched, once)));
    this.#running.add(run);
    const done = () => this.#running.delete(run);
    run.then(done, done);
    return run;
  }

  async get<D extends Doc>(collection: string, id: string): Promise<D | undefined> {
    if (!this.#fields.has(collection)) throw new Error(`there is no collection “${collection}”`);
    checkId(collection, id);
    const text = `SELECT doc FROM "${collection}" WHERE _id = $1`;
    const rows = await this.#read({ text, values: [id] }, `get ${collection}`);
    return rows[0]?.doc as D | undefined;
  }

  async find<D extends Doc>(query: Query): Promise<D[]> {
    const plan = planFind(this.#collections, query);
    if (plan.branches.length === 0) return [];
    const statement = compileFind(dialect, plan, query.limit);
    const kept = plan.branches.length <= FEW;
    const rows = await this.#read(statement, kept ? nameOf(statement.text) : undefined);
    return rows.map(({ doc }) => doc as D);
  }

  async count(query: Pick<Query, 'collection' | 'where'>): Promise<number> {
    const plan = planCount(this.#collections, query);
    if (plan.branches.length === 0) return 0;
    return Number((await this.#read(compileCount(dialect, plan)))[0]?.n);
  }

  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#running).then(() => this.#pool.end());
    return this.#closing;
  }

  /** With a name the server keeps the statement prepared; the transaction's own reads go by the same names. */
  #read({ text, values }: Statement, name?: string): Promise<Row[]> {
    const query = { text, values: [...values], ...(name !== undefined && { name }) };
    return this.#persist(async () => (await this.#pool.query<Row>(query)).rows);
  }

  /** One run of the work on a snapshot of its own. */
  async #once<T>(work: Work<T>, touched: Set<string>): Promise<T> {
    const client = await this.#pool.connect();
    const tx = new Open(client, this.#fields, touched);
    try {
      const value = await within(this.#patience, () => work(tx));
      tx.end();
      await commit(client, tx);
      client.release();
      return value;
    } catch (fault) {
      tx.stop();
      await giveBack(client, fault);
      throw !(fault instanceof Uncertain) && passes(tx.fault) ? tx.fault : fault;
    }
  }

  /** Runs it again, after a pause of random length, as long as what is in the way may pass. */
  async #persist<T>(act: () => Promise<T>): Promise<T> {
    const end = performance.now() + this.#stamina;
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
}

function passes(fault: unknown): boolean {
  return !(fault instanceof Uncertain) && (isConflict(fault) || isLost(fault));
}

/**
 * Goes out behind writes that have not been answered yet: where one of them failed there is nothing to commit, and
 * the server says so. A lost connection leaves the outcome open, unless there was nothing to commit.
 */
async function commit(client: PoolClient, tx: Open): Promise<void> {
  const done = await client.query({ name: 'COMMIT', text: 'COMMIT' }).catch((fault) => {
    throw tx.wrote && isLost(fault) ? new Uncertain(fault) : fault;
  });
  if (done.command !== 'COMMIT') throw tx.fault ?? new Error('PostgreSQL rolled the transaction back');
}

async function giveBack(client: PoolClient, fault: unknown): Promise<void> {
  if (isLost(fault) || fault instanceof Uncertain) return client.release(true);
  await client.query('ROLLBACK').then(
    () => client.release(),
    () => client.release(true),
  );
}

/** The same words have the same name; the server takes no longer ones. */
function nameOf(text: string): string {
  return `find ${createHash('sha256').update(text).digest('base64url')}`;
}
