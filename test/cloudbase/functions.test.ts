import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections } from '../../cloudfunctions/collections.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import type { Answer, Detail } from '../../domain/contract.ts';
import { buildFunctions } from '../../local/build/functions.ts';
import { connectDouble } from '../../local/double/connect.ts';
import type { Double } from '../../local/double/server.ts';
import { furnish } from '../../local/host/office-store.ts';
import { demoOffice } from '../../local/office/office.ts';
import { demoPeople } from '../../local/office/people.ts';
import { picture as pictureOf } from '../photos/pictures.ts';
import { mp3 } from '../recordings/sounds.ts';
import { Instance, type Trigger } from './platform.ts';

let dist: string;
let double: Double;
let store: Store;
let instances: Instance[];

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'functions-'));
  await buildFunctions(process.cwd(), dist);
});
afterAll(() => rm(dist, { recursive: true }));

beforeEach(async () => {
  ({ store, double } = await connectDouble(collections));
  await furnish(store, demoOffice, demoPeople);
  instances = [];
});
afterEach(async () => {
  await Promise.all(instances.map((each) => each.stop()));
  await double.close();
});

function start(name: 'api' | 'sweep' | 'gateway'): Instance {
  const one = new Instance(join(dist, 'cloudfunctions', name, 'index.js'), double);
  instances.push(one);
  return one;
}

const resident = 'resident-zhuoma';
const coordinator = 'coordinator-pubu';
const handler =
  demoPeople.find(({ unit, roles }) => unit === 'housing' && roles.includes('handler'))?.id ?? '';
const matter = demoOffice.matters.find(({ lead }) => lead === 'housing')?.id ?? '';
const photo = pictureOf('baseline');
const story = '家里屋顶漏水，请帮忙看看。';
const hour = 3_600_000;
const monday = Date.parse('2026-03-09T10:00:00+08:00');

type Command = { readonly type: string; readonly [key: string]: unknown };
type Process = 'appeal' | 'task' | 'whistle';

/** Calls go to the instances in turn, as the platform would spread them. */
function office(count: number) {
  const apis = Array.from({ length: count }, () => start('api'));
  let calls = 0;
  const call = (openid: string, event: object, trigger: Trigger = {}) =>
    (apis[calls++ % count] as Instance).call<Answer>(event, { openid, at: monday, ...trigger });
  const value = async <Value>(openid: string, event: object, trigger?: Trigger): Promise<Value> => {
    const answer = await call(openid, event, trigger);
    if (!answer.ok) throw new Error(`${JSON.stringify(event)}: ${answer.message}`);
    return answer.value as Value;
  };
  const send = (openid: string, process: Process, id: string, command: Command) =>
    value(openid, { process, id, command, commandId: randomUUID() });
  const submit = async (photos: readonly string[] = []) => {
    const id = randomUUID();
    await send(resident, 'appeal', id, { type: 'submit', text: story, photos, identity: 'open' });
    return id;
  };
  const dispatch = async (id: string): Promise<string> => {
    await send(coordinator, 'appeal', id, { type: 'accept', kind: 'help', tier: 'T3', matter });
    await send(coordinator, 'appeal', id, { type: 'dispatch', units: [{ unit: 'housing', role: 'lead' }] });
    const { view } = await value<Detail<{ units: { task: string }[] }>>(coordinator, asked('appeal', id));
    return view.units[0]?.task ?? '';
  };
  return { call, value, send, submit, dispatch };
}

function asked(query: string, id: string) {
  return { query, input: { id } };
}

test('an appeal goes all its way through the deployed functions, whichever instance takes the call', async () => {
  const { value, send, submit, dispatch } = office(3);
  const { id: photoId } = await value<{ id: string }>(resident, { photo: photo.toString('base64') });
  const id = await submit([photoId]);
  const task = await dispatch(id);
  await send(handler, 'task', task, { type: 'acknowledge' });
  await send(handler, 'task', task, { type: 'contact', way: 'phone', words: '已电话联系' });
  await send(handler, 'task', task, { type: 'work', words: '到现场处理', photos: [], shared: true });
  await send(handler, 'task', task, { type: 'submit', words: '处理完毕', outcome: 'solved', photos: [] });
  await send(handler, 'appeal', id, {
    type: 'reply',
    text: '您反映的屋顶漏水问题已到现场修好，如有反复请随时告诉我们。',
    outcome: 'solved',
    photos: [],
  });
  await send(coordinator, 'appeal', id, { type: 'review', pass: true });
  await send(resident, 'appeal', id, { type: 'rate', solved: 'solved', satisfied: 'satisfied' });
  const { view, lines } = await value<Detail<{ status: string }>>(resident, asked('appeal', id));
  expect(view.status).toBe('closed');
  expect(lines.length).toBeGreaterThanOrEqual(8);
});

test('a photo is seen through a link that expires, by its path not at all', async () => {
  const { call, value, submit } = office(1);
  const { id: photoId } = await value<{ id: string }>(resident, { photo: photo.toString('base64') });
  const id = await submit([photoId]);
  const answer = await call(resident, asked('appeal', id));
  const link = answer.ok ? (answer.links[photoId] ?? '') : '';
  expect(Buffer.from(await (await fetch(link)).arrayBuffer())).toEqual(photo);
  expect((await fetch(link.replace(/\w+$/, photoId))).status).toBe(403);
  double.pass(601_000);
  expect((await fetch(link)).status).toBe(403);
});

