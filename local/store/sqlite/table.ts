import type Database from 'better-sqlite3';
import { checkId, fieldsOf, scalarsOf, textOf } from '../../../cloudfunctions/fields.ts';
import { type Collection, Conflict, type Doc } from '../../../cloudfunctions/store.ts';
import { codeOf } from './file.ts';

/** One collection on the writing connection, its statements prepared once. */
export class Table {
  readonly #name: string;
  readonly #fields: readonly string[];
  readonly #read: Database.Statement<[string], string>;
  readonly #put: Database.Statement<unknown[]>;
  readonly #create: Database.Statement<unknown[]>;
  readonly #remove: Database.Statement<[string]>;

  constructor(db: Database.Database, collection: Collection) {
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

  put(doc: Doc): void {
    this.#put.run(this.#row(doc));
  }

  create(doc: Doc): void {
    try {
      this.#create.run(this.#row(doc));
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

  #row(doc: Doc): unknown[] {
    const scalars = scalarsOf(this.#name, this.#fields, doc);
    return [doc._id, textOf(this.#name, doc), ...scalars];
  }
}

export type Tables = ReadonlyMap<string, Table>;

export function tableOf(tables: Tables, name: string): Table {
  const table = tables.get(name);
  if (!table) throw new Error(`there is no collection “${name}”`);
  return table;
}
