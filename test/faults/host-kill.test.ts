import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { collections } from '../../cloudfunctions/collections.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import { demoPeople } from '../../local/office/people.ts';
import { openPostgres } from '../../local/store/postgres.ts';
import { openSqlite } from '../../local/store/sqlite.ts';
import { missing, type Server, startPostgres } from '../contract/postgres-server.ts';
import { bundled } from './child.ts';
import { type Sent, sendUntil, start, wayTo, wrongIn } from './senders.ts';

/** `KILLS=300 CRASHES=100` for the whole measure. */
const kills = Number(process.env.KILLS ?? 0);
const crashes = Number(process.env.CRASHES ?? 3);
const people = demoPeople.filter(({ kind }) => kind === 'resident').map(({ id }) => id);
const senders = Array.from({ length: 6 }, (_, n) => people[n % people.length] ?? '');
const why = missing();
const withPostgres = why === undefined ? test : test.skip;

const folder = mkdtempSync(join(tmpdir(), 'kills-'));
let program: string;
const servers: Server[] = [];
beforeAll(async () => {
  program = await bundled('host-child', folder);
});
afterAll(() => {
  for (const server of servers) server.stop();
  rmSync(folder, { recursive: true });
});

async function aServer(): Promise<Server> {
  const server = await startPostgres();
  servers.push(server);
  return server;
}

/** Each time at some moment after it has acknowledged something. */
async function killed(times: number, data: string, ...store: string[]): Promise<Sent> {
  const sent: Sent = { acknowledged: [], unknown: [] };
  for (let round = 0; round < times; round += 1) {
    const host = await start(program, data, store);
    const way = wayTo(host, sent);
    const before = sent.acknowledged.length;
    const sending = senders.map((from) => sendUntil(() => false, way, from).catch(() => undefined));
    await pause(20 + ((round * 37) % 150));
    while (sent.acknowledged.length === before) await pause(5);
    await host.kill();
    await Promise.all(sending);
  }
  const host = await start(program, data, store);
  const way = wayTo(host, { acknowledged: [], unknown: [] });
  for (const { person, request } of [...sent.unknown, ...sent.acknowledged.slice(-100)])
    expect(await way(person, request)).toMatchObject({ ok: true });
  await host.kill();
  return sent;
}

async function nothingWrong(sent: Sent, store: Store): Promise<void> {
  expect(await wrongIn(store, sent)).toEqual([]);
  await store.close();
}

const onFile = kills || 30;
test(`a host on SQLite killed ${onFile} times at work: nothing acknowledged is lost, nothing is done twice or by half`, async () => {
  const data = mkdtempSync(join(folder, 'data-'));
  const sent = await killed(onFile, data);
  await nothingWrong(sent, await openSqlite({ file: join(data, 'onewhistle.sqlite'), collections }));
}, 1_800_000);

const onServer = kills || 8;
withPostgres(
  `a host on PostgreSQL killed ${onServer} times at work: the same`,
  async () => {
    const server = await aServer();
    const data = mkdtempSync(join(folder, 'data-'));
    const sent = await killed(onServer, data, server.url);
    await nothingWrong(sent, await openPostgres({ url: server.url, collections }));
  },
  1_800_000,
);

withPostgres(
  `PostgreSQL itself killed ${crashes} times under a host: the same`,
  async () => {
    const server = await aServer();
    const host = await start(program, mkdtempSync(join(folder, 'data-')), [server.url], 'ignore');
    const sent: Sent = { acknowledged: [], unknown: [] };
    const way = wayTo(host, sent, true);
    let over = false;
    const sending = senders.map((from) => sendUntil(() => over, way, from));
    for (let crash = 0; crash < crashes; crash += 1) {
      await pause(300 + ((crash * 37) % 200));
      server.crash();
    }
    over = true;
    await Promise.all(sending);
    expect(sent.acknowledged.length).toBeGreaterThan(crashes);
    await nothingWrong(sent, await openPostgres({ url: server.url, collections }));
    await host.kill();
  },
  1_800_000,
);
