import type { CloudBase } from '@cloudbase/node-sdk';
import { checkId } from '../fields.ts';
import { type Collection, Conflict, type Doc, type Transaction, Uncertain } from '../store.ts';
import { isConflict, isDuplicate, isEnded } from './faults.ts';
import { docOf, type Row, rowOf } from './row.ts';

export type Database = ReturnType<CloudBase['database']>;

/** The part of the SDK's transaction we use: one document at a time, and adding. */
interface Handle {
  collection(name: string): Pick<ReturnType<Database['collection']>, 'doc' | 'add'>;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

/** What is to become of one document. `fresh`: it must not be there yet. */
interface Written {
  readonly collection: string;
  readonly id: string;
  /** `undefined` removes it. */
  readonly row: Row | undefined;
  readonly fresh: boolean;
}

/** The most documents one request adds. */
const BATCH = 100;

/**
 * The transaction a callback holds. Reads go to the server, one after the other; writes are kept and sent
 * together at the end, so that documents are locked for as short as possible and one request adds many.
 * It begins with the first read. One failed call dooms it, and it is of no use once the callback is done.
 */
export class Open implements Transaction {
  readonly #database: Database;
  readonly #collections: ReadonlyMap<string, Collection>;
  /** What the snapshot shows, as JSON; `undefined` when not there. */
  readonly #read = new Map<string, Promise<string | undefined>>();
  readonly #absent = new Set<string>();
  readonly #written = new Map<string, Written>();
  #handle: Promise<Handle> | undefined;
  #line: Promise<unknown> = Promise.resolve();
  #over = false;
  /** What doomed it, whether the callback passed it on or not. */
  fault: unknown;

  constructor(database: Database, collections: ReadonlyMap<string, Collection>) {
    this.#database = database;
    this.#collections = collections;
  }

  get<D extends Doc>(collection: string, id: string): Promise<D | undefined> {
    return this.#do(collection, async () => {
      checkId(collection, id);
      const written = this.#written.get(keyOf(collection, id));
      const text = written ? written.row?.doc : await this.#fetch(collection, id);
      return text === undefined ? undefined : docOf<D>(text);
    });
  }

  put(collection: string, doc: Doc): Promise<void> {
    return this.#do(collection, async (declared) => {
      const row = rowOf(declared, doc);
      const key = keyOf(collection, row._id);
      const fresh = this.#written.get(key)?.fresh ?? false;
      this.#written.set(key, { collection, id: row._id, row, fresh });
    });
  }

  create(collection: string, doc: Doc): Promise<void> {
    return this.#do(collection, async (declared) => {
      const row = rowOf(declared, doc);
      const key = keyOf(collection, row._id);
      const before = this.#written.get(key);
      const there = before ? before.row !== undefined : (await this.#read.get(key)) !== undefined;
      if (there) throw taken(collection, row._id);
      this.#written.set(key, { collection, id: row._id, row, fresh: before === undefined });
    });
  }

  remove(collection: string, id: string): Promise<void> {
    return this.#do(collection, async () => {
      checkId(collection, id);
      const key = keyOf(collection, id);
      const before = this.#written.get(key);
      const there = before?.fresh ? await this.#fetch(collection, id) : undefined;
      if (there !== undefined) throw taken(collection, id);
      this.#written.set(key, { collection, id, row: undefined, fresh: false });
    });
  }

  /** Sends what was written and makes it durable; throws what doomed it, should the callback have kept that to itself. */
  async commit(): Promise<void> {
    this.#over = true;
    if (this.fault !== undefined) throw this.fault;
    if (this.#written.size === 0) return this.abort();
    await this.#send();
    const handle = await this.#begin();
    await handle.commit().catch((fault: unknown) => {
      throw isConflict(fault) ? fault : new Uncertain(fault);
    });
  }

  /** Gives it up, unless the server already has; never rejects, for after 30 s the server does so by itself. */
  async abort(because?: unknown): Promise<void> {
    this.#over = true;
    if (isEnded(because) || isEnded(this.fault) || because instanceof Uncertain) return;
    const handle = await this.#handle?.catch(() => undefined);
    await handle?.rollback().catch(() => undefined);
  }

  /** Documents that are there first: who loses one of them runs again, before any `create` can fail for good. */
  async #send(): Promise<void> {
    const all = [...this.#written.values()];
    const isNew = ({ collection, id }: Written) => this.#absent.has(keyOf(collection, id));
    for (const one of all) if (!one.fresh && !isNew(one)) await this.#replace(one);
    await this.#add(all.filter((one) => !one.fresh && isNew(one)));
    await this.#add(all.filter((one) => one.fresh)).catch((fault) => {
      throw isDuplicate(fault)
        ? new Conflict('a document to be created is already there', { cause: fault })
        : fault;
    });
  }

  async #replace({ collection, id, row }: Written): Promise<void> {
    const document = (await this.#begin()).collection(collection).doc(id);
    if (row === undefined) return void (await document.remove());
    const { _id, ...rest } = row;
    await document.set(rest);
  }

  async #add(documents: readonly Written[]): Promise<void> {
    for (const collection of new Set(documents.map((one) => one.collection))) {
      const rows = documents.flatMap((one) => (one.collection === collection && one.row ? [one.row] : []));
      const into = (await this.#begin()).collection(collection);
      for (let at = 0; at < rows.length; at += BATCH) await into.add(rows.slice(at, at + BATCH));
    }
  }

  #fetch(collection: string, id: string): Promise<string | undefined> {
    const key = keyOf(collection, id);
    const known = this.#read.get(key);
    if (known) return known;
    const reading = this.#inTurn(async (): Promise<string | undefined> => {
      const { data } = await (await this.#begin()).collection(collection).doc(id).get();
      if (!data) this.#absent.add(key);
      return data?.doc;
    });
    this.#read.set(key, reading);
    return reading;
  }

  #begin(): Promise<Handle> {
    this.#handle ??= this.#database.startTransaction() as Promise<Handle>;
    return this.#handle;
  }

  /** A transaction of CloudBase takes one call at a time. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#line.then(act, act);
    this.#line = turn;
    return turn;
  }

  async #do<T>(collection: string, act: (declared: Collection) => Promise<T>): Promise<T> {
    if (this.#over) throw new Error('this transaction is over');
    if (this.fault !== undefined) throw this.fault;
    try {
      const declared = this.#collections.get(collection);
      if (!declared) throw new Error(`there is no collection “${collection}”`);
      return await act(declared);
    } catch (fault) {
      this.fault ??= fault;
      throw fault;
    }
  }
}

function keyOf(collection: string, id: string): string {
  return `${collection}/${id}`;
}

function taken(collection: string, id: string): Conflict {
  return new Conflict(`${collection} ${id} is already there`);
}
