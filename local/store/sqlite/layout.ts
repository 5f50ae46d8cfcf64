import type Database from 'better-sqlite3';
import { fieldsOf } from '../../../cloudfunctions/fields.ts';
import type { Collection } from '../../../cloudfunctions/store.ts';

/** The form of the tables below; a file of a later form is refused. */
const FORM = 1;

/** The name of an index says what it holds. */
export function indexName(collection: string, fields: readonly string[]): string {
  return `${collection}(${fields.join(',')})`;
}

/**
 * Brings tables, columns and indexes to the manifest, all or nothing. Documents are never touched,
 * and a collection that is no longer declared stays where it is.
 */
export function layOut(db: Database.Database, collections: readonly Collection[]): void {
  const form = Number(db.pragma('user_version', { simple: true }));
  if (form > FORM) throw new Error('this database was written by a newer version: update first');
  const bring = db.transaction(() => {
    for (const collection of collections) layOutOne(db, collection);
    db.pragma(`user_version = ${FORM}`);
  });
  bring.immediate();
}

function layOutOne(db: Database.Database, collection: Collection): void {
  const { name, indexes } = collection;
  db.exec(`CREATE TABLE IF NOT EXISTS "${name}" (_id TEXT PRIMARY KEY NOT NULL, doc TEXT NOT NULL)`);
  dropStaleIndexes(db, collection);
  matchColumns(db, name, fieldsOf(collection));
  for (const fields of indexes) {
    const columns = fields.map((field) => `"${field}"`).join(', ');
    db.exec(
      `CREATE INDEX IF NOT EXISTS "${indexName(name, fields)}" ON "${name}" (${columns}, _id) WHERE "${fields[0]}" IS NOT NULL`,
    );
  }
}

function dropStaleIndexes(db: Database.Database, { name, indexes }: Collection): void {
  const wanted = new Set(indexes.map((fields) => indexName(name, fields)));
  const there = db
    .prepare<[string], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?`,
    )
    .pluck()
    .all(name);
  for (const index of there) if (!wanted.has(index)) db.exec(`DROP INDEX "${index}"`);
}

/** A column nobody declares any more would go stale unseen, so it goes; a new one is filled from the documents. */
function matchColumns(db: Database.Database, table: string, wanted: readonly string[]): void {
  const there = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  for (const column of there) {
    if (column !== '_id' && column !== 'doc' && !wanted.includes(column)) {
      db.exec(`ALTER TABLE "${table}" DROP COLUMN "${column}"`);
    }
  }
  for (const column of wanted) {
    if (there.includes(column)) continue;
    db.exec(`ALTER TABLE "${table}" ADD COLUMN "${column}"`);
    db.exec(
      `UPDATE "${table}" SET "${column}" = json_extract(doc, '$.${column}') WHERE json_type(doc, '$.${column}') IN ('text', 'integer', 'real')`,
    );
  }
}
