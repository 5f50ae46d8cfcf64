import type Database from 'better-sqlite3';
import { checkManifest } from '../../cloudfunctions/fields.ts';
import type { Collection, Doc, Query, Store, Transaction } from '../../cloudfunctions/store.ts';
import { backUp, pinned } from './sqlite/backup.ts';
import { hold, MEMORY, openReader, openWriter, refuseForeign } from './sqlite/file.ts';
import { layOut } from './sqlite/layout.ts';
import { Reader } from './sqlite/reader.ts';
import { Table } from './sqlite/table.ts';
import { Writer } from './sqlite/writer.ts';

export interface SqliteOptions {
  /** A path, made if it is not there (its folder must be), or `:memory:`. */
  readonly file: string;
  readonly collections: readonly Collection[];
  /** How long one transaction may keep the others waiting, in ms; 5,000 if not said. */
  readonly patience?: number;
}

export interface SqliteStore extends Store {
  /** Writes a copy of everything committed at this moment to a file, while work goes on. */
  backup(to: string): Promise<void>;
  /** Empties every collection, all or nothing. */
  clear(): Promise<void>;
}

/**
 * Opens the store on one file, for this process alone. Rejects with one sentence when the file is not ours,
 * comes from a newer version or is open elsewhere.
 */
export async function openSqlite({
  file,
  collections,
  patience = 5000,
}: SqliteOptions): Promise<SqliteStore> {
  checkManifest(collections);
  refuseForeign(file);
  const release = hold(file);
  const opened: Database.Database[] = [];
  const keep = (db: Database.Database) => {
    opened.push(db);
    return db;
  };
  const close = () => {
    for (const db of opened.reverse()) db.close();
    release();
  };
  try {
    const writing = keep(openWriter(file));
    layOut(writing, collections);
    const reading = file === MEMORY ? writing : keep(openReader(file));
    return new Sqlite({ file, collections, patience, writing, reading, close });
  } catch (fault) {
    close();
    throw fault;
  }
}

interface Parts extends Required<SqliteOptions> {
  readonly writing: Database.Database;
  readonly reading: Database.Database;
  readonly close: () => void;
}

class Sqlite implements SqliteStore {
  readonly #parts: Parts;
  readonly #writer: Writer;
  readonly #reader: Reader;
  #closing: Promise<void> | undefined;

  constructor(parts: Parts) {
    const { writing, reading, collections, patience } = parts;
    const tables = new Map(
      collections.map((collection) => [collection.name, new Table(writing, collection)]),
    );
    this.#parts = parts;
    this.#writer = new Writer(writing, tables, patience);
    this.#reader = new Reader(reading, collections);
  }

  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#writer.transact(work);
  }

  async get<D extends Doc>(collection: string, id: string): Promise<D | undefined> {
    await this.#settled();
    return this.#reader.get<D>(collection, id);
  }

  async find<D extends Doc>(query: Query): Promise<D[]> {
    await this.#settled();
    return this.#reader.find<D>(query);
  }

  async count(query: Pick<Query, 'collection' | 'where'>): Promise<number> {
    await this.#settled();
    return this.#reader.count(query);
  }

  async backup(to: string): Promise<void> {
    const { file, writing } = this.#parts;
    await this.#settled();
    if (file === MEMORY) return backUp(writing, to);
    const source = openReader(file);
    return pinned(source, () => backUp(source, to));
  }

  clear(): Promise<void> {
    const { writing, collections } = this.#parts;
    return this.#writer.transact(async () => {
      for (const { name } of collections) writing.exec(`DELETE FROM "${name}"`);
    });
  }

  close(): Promise<void> {
    this.#closing ??= this.#writer.close().then(this.#parts.close);
    return this.#closing;
  }

  /** In memory there is but one connection: only between transactions does it show nothing but what is committed. */
  #settled(): Promise<void> | undefined {
    return this.#parts.file === MEMORY ? this.#writer.idle() : undefined;
  }
}
