import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections } from '../../cloudfunctions/collections.ts';
import { handle } from '../../cloudfunctions/door.ts';
import { type Address, inFolder } from '../../local/host/address.ts';
import { openHost } from '../../local/host/host.ts';
import { openStore } from '../../local/host/store.ts';
import { send } from '../../local/journey/caller.ts';
import { replay } from '../../local/journey/replay.ts';
import { backUp, restore } from '../../local/move/backup.ts';
import { missing, type Server, startPostgres } from '../contract/postgres-server.ts';
import { picture } from '../support/picture.ts';
import { contentOf } from './office.ts';

const folder = mkdtempSync(join(tmpdir(), 'backup-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fresh = (name: string) => join(mkdtempSync(join(folder, 'one-')), name);

const resident = 'resident-zhuoma';
const text = '河边的栏杆断了一截，孩子放学都从那里走，请尽快修好。';
/** A picture of its own for each word. */
function png(what: string): Buffer {
  const [red = 0, green = 0, blue = 0] = createHash('sha256').update(what).digest();
  return picture(1, 1, [red, green, blue]);
}

async function withPhoto({ cloud }: Awaited<ReturnType<typeof openHost>>, what: string): Promise<string> {
  const answer = await handle(cloud, resident, { photo: png(what).toString('base64') });
  if (!answer.ok) throw new Error(answer.message);
  const { id: photo } = answer.value as { id: string };
  const id = randomUUID();
  const command = { type: 'submit', text, photos: [photo], identity: 'open' };
  await send(cloud, resident, { process: 'appeal', id, command });
  return id;
}

/** Backs a working office up, restores it elsewhere, and compares what came of it. */
async function drill(store: Address, data: string, restored: Address): Promise<void> {
  const host = await openHost({ data, store, assets: new Map(), empty: false });
  const before: string[] = [];
  for (let n = 0; n < 5; n += 1) before.push(await withPhoto(host, `before ${n}`));
  let going = true;
  const during: string[] = [];
  const write = async (who: number) => {
    for (let n = 0; going; n += 1) during.push(await withPhoto(host, `during ${who} ${n}`));
  };
  const writing = Promise.all([0, 1, 2].map(write));
  while (during.length < 10) await withPhoto(host, `waiting ${during.length}`);
  const to = fresh('backup');
  const kept = await backUp(store, data, to);
  const whole = during.length;
  while (during.length < whole + 5) await withPhoto(host, `after ${during.length}`);
  going = false;
  await writing;
  await host.close();

  const place = fresh('data');
  const back = await restore(to, restored, place);
  expect(back.sums).toEqual(kept.sums);
  expect(back.missing + kept.missing).toBe(0);
  const there = await openStore(restored);
  for (const { name } of collections)
    expect(await there.store.count({ collection: name, where: {} })).toBe(kept.sums[name]?.count);
  expect((await replay(there.store)).different).toEqual([]);
  for (const id of [...before, ...during.slice(0, 10)])
    expect(await there.store.get('appeal', id)).toBeDefined();
  const appeals = await there.store.count({ collection: 'appeal', where: { owner: resident } });
  expect(appeals).toBeGreaterThanOrEqual(15);
  await there.close();
  const photos = readdirSync(join(place, 'files')).filter((name) => name !== '.secret');
  expect(photos).toHaveLength(kept.sums.file?.count ?? Number.NaN);
  for (const name of photos)
    expect(readFileSync(join(place, 'files', name))).toEqual(readFileSync(join(data, 'files', name)));
  await expect(restore(to, restored, place)).rejects.toThrow(/已有数据，不会覆盖/);
}

test('the drill: backed up under writes and restored, a SQLite office replays equal', async () => {
  const data = fresh('data');
  const elsewhere = fresh('restored.sqlite');
  await drill(inFolder(data), data, { kind: 'sqlite', file: elsewhere });
  const to = fresh('again');
  await backUp({ kind: 'sqlite', file: elsewhere }, data, to);
  await expect(backUp(inFolder(data), data, to)).rejects.toThrow(/已经有了，不会覆盖/);
}, 120_000);

test('a photo the folder has lost is counted, and the rest is kept', async () => {
  const data = fresh('data');
  const host = await openHost({ data, assets: new Map(), empty: true });
  await withPhoto(host, 'one');
  await withPhoto(host, 'other');
  await host.close();
  const [lost = ''] = readdirSync(join(data, 'files')).filter((name) => name !== '.secret');
  unlinkSync(join(data, 'files', lost));
  const to = fresh('backup');
  expect(await backUp(inFolder(data), data, to)).toMatchObject({ copied: 1, missing: 1 });
  expect(readdirSync(join(to, 'files'))).not.toContain(lost);
});

test('a backup of nothing leaves nothing behind', async () => {
  const to = fresh('backup');
  await expect(backUp(inFolder(fresh('none')), folder, to)).rejects.toThrow(/没有数据库/);
  expect([existsSync(to), existsSync(`${to}.part`)]).toEqual([false, false]);
});

const why = missing();
const described = why === undefined ? describe : describe.skip;

described(`with PostgreSQL${why === undefined ? '' : `, not tried here: ${why}`}`, () => {
  let server: Server;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server?.stop());

  test('the drill: backed up under writes there and restored into SQLite, and from SQLite into PostgreSQL', async () => {
    const data = fresh('data');
    const sqlite = { kind: 'sqlite', file: fresh('restored.sqlite') } as const;
    await drill({ kind: 'postgres', url: server.url }, data, sqlite);
    const to = fresh('backup');
    await backUp(sqlite, data, to);
    const other = await openStore({ kind: 'postgres', url: server.url });
    await other.clear();
    await other.close();
    const back = { kind: 'postgres', url: server.url } as const;
    await restore(to, back, fresh('data'));
    expect(await contentOf(back)).toBe(await contentOf(sqlite));
  }, 120_000);
});
