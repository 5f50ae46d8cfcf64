import type Database from 'better-sqlite3';
import { checkId } from '../../../cloudfunctions/fields.ts';
import { type Plan, planCount, planFind } from '../../../cloudfunctions/plan.ts';
import type { Collection, Doc, Query } from '../../../cloudfunctions/store.ts';
import { compileCount, compileFind, type Dialect, type Statement } from '../compile.ts';
import { indexName } from './layout.ts';

/** The most statements kept prepared; their shapes are few, so this is only ever a ceiling. */
const KEPT = 500;

const dialect: Dialect = {
  from: ({ collection, index }: Plan) =>
    index.length === 0 ? `"${collection}"` : `"${collection}" INDEXED BY "${indexName(collection, index)}"`,
  mark: () => '?',
  value: (scalar) => scalar,
};

/** Reads outside of transactions, on a connection of their own. */
export class Reader {
  readonly #db: Database.Database;
  readonly #collections: readonly Collection[];
  readonly #get = new Map<string, Database.Statement<[string], string>>();
  readonly #prepared = new Map<string, Database.Statement<unknown[], unknown>>();

  constructor(db: Database.Database, collections: readonly Collection[]) {
    this.#db = db;
    this.#collections = collections;
    for (const { name } of collections) {
      this.#get.set(name, db.prepare<[string], string>(`SELECT doc FROM "${name}" WHERE _id = ?`).pluck());
    }
  }

  get<D extends Doc>(collection: string, id: string): D | undefined {
    const statement = this.#get.get(collection);
    if (!statement) throw new Error(`there is no collection “${collection}”`);
    checkId(collection, id);
    const text = statement.get(id);
    return text === undefined ? undefined : (JSON.parse(text) as D);
  }

  find<D extends Doc>(query: Query): D[] {
    const plan = planFind(this.#collections, query);
    if (plan.branches.length === 0) return [];
    return this.#rows(compileFind(dialect, plan, query.limit)).map(({ doc }) => JSON.parse(String(doc)) as D);
  }

  count(query: Pick<Query, 'collection' | 'where'>): number {
    const plan = planCount(this.#collections, query);
    if (plan.branches.length === 0) return 0;
    return Number(this.#rows(compileCount(dialect, plan))[0]?.n);
  }

  #rows({ text, values }: Statement): Record<string, unknown>[] {
    return this.#prepare(text).all(...values) as Record<string, unknown>[];
  }

  #prepare(text: string): Database.Statement<unknown[], unknown> {
    const known = this.#prepared.get(text);
    if (known) return known;
    if (this.#prepared.size >= KEPT) this.#prepared.clear();
    const statement = this.#db.prepare<unknown[], unknown>(text);
    this.#prepared.set(text, statement);
    return statement;
  }
}
