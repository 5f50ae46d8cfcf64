import { closeSync, existsSync, openSync, readSync, realpathSync } from 'node:fs';
import Database from 'better-sqlite3';

export const MEMORY = ':memory:';

/** Marks a file as ours in its first 100 bytes. */
const APPLICATION = 0x31574953;
const FULL = 2;

/** Throws one sentence when the file is there and is not ours. */
export function refuseForeign(file: string): void {
  if (file === MEMORY || !existsSync(file)) return;
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  const length = readSync(descriptor, header);
  closeSync(descriptor);
  if (length === 0) return;
  const magic = header.toString('latin1', 0, 16) === 'SQLite format 3\0';
  if (!magic || header.readUInt32BE(68) !== APPLICATION)
    throw new Error(`${file} is not a OneWhistle database`);
}

/**
 * Holds the file for this process until the returned function is called. The lock is the system's own:
 * it falls with the process, however that ends.
 */
export function hold(file: string): () => void {
  if (file === MEMORY) return () => undefined;
  const lock = new Database(`${existsSync(file) ? realpathSync(file) : file}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (fault) {
    lock.close();
    if (codeOf(fault) !== 'SQLITE_BUSY') throw fault;
    throw new Error(`${file} is already open: stop the other process first`);
  }
  return () => lock.close();
}

/** The one connection that writes. */
export function openWriter(file: string): Database.Database {
  const db = new Database(file);
  if (db.pragma('application_id', { simple: true }) === 0) db.pragma(`application_id = ${APPLICATION}`);
  db.pragma('journal_mode = WAL');
  db.pragma('journal_size_limit = 67108864');
  return firm(db);
}

/** A connection that sees only what is committed. */
export function openReader(file: string): Database.Database {
  return firm(new Database(file, { readonly: true, fileMustExist: true }));
}

/** An acknowledged commit survives a power cut only at FULL, and better-sqlite3 opens WAL files at NORMAL. */
function firm(db: Database.Database): Database.Database {
  db.pragma('synchronous = FULL');
  db.pragma('temp_store = MEMORY');
  db.pragma('trusted_schema = OFF');
  const journal = db.pragma('journal_mode', { simple: true });
  if (db.pragma('synchronous', { simple: true }) !== FULL)
    throw new Error('SQLite refused synchronous = FULL');
  if (journal !== 'wal' && journal !== 'memory')
    throw new Error(`SQLite refused the WAL journal: ${journal}`);
  return db;
}

/** SQLite's own code of a fault; by shape, since the native module may have been loaded by another realm. */
export function codeOf(fault: unknown): string | undefined {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
