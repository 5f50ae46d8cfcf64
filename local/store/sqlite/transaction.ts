import type { Doc, Transaction } from '../../../cloudfunctions/store.ts';
import { type Table, type Tables, tableOf } from './table.ts';

/** The transaction a callback holds. One failed call dooms it, and it is of no use once the callback is done. */
export class Open implements Transaction {
  readonly #tables: Tables;
  #fault: unknown;
  #over = false;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  async get<D extends Doc>(collection: string, id: string): Promise<D | undefined> {
    return this.#do(collection, (table) => table.get<D>(id));
  }

  async put(collection: string, doc: Doc): Promise<void> {
    this.#do(collection, (table) => table.put(doc));
  }

  async create(collection: string, doc: Doc): Promise<void> {
    this.#do(collection, (table) => table.create(doc));
  }

  async remove(collection: string, id: string): Promise<void> {
    this.#do(collection, (table) => table.remove(id));
  }

  /** Takes no more calls; throws what doomed it, should the callback have kept that to itself. */
  end(): void {
    this.stop();
    if (this.#fault !== undefined) throw this.#fault;
  }

  stop(): void {
    this.#over = true;
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
