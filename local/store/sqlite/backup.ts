import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';

/**
 * Copies what is committed at this moment while writing goes on. The copy appears under its name whole,
 * durable, or not at all. The source is a connection nobody else uses, or it must be idle meanwhile.
 */
export async function backUp(source: Database.Database, to: string): Promise<void> {
  if (existsSync(`${to}-wal`)) throw new Error(`${to} is in use: a copy cannot take its place`);
  const part = `${to}.part`;
  rmSync(part, { force: true });
  try {
    await source.backup(part);
    sync(part);
    renameSync(part, to);
    sync(dirname(to));
  } finally {
    rmSync(part, { force: true });
  }
}

/** Writing on goes to the log as long as the view is pinned, so a copy never has to start over. */
export async function pinned<T>(db: Database.Database, work: () => Promise<T>): Promise<T> {
  try {
    db.exec('BEGIN');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return await work();
  } finally {
    db.close();
  }
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
