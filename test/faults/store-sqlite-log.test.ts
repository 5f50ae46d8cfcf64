import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { openReader, openWriter } from '../../local/store/sqlite/file.ts';
import { openSqlite } from '../../local/store/sqlite.ts';
import { pairCollections as collections, intact, step } from './store-pairs.ts';

const IMAGES = Number(process.env.IMAGES ?? 150);
const STEPS = 60;

const folder = mkdtempSync(join(tmpdir(), 'faults-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Cut {
  readonly how: 'truncate' | 'garble' | 'zero' | 'flip';
  /** Where, as a share of the log. */
  readonly at: number;
  readonly noise: Uint8Array;
}

const cuts: fc.Arbitrary<Cut> = fc.record({
  how: fc.constantFrom('truncate', 'garble', 'zero', 'flip'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  noise: fc.uint8Array({ minLength: 1, maxLength: 6000 }),
});

/** The log as a power cut could leave it. */
function damaged(log: Buffer, { how, at, noise }: Cut): Buffer {
  const offset = Math.floor(at * (log.length - 1));
  if (how === 'truncate') return log.subarray(0, offset);
  const image = Buffer.from(log);
  if (how === 'garble') image.set(noise.subarray(0, log.length - offset), offset);
  if (how === 'zero') image.fill(0, offset - (offset % 512));
  if (how === 'flip') image[offset] = (image[offset] ?? 0) ^ (1 << ((noise[0] ?? 0) % 8));
  return image;
}

/** The offset behind each commit in the log: a commit is a frame that names the size of the database. */
function commitsOf(log: Buffer): number[] {
  const frame = 24 + 4096;
  const ends: number[] = [];
  for (let at = 32; at + frame <= log.length; at += frame) {
    if (log.readUInt32BE(at + 4) !== 0) ends.push(at + frame);
  }
  return ends;
}

test(`whatever a power cut leaves of the log, what is found is a committed beginning: ${IMAGES} images`, async () => {
  const file = join(folder, 'whole.db');
  await (await openSqlite({ file, collections })).close();
  const store = await openSqlite({ file, collections });
  const base = readFileSync(file);
  for (let n = 0; n < STEPS; n += 1) await step(store, 'a', '志'.repeat(n * 7));
  const log = readFileSync(`${file}-wal`);
  const ends = commitsOf(log);
  expect(ends.length).toBeGreaterThanOrEqual(STEPS);

  const image = join(folder, 'image.db');
  const property = fc.asyncProperty(cuts, async (cut) => {
    rmSync(`${image}-shm`, { force: true });
    writeFileSync(image, base);
    writeFileSync(`${image}-wal`, damaged(log, cut));
    const restored = await openSqlite({ file: image, collections });
    const n = await intact(restored, 'a');
    await restored.close();
    const untouched = ends.filter((end) => end <= Math.floor(cut.at * (log.length - 1)) - 512).length;
    expect(n).toBeGreaterThanOrEqual(untouched - (ends.length - STEPS));
    const check = new Database(image, { readonly: true });
    expect(check.pragma('integrity_check', { simple: true })).toBe('ok');
    check.close();
  });
  await fc.assert(property, {
    numRuns: IMAGES,
    ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}),
  });
  await store.close();
}, 120_000);

test('transactions that wait together share one commit', async () => {
  const file = join(folder, 'grouped.db');
  await (await openSqlite({ file, collections })).close();
  const store = await openSqlite({ file, collections });
  const before = commitsOf(readFileSync(`${file}-wal`)).length;
  await Promise.all(Array.from({ length: 64 }, (_, n) => step(store, `s${n}`)));
  expect(commitsOf(readFileSync(`${file}-wal`)).length - before).toBe(1);
  await store.close();
});

test('every connection stands at synchronous = FULL, on a file opened again too', async () => {
  const file = join(folder, 'pragma.db');
  const store = await openSqlite({ file, collections });
  await step(store, 'a');
  await store.close();
  for (const open of [openWriter, openReader, openWriter]) {
    const db = open(file);
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    db.close();
  }
});

test('a copy of the file without its log is the state at the last checkpoint, whole', async () => {
  const file = join(folder, 'checkpoint.db');
  const store = await openSqlite({ file, collections });
  await step(store, 'a');
  await store.close();
  const again = await openSqlite({ file, collections });
  await step(again, 'a');
  copyFileSync(file, join(folder, 'copy.db'));
  const copy = await openSqlite({ file: join(folder, 'copy.db'), collections });
  expect(await intact(copy, 'a')).toBe(1);
  await copy.close();
  await again.close();
});
