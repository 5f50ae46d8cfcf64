import { collections } from '../../cloudfunctions/collections.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import { openSessions, type Sessions, thirtyDays } from '../../local/host/sessions.ts';
import { openSqlite } from '../../local/store/sqlite.ts';

const day = 86_400_000;
let store: Store;
let now: number;
let sessions: Sessions;
const terms = { kind: 'phone' as const, realm: 'wx1', lasts: thirtyDays, now: () => now };
const exchange = async (code: string) => (code.startsWith('code:') ? code.slice(5) : undefined);

beforeEach(async () => {
  now = 1_800_000_000_000;
  store = await openSqlite({ file: ':memory:', collections });
  sessions = openSessions(store, exchange, terms);
});
afterEach(() => store.close());

async function opened(person: string): Promise<string> {
  return `Bearer ${await sessions.open(`code:${person}`)}`;
}

it('码不对，没有会话', async () => {
  expect(await sessions.open('wrong')).toBeUndefined();
  expect(await store.count({ collection: 'session', where: {} })).toBe(0);
});

it('令牌是 256 位随机数，库里只有它的散列', async () => {
  const tokens = await Promise.all(Array.from({ length: 5 }, () => sessions.open('code:zhuoma')));
  const secrets = tokens.map((token) => token?.split('.')[1] ?? '');
  expect(new Set(secrets).size).toBe(5);
  const kept = JSON.stringify(await store.find({ collection: 'session', where: {}, limit: 10 }));
  for (const secret of secrets) {
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(kept).not.toContain(secret);
  }
});

it('令牌认得人；改一个字、去掉一半、换成别人的一半都不认', async () => {
  const mine = await opened('zhuoma');
  const theirs = await opened('dawa');
  expect(await sessions.callerOf(mine)).toBe('zhuoma');
  const [key = '', secret = ''] = mine.split('.');
  const other = secret.startsWith('A') ? 'B' : 'A';
  const forged = [
    undefined,
    '',
    'Bearer ',
    mine.slice(7),
    key,
    `Bearer .${secret}`,
    `${key}.${other}${secret.slice(1)}`,
    `${key}.${theirs.split('.')[1]}`,
    `${theirs.split('.')[0]}.${secret}`,
    `${mine} `,
    mine.toUpperCase(),
  ];
  for (const each of forged) expect(await sessions.callerOf(each)).toBeUndefined();
});

it('三十天不用就失效，用一次再续三十天', async () => {
  const token = await opened('zhuoma');
  for (let month = 0; month < 4; month += 1) {
    now += 30 * day - 1;
    expect(await sessions.callerOf(token)).toBe('zhuoma');
  }
  now += 30 * day;
  expect(await sessions.callerOf(token)).toBeUndefined();
});

it('天天用的会话，一天最多写一次', async () => {
  const token = await opened('zhuoma');
  let writes = 0;
  const counting: Store = {
    ...store,
    get: (...asked) => store.get(...asked),
    transact: (work) => {
      writes += 1;
      return store.transact(work);
    },
  };
  const counted = openSessions(counting, exchange, terms);
  for (let hour = 0; hour < 72; hour += 1) {
    now += 3_600_000;
    expect(await counted.callerOf(token)).toBe('zhuoma');
  }
  expect(writes).toBe(2);
});

it('一个人最多十个会话，最久不用的先退', async () => {
  const tokens: string[] = [];
  for (let phone = 0; phone < 10; phone += 1) {
    tokens.push(await opened('zhuoma'));
    now += 2 * day;
  }
  expect(await sessions.callerOf(tokens[0])).toBe('zhuoma');
  tokens.push(await opened('zhuoma'));
  const alive = await Promise.all(tokens.map((token) => sessions.callerOf(token)));
  expect(alive.map((person) => person === 'zhuoma')).toEqual([true, false, ...Array(9).fill(true)]);
});

it('一百个同时登录，也只有十个能用', async () => {
  const tokens = await Promise.all(Array.from({ length: 100 }, () => opened('zhuoma')));
  const alive = await Promise.all(tokens.map((token) => sessions.callerOf(token)));
  expect(alive.filter((person) => person === 'zhuoma')).toHaveLength(10);
});

it('撤销以后，下一次调用就不认了；别人不受影响；重新登录可以', async () => {
  const [mine, second, theirs] = [await opened('zhuoma'), await opened('zhuoma'), await opened('dawa')];
  await sessions.revoke('zhuoma');
  expect(await sessions.callerOf(mine)).toBeUndefined();
  expect(await sessions.callerOf(second)).toBeUndefined();
  expect(await sessions.callerOf(theirs)).toBe('dawa');
  expect(await sessions.callerOf(await opened('zhuoma'))).toBe('zhuoma');
});

it('撤销与正在续期的调用赛跑一千次，撤销之后没有一次能用', async () => {
  for (let race = 0; race < 1000; race += 1) {
    const token = await opened('zhuoma');
    now += 2 * day;
    const using = [sessions.callerOf(token), sessions.callerOf(token)];
    await (race % 2 === 0 ? sessions.revoke('zhuoma') : Promise.all([using[0], sessions.revoke('zhuoma')]));
    expect(await sessions.callerOf(token)).toBeUndefined();
    await Promise.all(using);
    expect(await sessions.callerOf(token)).toBeUndefined();
  }
});

it('演示时切换出来的身份，换成微信登录以后不认', async () => {
  const picked = await openSessions(store, exchange, { ...terms, realm: 'picker' }).open('code:pubu');
  expect(await sessions.callerOf(`Bearer ${picked}`)).toBeUndefined();
});

it('有总的期限的，用得再勤也到时为止', async () => {
  const web = openSessions(store, exchange, { ...terms, lasts: day / 96, most: day / 3 });
  const token = `Bearer ${await web.open('code:zhang')}`;
  for (let n = 0; n < 47; n += 1) {
    now += day / 144;
    expect(await web.callerOf(token)).toBe('zhang');
  }
  now += day / 144;
  expect(await web.callerOf(token)).toBeUndefined();
});
