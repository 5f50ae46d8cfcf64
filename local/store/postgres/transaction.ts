import type { ClientBase } from 'pg';
import { checkId } from '../../../cloudfunctions/fields.ts';
import { Conflict, type Doc, type Transaction } from '../../../cloudfunctions/store.ts';
import { type Answer, ask, type Said } from './batch.ts';
import { isTaken } from './faults.ts';
import { type Table, type Tables, tableOf } from './table.ts';

const begin: Said = {
  statement: { name: 'BEGIN', text: 'BEGIN ISOLATION LEVEL REPEATABLE READ' },
  values: [],
};
const commit: Said = { statement: { name: 'COMMIT', text: 'COMMIT' }, values: [] };

/**
 * The transaction a callback holds. What it writes waits for its next reading, or for its end: so the beginning
 * travels with the first reading, and the last writings with the commit. One failed call dooms it, and it is of no
 * use once the callback is done.
 */
export class Open implements Transaction {
  readonly #client: ClientBase;
  readonly #tables: Tables;
  readonly #touched: Set<string>;
  /** The documents that are there, as far as this transaction has seen them. */
  readonly #there = new Set<string>();
  #unsaid: Said[] = [begin];
  #over = false;
  /** What doomed it, whether the callback passed it on or not. */
  fault: unknown;
  /** Whether it has written anything. */
  wrote = false;
  /** Whether the server has heard of it. */
  begun = false;

  /** `touched`: the documents it came to are put in there. */
  constructor(client: ClientBase, tables: Tables, touched: Set<string>) {
    this.#client = client;
    this.#tables = tables;
    this.#touched = touched;
  }

  get<D extends Doc>(collection: string, id: string): Promise<D | undefined> {
    return this.#do(collection, id, async (table, key) => {
      checkId(collection, id);
      const { rows } = await this.#say(table.get(id));
      const text = rows[0]?.[0];
      if (text === undefined) return undefined;
      this.#there.add(key);
      return JSON.parse(text) as D;
    });
  }

  put(collection: string, doc: Doc): Promise<void> {
    return this.#do(collection, doc._id, async (table, key) => {
      this.#write(table.put(doc, this.#there.has(key)));
    });
  }

  create(collection: string, doc: Doc): Promise<void> {
    return this.#do(collection, doc._id, async (table) => this.#write(table.create(doc)));
  }

  remove(collection: string, id: string): Promise<void> {
    return this.#do(collection, id, async (table, key) => {
      checkId(collection, id);
      this.#there.delete(key);
      this.#write(table.remove(id));
    });
  }

  /**
   * Takes no more calls; throws what doomed it, should the callback have kept that to itself. Where a writing fails
   * there is no commit.
   */
  async commit(): Promise<void> {
    this.stop();
    if (this.fault !== undefined) throw this.fault;
    const { tag } = await this.#say(commit);
    if (tag !== 'COMMIT') throw new Error('PostgreSQL rolled the transaction back');
  }

  stop(): void {
    this.#over = true;
  }

  #write(said: Said): void {
    this.wrote = true;
    this.#unsaid.push(said);
  }

  async #say(last: Said): Promise<Answer> {
    const said = [...this.#unsaid, last];
    this.#unsaid = [];
    this.begun = true;
    try {
      return await ask(this.#client, said);
    } catch (fault) {
      throw isTaken(fault) ? new Conflict('a document to be created is already there') : fault;
    }
  }

  async #do<T>(collection: string, id: string, act: (table: Table, key: string) => Promise<T>): Promise<T> {
    if (this.#over) throw new Error('this transaction is over');
    if (this.fault !== undefined) throw this.fault;
    const key = `${collection}/${id}`;
    try {
      const table = tableOf(this.#tables, collection);
      this.#touched.add(key);
      return await act(table, key);
    } catch (fault) {
      this.fault ??= fault;
      throw fault;
    }
  }
}
