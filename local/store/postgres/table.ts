import { isScalar, scalarsOf, textOf } from '../../../cloudfunctions/fields.ts';
import type { Doc } from '../../../cloudfunctions/store.ts';
import type { Said, Statement } from './batch.ts';
import { keyOf } from './key.ts';

/** Which columns a table has beside `_id` and `doc`: the fields declared now, and those that once were. */
export type Columns = ReadonlyMap<string, readonly string[]>;

/** What is said of one collection. Every column of its table is written with the document. */
export class Table {
  readonly #name: string;
  readonly #declared: readonly string[];
  readonly #columns: readonly string[];
  readonly #get: Statement;
  readonly #remove: Statement;
  readonly #create: Statement;
  readonly #put: Statement;
  readonly #update: Statement;

  constructor(name: string, declared: readonly string[], columns: readonly string[]) {
    this.#name = name;
    this.#declared = declared;
    this.#columns = columns;
    const all = ['_id', 'doc', ...columns].map((column) => `"${column}"`);
    const marks = all.map((_, n) => `$${n + 1}`);
    const insert = `INSERT INTO "${name}" (${all.join(', ')}) VALUES (${marks.join(', ')}) ON CONFLICT (_id) DO UPDATE SET`;
    const set = (value: (column: string, n: number) => string) =>
      all
        .slice(1)
        .map((column, n) => `${column} = ${value(column, n)}`)
        .join(', ');
    const said = (way: string, text: string): Statement => ({ name: `${way} ${name}`, text });
    this.#get = said('get', `SELECT doc FROM "${name}" WHERE _id = $1`);
    this.#remove = said('remove', `DELETE FROM "${name}" WHERE _id = $1`);
    this.#create = said('create', `${insert} _id = NULL`);
    this.#put = said('put', `${insert} ${set((column) => `excluded.${column}`)}`);
    this.#update = said('update', `UPDATE "${name}" SET ${set((_, n) => `$${n + 2}`)} WHERE _id = $1`);
  }

  get(id: string): Said {
    return { statement: this.#get, values: [id] };
  }

  remove(id: string): Said {
    return { statement: this.#remove, values: [id] };
  }

  /** `there`: the document is known to be there, which saves the server the attempt to insert it. */
  put(doc: Doc, there: boolean): Said {
    return { statement: there ? this.#update : this.#put, values: this.#values(doc) };
  }

  /**
   * A document the snapshot shows is a conflict for good, one it does not show yet a serialization failure: the
   * server tries to change either, and an id cannot be null.
   */
  create(doc: Doc): Said {
    return { statement: this.#create, values: this.#values(doc) };
  }

  #values(doc: Doc): (string | null)[] {
    scalarsOf(this.#name, this.#declared, doc);
    const keys = this.#columns.map((column) => {
      const value = doc[column];
      return isScalar(value) ? keyOf(value) : null;
    });
    return [doc._id, textOf(this.#name, doc), ...keys];
  }
}

export type Tables = ReadonlyMap<string, Table>;

export function tableOf(tables: Tables, name: string): Table {
  const table = tables.get(name);
  if (!table) throw new Error(`there is no collection “${name}”`);
  return table;
}
