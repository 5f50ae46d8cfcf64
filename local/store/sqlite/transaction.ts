import type { Doc, Transaction } from '../../../cloudfunctions/store.ts';
import { type Columns, type Table, type Tables, tableOf } from './table.ts';

/** The transaction a callback holds. One failed call dooms it, and it is of no use once the callback is done. */
export class Open implements Transaction {
  readonly #tables: Tables;
  /** The columns of documents that are there, as far as this transaction has seen them. */
  readonly #known = new Map<string, Columns>();
  #fault: unknown;
  #over = false;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  async get<D extends Doc>(collection: string, id: string): Promise<D | undefined> {
    return this.#do(collection, (table) => {
      const doc = table.get<D>(id);
      if (doc) this.#keep(collection, id, table.columnsOf(doc));
      return doc;
    });
  }

  async put(collection: string, doc: Doc): Promise<void> {
    this.#do(collection, (table) => {
      const before = this.#known.get(keyOf(collection, doc._id));
      this.#keep(collection, doc._id, table.put(doc, before));
    });
  }

  async create(collection: string, doc: Doc): Promise<void> {
    this.#do(collection, (table) => this.#keep(collection, doc._id, table.create(doc)));
  }

  async remove(collection: string, id: string): Promise<void> {
    this.#do(collection, (table) => {
      table.remove(id);
      this.#known.delete(keyOf(collection, id));
    });
  }

  /** Takes no more calls; throws what doomed it, should the callback have kept that to itself. */
  end(): void {
    this.stop();
    if (this.#fault !== undefined) throw this.#fault;
  }

  stop(): void {
    this.#over = true;
  }

  #keep(collection: string, id: string, columns: Columns): void {
    this.#known.set(keyOf(collection, id), columns);
  }

  #do<T>(collection: string, act: (table: Table) => T): T {
    if (this.#over) throw new Error('this transaction is over');
    if (this.#fault !== undefined) throw this.#fault;
    try {
      return act(tableOf(this.#tables, collection));
    } catch (fault) {
      this.#fault = fault;
      throw fault;
    }
  }
}

function keyOf(collection: string, id: string): string {
  return `${collection}/${id}`;
}
