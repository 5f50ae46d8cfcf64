import type { ClientBase, QueryConfig } from 'pg';
import { checkId, scalarsOf, textOf } from '../../../cloudfunctions/fields.ts';
import { Conflict, type Doc, type Transaction } from '../../../cloudfunctions/store.ts';
import { isTaken } from './faults.ts';

/** The declared fields of each collection. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/**
 * The transaction a callback holds. Its reads are awaited; what it writes is sent at once and answered for at the
 * end, so that all of it and the commit travel together. One failed call dooms it, and it is of no use once the
 * callback is done.
 */
export class Open implements Transaction {
  readonly #client: ClientBase;
  readonly #fields: Fields;
  readonly #touched: Set<string>;
  #over = false;
  /** What doomed it, whether the callback passed it on or not. */
  fault: unknown;
  /** Whether it has written anything. */
  wrote = false;

  /** `touched`: the documents it came to are put in there. */
  constructor(client: ClientBase, fields: Fields, touched: Set<string>) {
    this.#client = client;
    this.#fields = fields;
    this.#touched = touched;
    this.#send({ name: 'BEGIN', text: 'BEGIN ISOLATION LEVEL REPEATABLE READ' });
  }

  get<D extends Doc>(collection: string, id: string): Promise<D | undefined> {
    return this.#do(collection, id, async () => {
      checkId(collection, id);
      const text = `SELECT doc FROM "${collection}" WHERE _id = $1`;
      const query = { name: `get ${collection}`, text, values: [id] };
      return (await this.#client.query<{ doc: D }>(query)).rows[0]?.doc;
    });
  }

  put(collection: string, doc: Doc): Promise<void> {
    return this.#write('put', collection, doc, 'doc = excluded.doc');
  }

  /**
   * A document the snapshot shows is a conflict for good, one it does not show yet a serialization failure: the
   * server tries to change either, and an id cannot be null.
   */
  create(collection: string, doc: Doc): Promise<void> {
    return this.#write('create', collection, doc, '_id = NULL');
  }

  remove(collection: string, id: string): Promise<void> {
    return this.#do(collection, id, async () => {
      checkId(collection, id);
      this.wrote = true;
      const text = `DELETE FROM "${collection}" WHERE _id = $1`;
      this.#send({ name: `remove ${collection}`, text, values: [id] });
    });
  }

  /** Takes no more calls; throws what doomed it, should the callback have kept that to itself. */
  end(): void {
    this.stop();
    if (this.fault !== undefined) throw this.fault;
  }

  stop(): void {
    this.#over = true;
  }

  #write(name: string, collection: string, doc: Doc, otherwise: string): Promise<void> {
    return this.#do(collection, doc._id, async (fields) => {
      scalarsOf(collection, fields, doc);
      const values = [doc._id, textOf(collection, doc)];
      this.wrote = true;
      const text = `INSERT INTO "${collection}" (_id, doc) VALUES ($1, $2) ON CONFLICT (_id) DO UPDATE SET ${otherwise}`;
      this.#send({ name: `${name} ${collection}`, text, values });
    });
  }

  /** What fails here fails everything after it, the commit too. */
  #send(query: QueryConfig): void {
    this.#client.query(query).catch((fault: unknown) => {
      this.fault ??= isTaken(fault) ? new Conflict('a document to be created is already there') : fault;
    });
  }

  async #do<T>(collection: string, id: string, act: (fields: readonly string[]) => Promise<T>): Promise<T> {
    if (this.#over) throw new Error('this transaction is over');
    if (this.fault !== undefined) throw this.fault;
    try {
      const fields = this.#fields.get(collection);
      if (!fields) throw new Error(`there is no collection “${collection}”`);
      this.#touched.add(`${collection}/${id}`);
      return await act(fields);
    } catch (fault) {
      this.fault ??= fault;
      throw fault;
    }
  }
}
