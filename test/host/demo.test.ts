import type { Answer, Page } from '../../domain/contract.ts';
import { picture as pictureOf } from '../photos/pictures.ts';
import { type Machine, openMachine } from './machine.ts';

const hour = 3_600_000;
const machines: Machine[] = [];
afterEach(async () => {
  for (const machine of machines.splice(0)) await machine.close();
});

async function opened(empty: boolean): Promise<Machine> {
  const machine = await openMachine({ empty });
  machines.push(machine);
  return machine;
}

const submit = (id: string) => ({
  process: 'appeal',
  id,
  commandId: `${id}-send`,
  command: { type: 'submit', text: '楼道的灯坏了三天，请尽快修好。', photos: [], identity: 'open' },
});

async function asked<Value>(machine: Machine, person: string, query: string, input: object): Promise<Value> {
  const { body } = await machine.send('POST', '/api', { query, input }, await machine.as(person));
  return (body as Extract<Answer<Value>, { ok: true }>).value;
}

const queue = async (machine: Machine) =>
  (await asked<Page<unknown>>(machine, 'coordinator-pubu', 'desk', { desk: 'coordinator' })).items.length;

test('everybody who can be played is named with a side, and nothing more is said of them', async () => {
  const machine = await opened(true);
  const { body } = await machine.send('GET', '/demo/people');
  const people = body as readonly Record<string, string>[];
  expect(new Set(people.map(({ kind }) => kind))).toEqual(
    new Set(['resident', 'grid', 'department', 'coordinator']),
  );
  for (const person of people) expect(Object.keys(person)).toEqual(['id', 'name', 'title', 'kind']);
});

test('the clock moves, is kept and comes back; answers carry its time', async () => {
  const machine = await opened(true);
  const moved = await machine.send('POST', '/demo/clock', { offset: 26 * hour });
  expect(moved).toMatchObject({ status: 200, body: { offset: 26 * hour } });
  const { now } = (await machine.send('GET', '/demo/clock')).body as { now: number };
  expect(now - Date.now()).toBeGreaterThan(25 * hour);
  const { body } = await machine.send('POST', '/api', { query: 'me' }, await machine.as('resident-zhuoma'));
  expect((body as Answer).now).toBeGreaterThanOrEqual(now);
  expect((await machine.send('POST', '/demo/clock', { offset: 0 })).body).toMatchObject({ offset: 0 });
});

test.each([
  {},
  [],
  null,
  'not json',
  { offset: '1' },
  { offset: 1.5 },
  { offset: 1e20 },
  { offset: 366 * 24 * hour + 1 },
  { offset: null },
  { offset: 1, more: 1 },
])('a clock moved with %j stays where it is, and the answer says what is wrong', async (body) => {
  const machine = await opened(true);
  const answer = await machine.send('POST', '/demo/clock', body);
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ ok: false, kind: 'input', message: expect.stringMatching(/^[一-龥]/) });
  expect((await machine.send('GET', '/demo/clock')).body).toMatchObject({ offset: 0 });
});

test('a reset throws away what was written, the sessions and the photos, and photos can be kept again', async () => {
  const machine = await opened(true);
  const session = await machine.as('resident-zhuoma');
  const photo = { photo: pictureOf('baseline').toString('base64') };
  await machine.send('POST', '/api', submit('appeal-of-the-lamp'), session);
  await machine.send('POST', '/demo/clock', { offset: hour });
  const kept = (await machine.send('POST', '/api', photo, session)).body as { value: { id: string } };
  const links = await machine.host.files.links([kept.value.id]);
  const link = links[kept.value.id] ?? '';
  expect((await machine.send('GET', link)).status).toBe(200);

  expect((await machine.send('POST', '/demo/reset', {})).body).toMatchObject({ offset: 0 });

  expect((await machine.send('POST', '/api', { query: 'me' }, session)).status).toBe(401);
  expect((await machine.send('GET', link)).status).toBe(403);
  expect(await queue(machine)).toBe(0);
  await machine.send('POST', '/api', photo, await machine.as('resident-zhuoma'));
  expect((await machine.send('GET', link)).status).toBe(200);
});

test('a reset brings the sample back as it was at the first start, even when two ask at once', async () => {
  const machine = await opened(false);
  const before = await queue(machine);
  expect(before).toBeGreaterThan(0);
  await machine.send('POST', '/api', submit('appeal-of-the-lamp'), await machine.as('resident-zhuoma'));
  expect(await queue(machine)).toBe(before + 1);
  const both = await Promise.all([1, 2].map(() => machine.send('POST', '/demo/reset', {})));
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(await queue(machine)).toBe(before);
});

test('asking for a reset does not reset: only sending does', async () => {
  const machine = await opened(true);
  expect((await machine.send('GET', '/demo/reset')).status).toBe(404);
});

test('what WeChat would have carried lies in the tray, to be looked at; a new beginning empties it', async () => {
  const machine = await opened(true);
  const tray = async () => (await machine.send('GET', '/demo/tray')).body as readonly object[];
  expect(await tray()).toEqual([]);
  const token = await machine.as('coordinator-pubu');
  const answers = [{ purpose: 'work', accepted: true }];
  const { account } = await asked<{ account: string }>(machine, 'coordinator-pubu', 'me', {});
  const consent = { process: 'account', id: account, commandId: 'consent-0001' };
  for (const each of ['1', '2', '3'])
    await machine.send(
      'POST',
      '/api',
      { ...consent, commandId: `consent-000${each}`, command: { type: 'consent', answers } },
      token,
    );
  await machine.send('POST', '/api', submit('appeal-tray-01'), await machine.as('resident-zhuoma'));
  const day = new Date(Date.now() + 8 * hour).getUTCHours();
  await machine.send('POST', '/demo/clock', { offset: (day >= 20 || day < 8 ? 14 : 0) * hour });
  const sent = expect.objectContaining({ thing1: expect.stringContaining('诉求') });
  const lying = { openid: 'coordinator-pubu', at: expect.any(Number), fields: sent };
  expect(await tray()).toEqual([lying]);
  await machine.send('POST', '/demo/reset', {});
  expect(await tray()).toEqual([]);
});
