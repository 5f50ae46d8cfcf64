import type Database from 'better-sqlite3';
import { checkId, fieldsOf, scalarsOf, textOf } from '../../../cloudfunctions/fields.ts';
import { type Collection, Conflict, type Doc, type Scalar } from '../../../cloudfunctions/store.ts';
import { codeOf } from './file.ts';

/** What a document's columns hold, in the order of its declared fields. */
export type Columns = readonly Scalar[];

/** One collection on the writing connection, its statements prepared once. */
export class Table {
  readonly #db: Database.Database;
  readonly #name: string;
  readonly #fields: readonly string[];
  readonly #read: Database.Statement<[string], string>;
  readonly #put: Database.Statement<unknown[]>;
  readonly #create: Database.Statement<unknown[]>;
  readonly #remove: Database.Statement<[string]>;
  /** By the fields that change. */
  readonly #updates = new Map<string, Database.Statement<unknown[]>>();

  constructor(db: Database.Database, collection: Collection) {
    this.#db = db;
    this.#name = collection.name;
    this.#fields = fieldsOf(collection);
    const columns = ['_id', 'doc', ...this.#fields].map((field) => `"${field}"`);
    const table = `"${this.#name}"`;
    const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    const update = columns.slice(1).map((column) => `${column} = excluded.${column}`);
    this.#read = db.prepare<[string], string>(`SELECT doc FROM ${table} WHERE _id = ?`).pluck();
    this.#create = db.prepare(insert);
    this.#put = db.prepare(`${insert} ON CONFLICT (_id) DO UPDATE SET ${update.join(', ')}`);
    this.#remove = db.prepare(`DELETE FROM ${table} WHERE _id = ?`);
  }

  get<D extends Doc>(id: string): D | undefined {
    checkId(this.#name, id);
    const text = this.#read.get(id);
    return text === undefined ? undefined : (JSON.parse(text) as D);
  }

  /** The columns of a document that was read. */
  columnsOf(doc: Doc): Columns {
    return this.#fields.map((field) => (doc[field] ?? null) as Scalar);
  }

  /** With the columns as they are now, indexes whose fields stay the same are not written anew. */
  put(doc: Doc, before?: Columns): Columns {
    const scalars = scalarsOf(this.#name, this.#fields, doc);
    const text = textOf(this.#name, doc);
    if (before) this.#update(doc._id, text, scalars, before);
    else this.#put.run([doc._id, text, ...scalars]);
    return scalars;
  }

  create(doc: Doc): Columns {
    const scalars = scalarsOf(this.#name, this.#fields, doc);
    try {
      this.#create.run([doc._id, textOf(this.#name, doc), ...scalars]);
      return scalars;
    } catch (fault) {
      if (codeOf(fault) === 'SQLITE_CONSTRAINT_PRIMARYKEY')
        throw new Conflict(`${this.#name} ${doc._id} is already there`);
      throw fault;
    }
  }

  remove(id: string): void {
    checkId(this.#name, id);
    this.#remove.run(id);
  }

  #update(id: string, text: string, scalars: Columns, before: Columns): void {
    const changed = this.#fields.filter((_, at) => scalars[at] !== before[at]);
    const values = scalars.filter((scalar, at) => scalar !== before[at]);
    this.#updating(changed).run([text, ...values, id]);
  }

  #updating(changed: readonly string[]): Database.Statement<unknown[]> {
    const key = changed.join(',');
    const known = this.#updates.get(key);
    if (known) return known;
    const columns = ['doc', ...changed].map((field) => `"${field}" = ?`);
    const statement = this.#db.prepare<unknown[]>(
      `UPDATE "${this.#name}" SET ${columns.join(', ')} WHERE _id = ?`,
    );
    this.#updates.set(key, statement);
    return statement;
  }
}

export type Tables = ReadonlyMap<string, Table>;

export function tableOf(tables: Tables, name: string): Table {
  const table = tables.get(name);
  if (!table) throw new Error(`there is no collection “${name}”`);
  return table;
}
