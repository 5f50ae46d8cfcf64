import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { View } from '../../domain/appeal/view.ts';
import type { Answer, Detail, Page } from '../../domain/contract.ts';
import { bundled, run } from './child.ts';

const kills = Number(process.env.KILLS ?? 50);
const senders = 6;

const folder = mkdtempSync(join(tmpdir(), 'kills-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Running {
  readonly url: string;
  readonly token: string;
  kill(): Promise<void>;
}

async function start(program: string, data: string): Promise<Running> {
  const { child, until, ended } = run(process.execPath, [program, data]);
  let port = '';
  await until((line) => {
    port = line;
    return true;
  });
  const url = `http://127.0.0.1:${port}`;
  const opened = await post(`${url}/session`, '', { code: 'demo:resident-zhuoma' });
  const { token } = opened as { token: string };
  const kill = async () => {
    child.kill('SIGKILL');
    await ended();
  };
  return { url, token, kill };
}

async function post(url: string, token: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json();
}

const command = {
  type: 'submit',
  text: '河边的栏杆断了一截，孩子放学都从那里走，请尽快修好。',
  photos: [],
  identity: 'open',
  place: { address: '滨河路中段' },
};

/** Sends appeals one after another until the machine dies; gives the ids that were acknowledged and the one that was not. */
async function sendUntilDead({
  url,
  token,
}: Running): Promise<{ acknowledged: string[]; unknown: string[] }> {
  const acknowledged: string[] = [];
  for (;;) {
    const id = randomUUID();
    const call = { process: 'appeal', id, commandId: id, command };
    const answer = (await post(`${url}/api`, token, call).catch(() => undefined)) as Answer | undefined;
    if (!answer?.ok) return { acknowledged, unknown: [id] };
    acknowledged.push(id);
  }
}

test(`killed ${kills} times in the middle of submitting, no acknowledged appeal is lost, and sending again makes no second one`, async () => {
  const program = await bundled('host-child', folder);
  const data = mkdtempSync(join(folder, 'data-'));
  const acknowledged: string[] = [];
  const unknown: string[] = [];
  for (let round = 0; round < kills; round += 1) {
    const host = await start(program, data);
    const sending = Array.from({ length: senders }, () => sendUntilDead(host));
    setTimeout(host.kill, 3 + ((round * 37) % 120));
    for (const sent of await Promise.all(sending)) {
      acknowledged.push(...sent.acknowledged);
      unknown.push(...sent.unknown);
    }
  }
  const { url, token, kill } = await start(program, data);
  const ask = async (query: string, input: object) =>
    ((await post(`${url}/api`, token, { query, input })) as Extract<Answer, { ok: true }>).value;
  for (const id of unknown)
    await post(`${url}/api`, token, { process: 'appeal', id, commandId: id, command });
  for (const id of [...acknowledged, ...unknown]) {
    const { lines } = (await ask('appeal', { id })) as Detail<View>;
    expect(lines.map((line) => line.zh)).toEqual(['提交诉求']);
  }
  let found = 0;
  let after: Page<View>['next'];
  do {
    const page = (await ask('mine', after ? { after } : {})) as Page<View>;
    found += page.items.length;
    after = page.next;
  } while (after);
  expect(found).toBe(acknowledged.length + unknown.length);
  expect(acknowledged.length).toBeGreaterThan(kills);
  await kill();
}, 240_000);
