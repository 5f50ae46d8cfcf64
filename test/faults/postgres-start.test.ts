import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readAddress, shown } from '../../local/host/address.ts';
import { openHost } from '../../local/host/host.ts';
import { openStore } from '../../local/host/store.ts';
import { Usage } from '../../local/host/usage.ts';
import { ask, send } from '../../local/journey/caller.ts';
import { missing, type Server, startPostgres } from '../contract/postgres-server.ts';

const why = missing();
const described = why === undefined ? describe : describe.skip;

test.each(['', 'postgres', 'postgres://', 'postgres://host', 'mysql://u:geheim@host/db', 'sqlite:'])(
  'an address that is none is refused without being repeated: %s',
  (text) => {
    const read = () => readAddress(text, '--store');
    expect(read).toThrow(Usage);
    expect(read).toThrow(/^--store 的地址不对，应是 sqlite:文件 或 /);
    expect(read).not.toThrow(/geheim/);
  },
);

test('an address is shown without its password', () => {
  const address = readAddress('postgres://one:geheim@db.street:6432/whistle?sslmode=require', '--store');
  expect(shown(address)).toBe('postgres://one@db.street:6432/whistle');
});

test('a server that is not there is told in one sentence', async () => {
  const opening = openStore({ kind: 'postgres', url: 'postgres://one:geheim@127.0.0.1:1/whistle' });
  const told = /^连不上 postgres:\/\/one@127\.0\.0\.1:1\/whistle，.*。$/;
  await expect(opening).rejects.toThrow(Usage);
  await expect(opening).rejects.toThrow(told);
});

test('a file that is no database of ours, or in use, is told in one sentence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  writeFileSync(join(folder, 'letter'), 'Dear street,');
  await expect(openStore({ kind: 'sqlite', file: join(folder, 'letter') })).rejects.toThrow(
    /不是一哨通的数据库/,
  );
  const file = join(folder, 'deeper', 'one.sqlite');
  const open = await openStore({ kind: 'sqlite', file });
  await expect(openStore({ kind: 'sqlite', file })).rejects.toThrow(/正被另一个进程使用/);
  await open.close();
  rmSync(folder, { recursive: true });
});

described(`hosts on PostgreSQL${why === undefined ? '' : `, not tried here: ${why}`}`, () => {
  let server: Server;
  let data: string;
  beforeAll(async () => {
    server = await startPostgres();
    data = mkdtempSync(join(tmpdir(), 'hosts-'));
  }, 60_000);
  afterAll(() => {
    server?.stop();
    rmSync(data, { recursive: true });
  });

  const asked = async (...texts: string[]) => {
    const client = new pg.Client(server.url);
    await client.connect();
    try {
      let rows: Record<string, string>[] = [];
      for (const text of texts) rows = (await client.query<Record<string, string>>(text)).rows;
      return rows;
    } finally {
      await client.end();
    }
  };
  const host = (empty: boolean) =>
    openHost({ data, store: { kind: 'postgres', url: server.url }, assets: new Map(), empty });

  test('a wrong password and a database that is not there are told in one sentence', async () => {
    const [{ hba_file: file = '' } = {}] = await asked('SHOW hba_file');
    writeFileSync(file, 'host all locked 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n');
    await asked(`CREATE ROLE locked LOGIN PASSWORD 'right'`, 'SELECT pg_reload_conf()');
    const at = (user: string, database: string) =>
      openStore({ kind: 'postgres', url: `postgres://${user}@127.0.0.1:${server.port}/${database}` });
    for (const user of ['locked:geheim', 'locked']) {
      const opening = at(user, 'postgres');
      await expect(opening).rejects.toThrow(/^postgres:\/\/locked@.* 不接受这个用户名或密码/);
      await expect(opening).rejects.not.toThrow(/geheim/);
    }
    await expect(at('test', 'nowhere')).rejects.toThrow(/\/nowhere 这个库不存在/);
    await expect(at('locked:right', 'postgres')).rejects.toThrow(/没有建表的权限/);
  });

  test('two that start together furnish the office once, and share sessions, appeals and the clock', async () => {
    const [one, other] = await Promise.all([host(false), host(false)]);
    const { items } = await ask(one.cloud, 'coordinator-pubu', 'desk', { desk: 'coordinator' });
    expect(items.length).toBeGreaterThan(0);
    const [{ n } = {}] = await asked(
      `SELECT count(DISTINCT doc->'state'->>'text') || ' of ' || count(*) AS n FROM appeal`,
    );
    expect(n).toBe(`${n?.split(' ')[2]} of ${n?.split(' ')[2]}`);

    const token = await one.sessions.open('demo:resident-zhuoma');
    expect(await other.sessions.callerOf(`Bearer ${token}`)).toBe('resident-zhuoma');

    const id = randomUUID();
    const command = { type: 'submit', text: '路灯坏了三天，晚上看不清台阶。', photos: [], identity: 'open' };
    await send(one.cloud, 'resident-zhuoma', { process: 'appeal', id, command });
    expect((await ask(other.cloud, 'coordinator-pubu', 'appeal', { id })).view.status).toBe('submitted');

    const ahead = 2 * 86_400_000;
    await one.demo('POST', '/demo/clock', { offset: ahead });
    const clockOfOther = async () =>
      (await other.demo('GET', '/demo/clock', undefined)) as { offset: number };
    while ((await clockOfOther()).offset !== ahead) await other.cloud.store.get('office', 'clock');
    expect(Math.abs(other.cloud.now() - one.cloud.now())).toBeLessThan(1000);
    await Promise.all([one.close(), other.close()]);
  });

  test('begun anew, the office is as at the first start and photos can be handed in again', async () => {
    const one = await host(true);
    const photo = Buffer.from('\x89PNG\r\n\x1a\n and the rest', 'latin1');
    const keep = () => one.files.keep({ id: 'f1', type: 'image/png', content: photo });
    await keep();
    await one.demo('POST', '/demo/reset', {});
    expect(await one.cloud.store.count({ collection: 'appeal', where: {} })).toBe(0);
    await keep();
    await one.close();
  });
});