test('a recording is heard through a link that expires, and is gone when its owner is forgotten', async () => {
  const { call, value, send } = office(1);
  const recording = mp3(2);
  const spoken = await value<{ id: string; seconds: number }>(resident, {
    recording: recording.toString('base64'),
  });
  const id = randomUUID();
  const command = { type: 'submit', text: '', photos: [], recordings: [spoken], identity: 'open' };
  await send(resident, 'appeal', id, command);
  const answer = await call(resident, asked('appeal', id));
  const link = answer.ok ? (answer.links[spoken.id] ?? '') : '';
  expect(Buffer.from(await (await fetch(link)).arrayBuffer())).toEqual(recording);
  await send(resident, 'appeal', id, { type: 'withdraw' });
  expect(await call(resident, { forget: 'me' })).toMatchObject({ ok: true, value: { open: 0 } });
  expect((await fetch(link)).status).toBe(404);
});

test('200 calls of 50 people on four instances: everybody is who the platform says, whatever the event claims', async () => {
  const { value } = office(4);
  const people = Array.from({ length: 200 }, (_, n) => `openid-${n % 50}`);
  const told = await Promise.all(
    people.map((openid) => value<{ id: string }>(openid, { query: 'me', userInfo: { openId: coordinator } })),
  );
  expect(told.map(({ id }) => id)).toEqual(people);
});

test('a call without a WeChat user is refused, also right after somebody else’s on the same instance', async () => {
  const api = start('api');
  await api.call({ query: 'me' }, { openid: coordinator });
  const before = double.calls.get('database.getDocument');
  for (const event of [{ query: 'me' }, { query: 'me', openid: coordinator, WX_OPENID: coordinator }, null]) {
    expect(await api.call(event)).toMatchObject({ ok: false, kind: 'refusal', code: 'nobody' });
  }
  expect(double.calls.get('database.getDocument')).toBe(before);
});

test('an event that is nonsense is answered, not thrown', async () => {
  const api = start('api');
  for (const event of [null, 'text', 7, [], {}])
    expect(await api.call(event, { openid: resident })).toMatchObject({ ok: false, kind: 'input' });
});

test('the sweep marks what is late when the timer calls, and does nothing for a client', async () => {
  const { value, submit, dispatch } = office(1);
  const task = await dispatch(await submit());
  const sweep = start('sweep');
  const late = { at: monday + 48 * hour };
  const timer = { Type: 'Timer', TriggerName: 'sweep' };
  expect(await sweep.call(timer, { openid: coordinator, timer: true, ...late })).toEqual({ refused: true });
  expect(await sweep.call(timer, late)).toEqual({ refused: true });
  const missed = async () =>
    (await value<Detail<{ missed: unknown[] }>>(handler, asked('task', task), late)).view.missed;
  expect(await missed()).toEqual([]);
  expect(await sweep.call(timer, { timer: true, ...late })).toMatchObject({ clocks: expect.any(Number) });
  expect(await missed()).not.toEqual([]);
  expect(await sweep.call(timer, { timer: true, ...late })).toEqual({
    clocks: 0,
    errands: 0,
    figures: 0,
    checks: 0,
    messages: 0,
  });
});

test('within five minutes the timer looks only for what somebody waits for, then sweeps again', async () => {
  const { value, submit, dispatch } = office(1);
  const sweep = start('sweep');
  const timer = { Type: 'Timer', TriggerName: 'sweep' };
  const at = (minutes: number) => ({ timer: true, at: monday + 48 * hour + minutes * 60_000 });
  await sweep.call(timer, at(0));
  const task = await dispatch(await submit());
  const missed = async () =>
    (await value<Detail<{ missed: unknown[] }>>(handler, asked('task', task), at(5))).view.missed;
  for (const minute of [1, 4]) expect(await sweep.call(timer, at(minute))).toMatchObject({ clocks: 0 });
  expect(await missed()).toEqual([]);
  await sweep.call(timer, at(5));
  expect(await missed()).not.toEqual([]);
});

describe('the gateway', () => {
  interface Response {
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }

  test('tells the web what is public of the office, for no other origin’s page', async () => {
    const { statusCode, headers, body } = await start('gateway').call<Response>({
      httpMethod: 'GET',
      path: '/gateway/office',
    });
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ id: demoOffice.id, zh: demoOffice.zh });
    expect(JSON.parse(body)).not.toHaveProperty('rules');
    expect(Object.keys(headers)).not.toContainEqual(expect.stringMatching(/^access-control/i));
  });

  test('answers 404 to everything else', async () => {
    const gateway = start('gateway');
    const others = [
      { httpMethod: 'GET', path: '/me' },
      { httpMethod: 'POST', path: '/office', body: '{}' },
      { httpMethod: 'GET', path: '/constructor' },
      { httpMethod: 'GET' },
      null,
    ];
    for (const event of others)
      expect(await gateway.call<Response>(event)).toMatchObject({ statusCode: 404 });
  });
});

test('a fault is one JSON line with where and not what: nothing a person wrote stands in it', async () => {
  await store.transact((tx) => tx.remove('office', 'office'));
  const api = start('api');
  const command = {
    type: 'submit',
    text: story,
    photos: [],
    identity: 'open',
    contact: { phone: '13900000101' },
  };
  const event = { process: 'appeal', id: randomUUID(), commandId: 'command-0001', command };
  expect(await api.call(event, { openid: resident })).toMatchObject({
    ok: false,
    kind: 'fault',
    commandId: 'command-0001',
  });
  await api.call({ query: 'me' }, { openid: resident });
  const [line = '', ...more] = api.log.trim().split('\n');
  expect(JSON.parse(line)).toMatchObject({ level: 'error', commandId: 'command-0001', name: 'Error' });
  expect(more).toHaveLength(1);
  for (const secret of ['屋顶', '13900000101', resident]) expect(api.log).not.toContain(secret);
});
