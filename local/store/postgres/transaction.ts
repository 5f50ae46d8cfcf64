import type { ClientBase } from 'pg';
import { checkId, scalarsOf, textOf } from '../../../cloudfunctions/fields.ts';
import { Conflict, type Doc, type Transaction } from '../../../cloudfunctions/store.ts';

/** The declared fields of each collection. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** The transaction a callback holds. One failed call dooms it, and it is of no use once the callback is done. */
export class Open implements Transaction {
  readonly #client: ClientBase;
  readonly #fields: Fields;
  #over = false;
  /** What doomed it, whether the callback passed it on or not. */
  fault: unknown;
  /** Whether it has written anything. */
  wrote = false;

  constructor(client: ClientBase, fields: Fields) {
    this.#client = client;
    this.#fields = fields;
  }

  get<D extends Doc>(collection: string, id: string): Promise<D | undefined> {
    return this.#do(collection, async () => {
      checkId(collection, id);
      const rows = await this.#query('get', collection, `SELECT doc FROM "${collection}" WHERE _id = $1`, [
        id,
      ]);
      return rows[0]?.doc as D | undefined;
    });
  }

  put(collection: string, doc: Doc): Promise<void> {
    const put = 'ON CONFLICT (_id) DO UPDATE SET doc = excluded.doc';
    return this.#do(collection, async (fields) => {
      await this.#write('put', collection, fields, doc, put);
    });
  }

  /** A document the snapshot shows is a conflict for good; one it does not show yet is a serialization failure. */
  create(collection: string, doc: Doc): Promise<void> {
    return this.#do(collection, async (fields) => {
      const rows = await this.#write(
        'create',
        collection,
        fields,
        doc,
        'ON CONFLICT (_id) DO NOTHING RETURNING 1',
      );
      if (rows.length === 0) throw new Conflict(`${collection} ${doc._id} is already there`);
    });
  }

  remove(collection: string, id: string): Promise<void> {
    return this.#do(collection, async () => {
      checkId(collection, id);
      this.wrote = true;
      await this.#query('remove', collection, `DELETE FROM "${collection}" WHERE _id = $1`, [id]);
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

  #write(name: string, collection: string, fields: readonly string[], doc: Doc, otherwise: string) {
    scalarsOf(collection, fields, doc);
    const text = textOf(collection, doc);
    this.wrote = true;
    return this.#query(
      name,
      collection,
      `INSERT INTO "${collection}" (_id, doc) VALUES ($1, $2) ${otherwise}`,
      [doc._id, text],
    );
  }

  async #query(
    name: string,
    collection: string,
    text: string,
    values: string[],
  ): Promise<{ doc?: unknown }[]> {
    const { rows } = await this.#client.query<{ doc?: unknown }>({
      name: `${name} ${collection}`,
      text,
      values,
    });
    return rows;
  }

  async #do<T>(collection: string, act: (fields: readonly string[]) => Promise<T>): Promise<T> {
    if (this.#over) throw new Error('this transaction is over');
    if (this.fault !== undefined) throw this.fault;
    try {
      const fields = this.#fields.get(collection);
      if (!fields) throw new Error(`there is no collection “${collection}”`);
      return await act(fields);
    } catch (fault) {
      this.fault ??= fault;
      throw fault;
    }
  }
}
