import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { openWriter } from '../../local/store/sqlite/file.ts';
import { layOut } from '../../local/store/sqlite/layout.ts';
import { Table } from '../../local/store/sqlite/table.ts';
import { Writer } from '../../local/store/sqlite/writer.ts';
import { openSqlite } from '../../local/store/sqlite.ts';
import { bundled, run } from './child.ts';
import { pairCollections as collections, intact, stateOf, step } from './store-pairs.ts';

const KILLS = Number(process.env.KILLS ?? 24);
const STREAMS = ['a', 'b', 'c', 'd'];

const folder = mkdtempSync(join(tmpdir(), 'faults-'));
afterAll(() => rmSync(folder, { recursive: true }));

const healthy = (file: string) => {
  const db = new Database(file, { readonly: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
};

/** The last step each stream was told is durable. */
const acknowledged = (lines: readonly string[], stream: string) =>
  Math.max(
    0,
    ...lines.filter((line) => line.startsWith(`${stream} `)).map((line) => Number(line.split(' ')[1])),
  );

describe('a process killed at any moment', () => {
  let writer: string;
  beforeAll(async () => {
    writer = await bundled('store-writer', folder);
  });

  test(`loses nothing it acknowledged and leaves no torn pair, ${KILLS} times`, async () => {
    const file = join(folder, 'killed.db');
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { child, until, ended } = run(process.execPath, [writer, file, ...STREAMS]);
      if (kill % 4 !== 0) await until((line) => line.startsWith('a '));
      await pause(Math.random() * (kill % 4 === 0 ? 200 : 60));
      child.kill('SIGKILL');
      const lines = await ended();
      const store = await openSqlite({ file, collections });
      for (const stream of STREAMS) {
        expect(await intact(store, stream)).toBeGreaterThanOrEqual(acknowledged(lines, stream));
      }
      await store.close();
    }
    healthy(file);
  }, 120_000);

  test('keeps the file to itself while it lives, and leaves it free when it is killed', async () => {
    const file = join(folder, 'held.db');
    const { child, until, ended } = run(process.execPath, [writer, file, 'a']);
    await until((line) => line === 'open');
    await expect(openSqlite({ file, collections })).rejects.toThrow(/already open/);
    child.kill('SIGKILL');
    await ended();
    const store = await openSqlite({ file, collections });
    await store.close();
  });

  test('that cannot write its log any more answers with the fault and stands where it last acknowledged', async () => {
    const file = join(folder, 'limited.db');
    const limited = `trap '' XFSZ; ulimit -f 600; exec "$0" "$@"`;
    const { ended } = run('bash', ['-c', limited, process.execPath, writer, file, ...STREAMS]);
    const lines = await ended();
    expect(lines.at(-1)).toMatch(/^fault .*(disk|full)/);
    const store = await openSqlite({ file, collections });
    for (const stream of STREAMS) {
      expect(lines).toContain(`stands ${stream} ${acknowledged(lines, stream)}`);
      expect(await intact(store, stream)).toBe(acknowledged(lines, stream));
    }
    expect(await step(store, 'a')).toBe(acknowledged(lines, 'a') + 1);
    await store.close();
    healthy(file);
  });
});

test('a full disk fails the transactions it touches and leaves the state before them', async () => {
  const file = join(folder, 'full.db');
  const db = openWriter(file);
  layOut(db, collections);
  db.pragma('max_page_count = 60');
  const tables = new Map(collections.map((collection) => [collection.name, new Table(db, collection)]));
  const writer = new Writer(db, tables, 5000);
  const done = new Map<string, number>();
  let failed = 0;
  for (let round = 0; round < 40; round += 1) {
    const steps = STREAMS.map(async (stream) => {
      done.set(stream, await step(writer, stream, 'x'.repeat(round % 3 ? 3000 : 30)));
    });
    for (const { status } of await Promise.allSettled(steps)) failed += status === 'rejected' ? 1 : 0;
  }
  await writer.close();
  db.close();
  expect(failed).toBeGreaterThan(20);
  const store = await openSqlite({ file, collections });
  for (const stream of STREAMS) expect(await intact(store, stream)).toBe(done.get(stream));
  await store.close();
  healthy(file);
});

test('a backup taken under writes is whole and not older than its beginning', async () => {
  const store = await openSqlite({ file: join(folder, 'source.db'), collections });
  let going = true;
  const write = async (stream: string) => {
    while (going) await step(store, stream, '志'.repeat(300));
  };
  for (let n = 0; n < 200; n += 1) await step(store, 'a', '志'.repeat(300));
  const writing = Promise.all(STREAMS.map(write));
  for (const copy of ['one.db', 'two.db']) {
    const to = join(folder, copy);
    const least = await stateOf(store, 'a');
    await store.backup(to);
    const most = await stateOf(store, 'a');
    const copied = await openSqlite({ file: to, collections });
    const streams = await Promise.all(STREAMS.map((stream) => intact(copied, stream)));
    expect(streams[0]).toBeGreaterThanOrEqual(least);
    expect(streams[0]).toBeLessThanOrEqual(most);
    await copied.close();
    healthy(to);
  }
  going = false;
  await writing;
  await store.close();
});
