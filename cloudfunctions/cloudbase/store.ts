import { setTimeout as pause } from 'node:timers/promises';
import type { CloudBase } from '@cloudbase/node-sdk';
import { checkId, checkManifest } from '../fields.ts';
import { type Plan, planCount, planFind } from '../plan.ts';
import { type Collection, Conflict, type Doc, type Query, type Store, type Transaction } from '../store.ts';
import { isConflict, passes } from './faults.ts';
import { docOf } from './row.ts';
import { type Database, Open } from './transaction.ts';
import { whereOf } from './where.ts';

/** How often something is tried before what is in its way is passed on. */
const ATTEMPTS = 12;
/** The longest pause before the second attempt, in ms; it doubles from one to the next. */
const FIRST_PAUSE = 20;
const LONGEST_PAUSE = 1000;

/**
 * The store on the document database of a CloudBase environment, through the official SDK. The collections and
 * their indexes must be there: the SDK cannot make them.
 */
export function openCloudBase(app: CloudBase, collections: readonly Collection[]): Store {
  checkManifest(collections);
  return new CloudBaseStore(app.database(), collections);
}

class CloudBaseStore implements Store {
  readonly #database: Database;
  readonly #collections: readonly Collection[];
  readonly #byName: ReadonlyMap<string, Collection>;
  readonly #running = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(database: Database, collections: readonly Collection[]) {
    this.#database = database;
    this.#collections = collections;
    this.#byName = new Map(collections.map((collection) => [collection.name, collection]));
  }

  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (this.#closing) return Promise.reject(new Error('the store is closed'));
    const run = persist(() => this.#once(work));
    this.#running.add(run);
    const done = () => this.#running.delete(run);
    run.then(done, done);
    return run;
  }

  async get<D extends Doc>(collection: string, id: string): Promise<D | undefined> {
    if (!this.#byName.has(collection)) throw new Error(`there is no collection “${collection}”`);
    checkId(collection, id);
    const { data } = await persist(() => this.#database.collection(collection).doc(id).get());
    return data[0] && docOf<D>(data[0].doc);
  }

  async find<D extends Doc>(query: Query): Promise<D[]> {
    const plan = planFind(this.#collections, query);
    if (plan.branches.length === 0) return [];
    const way = plan.descending ? 'desc' : 'asc';
    const wanted = this.#where(plan);
    const ordered = plan.order === undefined ? wanted : wanted.orderBy(plan.order, way);
    const { data } = await persist(() => ordered.orderBy('_id', way).limit(query.limit).get());
    return data.map(({ doc }) => docOf<D>(doc));
  }

  async count(query: Pick<Query, 'collection' | 'where'>): Promise<number> {
    const plan = planCount(this.#collections, query);
    if (plan.branches.length === 0) return 0;
    return Number((await persist(() => this.#where(plan).count())).total);
  }

  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#running).then(() => undefined);
    return this.#closing;
  }

  #where(plan: Plan) {
    return this.#database.collection(plan.collection).where(whereOf(this.#database.command, plan));
  }

  /** One run of the work on a snapshot of its own. */
  async #once<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const tx = new Open(this.#database, this.#byName);
    try {
      const value = await work(tx);
      await tx.commit();
      return value;
    } catch (fault) {
      await tx.abort(fault);
      throw passes(tx.fault) ? tx.fault : fault;
    }
  }
}

/** Runs it again, after a pause of random length, as long as what is in the way may pass. */
async function persist<T>(act: () => Promise<T>): Promise<T> {
  for (
    let attempt = 1, longest = FIRST_PAUSE;
    ;
    attempt += 1, longest = Math.min(longest * 2, LONGEST_PAUSE)
  ) {
    try {
      return await act();
    } catch (fault) {
      if (!passes(fault)) throw fault;
      if (attempt === ATTEMPTS)
        throw isConflict(fault) ? new Conflict('too many at once', { cause: fault }) : fault;
    }
    await pause(Math.random() * longest);
  }
}
