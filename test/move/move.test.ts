import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openHost } from '../../local/host/host.ts';
import { openStore } from '../../local/host/store.ts';
import { Usage } from '../../local/host/usage.ts';
import { replay } from '../../local/journey/replay.ts';
import { openFolderSource, openFolderTarget } from '../../local/move/folder.ts';
import { move } from '../../local/move/move.ts';
import type { Target } from '../../local/move/places.ts';
import { openSource } from '../../local/move/sources.ts';
import { openStoreTarget } from '../../local/move/store-target.ts';
import { sentenceFor } from '../../local/move/telling.ts';
import { missing, type Server, startPostgres } from '../contract/postgres-server.ts';
import { bundled, run } from '../faults/child.ts';
import { bytesOf, contentOf, contentOfSource, sampleIn } from './office.ts';

const why = missing();
const described = why === undefined ? describe : describe.skip;
const kills = Number(process.env.KILLS ?? 6);

const folder = mkdtempSync(join(tmpdir(), 'move-'));
const fresh = () => mkdtempSync(join(folder, 'one-'));
const file = (path: string) => ({ kind: 'sqlite', file: path }) as const;
let sample: Awaited<ReturnType<typeof sampleIn>>;
let program: string;

beforeAll(async () => {
  sample = await sampleIn(fresh());
  program = await bundled('../move/move-child', folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function moved(from: Parameters<typeof openSource>[0], target: Target): Promise<void> {
  const source = await openSource(from, { live: false });
  try {
    await move({ source, target, say: () => undefined });
  } finally {
    await target.close();
    await source.close();
  }
}

/** Kills the move again and again after it has said so many lines, then lets it come to its end. */
async function killedTo(to: string): Promise<number> {
  let killed = 0;
  for (let after = 3; killed < kills; after += 7) {
    const { child, until, ended } = run(process.execPath, [program, sample.file, to]);
    let heard = 0;
    await until(() => ++heard > after);
    child.kill('SIGKILL');
    if ((await ended()).includes('done')) return killed;
    killed += 1;
  }
  expect(await run(process.execPath, [program, sample.file, to]).ended()).toContain('done');
  return killed;
}

test('to a folder and back into SQLite everything is there, and the source is as it was', async () => {
  const before = bytesOf(sample.file);
  const lines = join(fresh(), 'lines');
  await moved(sample, openFolderTarget(lines));
  const content = await contentOf(sample);
  expect(content.split('\n').length).toBeGreaterThan(300);
  expect(await contentOfSource(openFolderSource(lines))).toBe(content);
  const appeals = readFileSync(join(lines, 'appeal.json'), 'utf8').trim().split('\n');
  expect(appeals.map((line) => typeof JSON.parse(line)._id)).toEqual(appeals.map(() => 'string'));

  const back = file(join(fresh(), 'back.sqlite'));
  const target = await openStoreTarget(back);
  await move({ source: openFolderSource(lines), target, say: () => undefined });
  await target.close();
  expect(await contentOf(back)).toBe(content);
  expect(bytesOf(sample.file)).toBe(before);
});

test('killed on the way to a folder and started again, it goes on and nothing is doubled', async () => {
  const lines = join(fresh(), 'lines');
  expect(await killedTo(lines)).toBeGreaterThan(1);
  expect(await contentOfSource(openFolderSource(lines))).toBe(await contentOf(sample));
}, 60_000);

/** A move that fails after this many writes. */
async function brokenOff(to: Parameters<typeof openStoreTarget>[0], writes: number): Promise<void> {
  const target = await openStoreTarget(to);
  const source = await openSource(sample, { live: false });
  let left = writes;
  const write: Target['write'] = async (docs, mark) => {
    if (left-- === 0) throw new Usage('没电了');
    await target.write(docs, mark);
  };
  const moving = move({ source, target: { ...target, write }, say: () => undefined, page: 50 });
  await expect(moving).rejects.toThrow('没电了');
  await source.close();
  await target.close();
}

test('a store half filled opens no host, is no source, and takes no other source', async () => {
  const data = fresh();
  const half = file(join(data, 'onewhistle.sqlite'));
  await brokenOff(half, 3);
  await expect(openHost({ data, assets: new Map(), empty: true })).rejects.toThrow(/还没有搬完/);
  await expect(moved(half, openFolderTarget(join(fresh(), 'lines')))).rejects.toThrow(/没有搬完的库/);
  const other = await sampleIn(fresh());
  await expect(moved(other, await openStoreTarget(half))).rejects.toThrow(/另一次没搬完的内容/);
  await moved(sample, await openStoreTarget(half));
  expect(await contentOf(half)).toBe(await contentOf(sample));
});

test('a place with something in it is refused, and so is a source in use or not there', async () => {
  const other = await sampleIn(fresh());
  await expect(moved(sample, await openStoreTarget(other))).rejects.toThrow(/已有数据，不会覆盖/);
  const letters = fresh();
  writeFileSync(join(letters, 'letter'), 'Dear street,');
  await expect(moved(sample, openFolderTarget(letters))).rejects.toThrow(/已有内容，不会覆盖/);
  expect(readdirSync(letters)).toEqual(['letter']);
  const open = await openStore(sample);
  await expect(openSource(sample, { live: false })).rejects.toThrow(/正被另一个进程使用/);
  await open.close();
  await expect(openSource(file(join(folder, 'none')), { live: false })).rejects.toThrow(/没有数据库/);
});

test('what stopped a command is told in a sentence, and a fault of ours is not', async () => {
  const coded = (code: string) => Object.assign(new Error('cause'), { code });
  expect(sentenceFor(new Error('during the commit', { cause: coded('ECONNRESET') }))).toMatch(/连接断了/);
  expect(sentenceFor(coded('57P01'))).toMatch(/连接断了/);
  expect(sentenceFor(coded('ENOSPC'))).toMatch(/磁盘满了/);
  expect(sentenceFor(new TypeError('x is not a function'))).toBeUndefined();
  const blocked = join(fresh(), 'letter');
  writeFileSync(blocked, 'Dear street,');
  const error = await moved(sample, openFolderTarget(join(blocked, 'lines'))).catch((fault) => fault);
  expect(sentenceFor(error)).toMatch(/读写不了，请检查路径和权限/);
});

test.each([
  ['changed', (text: string) => text.replace('"status":"closed"', '"status":"opened"')],
  ['cut off', (text: string) => text.slice(0, text.lastIndexOf('\n{') + 1)],
  ['garbled', (text: string) => text.replace('{', '[')],
])('a folder in which a file was %s is refused as a source', async (_, harm) => {
  const lines = join(fresh(), 'lines');
  await moved(sample, openFolderTarget(lines));
  const path = join(lines, 'appeal.json');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, harm(text));
  expect(readFileSync(path, 'utf8')).not.toBe(text);
  const to = file(join(fresh(), 'one.sqlite'));
  const target = await openStoreTarget(to);
  const moving = move({ source: openFolderSource(lines), target, say: () => undefined });
  await expect(moving).rejects.toThrow(/对不上.*appeal|文件坏了/);
  await target.close();
  expect(await contentOf(to)).toBe('');
});

described(`to PostgreSQL${why === undefined ? '' : `, not tried here: ${why}`}`, () => {
  let server: Server;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server?.stop());

  const at = () => ({ kind: 'postgres', url: server.url }) as const;
  beforeEach(async () => {
    const client = new pg.Client(server.url);
    await client.connect();
    await client.query('DROP SCHEMA public CASCADE');
    await client.query('CREATE SCHEMA public');
    await client.end();
  });

  test('and back, equal to the last byte, with every state the fold of its events', async () => {
    await moved(sample, await openStoreTarget(at()));
    const content = await contentOf(sample);
    expect(await contentOf(at())).toBe(content);
    const back = file(join(fresh(), 'back.sqlite'));
    await moved(at(), await openStoreTarget(back));
    expect(await contentOf(back)).toBe(content);
    const { store, close } = await openStore(back);
    expect((await replay(store)).different).toEqual([]);
    await close();
  });

  test('killed on the way and started again, it goes on and nothing is doubled', async () => {
    expect(await killedTo(server.url)).toBeGreaterThan(1);
    expect(await contentOf(at())).toBe(await contentOf(sample));
  }, 60_000);

  test('a host that still runs on it is told to be stopped first', async () => {
    const { store, close } = await openStore(at());
    await store.get('office', 'office');
    await expect(openSource(at(), { live: false })).rejects.toThrow(/还有主机连着/);
    await close();
  });
});
