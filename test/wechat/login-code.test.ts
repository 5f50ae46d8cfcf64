import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeAt } from '../../local/host/totp.ts';
import { copyOf } from '../../miniprogram/lib/copy.ts';
import { leftOf } from '../../miniprogram/staff/pages/login-code/content.ts';
import { bytesIn } from '../support/base32.ts';
import { openPage, type Phone, pickUpPhone } from '../support/phone.ts';
import { ApiServer } from './api-server.ts';
import { type OwnServer, openOwnServer } from './own-server.ts';

interface CodePage {
  readonly data: {
    readonly phase: string;
    readonly failure: string;
    readonly digits: string;
    readonly spoken: string;
    readonly left: string;
  };
  renew(): Promise<void>;
  tick(): void;
}

interface MePage {
  readonly data: { readonly codes: boolean };
  reload(): Promise<void>;
}

const zhang = { name: '张工', roles: ['handler'], unit: 'housing', phone: '13900000401' };
const lisi = { name: '李四', roles: ['handler'], unit: 'housing', phone: '13900000402' };
let data: string;
let weChat: ApiServer;
let server: OwnServer;
let phone: Phone;
/** What each of them types beside the code. */
let zhangs: string;
let lisis: string;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'onewhistle-'));
  weChat = new ApiServer();
  server = await openOwnServer(data, await weChat.open());
  zhangs = await enrolled('openid-zhang', zhang);
  lisis = await enrolled('openid-lisi', lisi);
  await onRoster('openid-mima', { ...zhang, name: '米玛', phone: '13900000403' });
});
afterEach(async () => {
  await server.close();
  await weChat.close();
  await rm(data, { recursive: true });
});

const onRoster = (id: string, person: object) =>
  server.host.cloud.store.transact((tx) => tx.put('person', { _id: id, ...person }));

async function post(path: string, body: object, token = '') {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function enrolled(id: string, person: typeof zhang): Promise<string> {
  await onRoster(id, person);
  const invitation = (await server.host.web?.factors.invite(id)) ?? '';
  const invited = { phone: person.phone, invitation };
  const { secret, passphrase } = (await post('/session/enrol', invited)).body;
  const code = codeAt(bytesIn(String(secret)), Math.floor(Date.now() / 30_000));
  expect((await post('/session/confirm', { ...invited, code })).status).toBe(200);
  return String(passphrase);
}

/** A phone in the hand of somebody WeChat knows. */
function holdPhoneOf(openid: string): void {
  phone = pickUpPhone();
  phone.loginCode = `login-${openid}`;
  weChat.codes.set(phone.loginCode, openid);
}

/** A page of a build that talks to the server of this office. */
async function openOwn<Shown>(load: () => Promise<unknown>): Promise<Shown> {
  jest.resetModules();
  const { deployment } = await import('../../miniprogram/deployment.ts');
  Object.assign(deployment, { kind: 'server', url: server.url });
  return openPage<Shown>(load);
}

const loadMe = () => import('../../miniprogram/pages/me/me.ts');
const openCode = () =>
  openOwn<CodePage>(() => import('../../miniprogram/staff/pages/login-code/login-code.ts'));
async function openMe(): Promise<MePage> {
  const page = await openOwn<MePage>(loadMe);
  await page.reload();
  return page;
}

const digitsOn = (page: CodePage) => page.data.digits.replace(' ', '');
const signIn = (person: typeof zhang, passphrase: string, code: string) =>
  post('/session/web', { phone: person.phone, passphrase, code });

describe('手机上的码，在电脑上登录', () => {
  test('登进来的是本人；同一个码第二次不行', async () => {
    holdPhoneOf('openid-zhang');
    const page = await openCode();
    expect(page.data).toMatchObject({ phase: 'ready', digits: expect.stringMatching(/^\d{4} \d{4}$/) });
    expect(page.data.spoken).toBe(`登录码 ${[...digitsOn(page)].join(' ')}`);
    const first = await signIn(zhang, zhangs, digitsOn(page));
    const { token } = (await post('/session', { code: first.body.code })).body;
    const me = await post('/api', { query: 'me', input: {} }, String(token));
    expect(me.body).toMatchObject({ ok: true, value: { name: '张工' } });
    expect((await signIn(zhang, zhangs, digitsOn(page))).status).toBe(401);
  });

  test('别人拿了这个码也登不进来；码还是本人的', async () => {
    holdPhoneOf('openid-zhang');
    const page = await openCode();
    expect((await signIn(lisi, lisis, digitsOn(page))).status).toBe(401);
    expect((await signIn(zhang, lisis, digitsOn(page))).status).toBe(401);
    expect((await signIn(zhang, zhangs, digitsOn(page))).status).toBe(200);
  });

  test('换一个新的，旧的作废', async () => {
    holdPhoneOf('openid-zhang');
    const page = await openCode();
    const old = digitsOn(page);
    await page.renew();
    expect((await signIn(zhang, zhangs, old)).status).toBe(401);
    expect((await signIn(zhang, zhangs, digitsOn(page))).status).toBe(200);
  });
});

describe('这一页', () => {
  test('说还能用多久，到点就说过期；手机的钟不准也照主机的算', async () => {
    holdPhoneOf('openid-zhang');
    const page = await openCode();
    expect(page.data.left).toMatch(/^还能用 (2 分 0|1 分 5\d) 秒$/);
    const { learn } = await import('../../miniprogram/lib/clock.ts');
    learn(Date.now() + 90_000);
    page.tick();
    expect(page.data.left).toMatch(/^还能用 (30|2\d) 秒$/);
    learn(Date.now() + 120_000);
    page.tick();
    expect(page.data.left).toBe('');
    await page.renew();
    expect(page.data.left).toMatch(/^还能用/);
  });

  test.each([
    [120_000, '还能用 2 分 0 秒'],
    [60_001, '还能用 1 分 1 秒'],
    [59_000, '还能用 59 秒'],
    [1, '还能用 1 秒'],
    [0, ''],
    [-5_000, ''],
  ])('还有 %d 毫秒：%s', (left, expected) => {
    pickUpPhone();
    expect(leftOf(1_800_000_000_000 + left, 1_800_000_000_000, copyOf('loginCode'))).toBe(expected);
  });

  test('没有网络：不再显示旧的码，说清楚；有了网络再试就有', async () => {
    holdPhoneOf('openid-zhang');
    const page = await openCode();
    phone.online = false;
    await page.renew();
    expect(page.data).toMatchObject({ phase: 'failed', failure: '网络不通，没有丢失任何内容，请稍后重试' });
    phone.online = true;
    await page.renew();
    expect(page.data.phase).toBe('ready');
    expect((await signIn(zhang, zhangs, digitsOn(page))).status).toBe(200);
  });

  test('没有登记的，说先做什么', async () => {
    holdPhoneOf('openid-mima');
    expect((await openCode()).data).toMatchObject({
      phase: 'failed',
      failure: '您还没有登记从电脑登录，请先向管理员要登记码',
      digits: '',
    });
  });

  test('手机的会话到期了，自己重新登录再要一个', async () => {
    holdPhoneOf('openid-zhang');
    const page = await openCode();
    await server.host.sessions.revoke('openid-zhang');
    phone.loginCode = 'login-again';
    weChat.codes.set('login-again', 'openid-zhang');
    await page.renew();
    expect((await signIn(zhang, zhangs, digitsOn(page))).status).toBe(200);
  });
});

describe('“我的”里有没有这一行', () => {
  test('登记过的工作人员有；居民、没有登记的没有', async () => {
    const shown: boolean[] = [];
    for (const openid of ['openid-zhang', 'openid-mima', 'openid-dawa']) {
      holdPhoneOf(openid);
      shown.push((await openMe()).data.codes);
    }
    expect(shown).toEqual([true, false, false]);
  });

  test('离开花名册就没有了', async () => {
    holdPhoneOf('openid-zhang');
    const page = await openMe();
    await server.host.cloud.store.transact((tx) => tx.remove('person', 'openid-zhang'));
    await page.reload();
    expect(page.data.codes).toBe(false);
  });

  test('没有网络时照上次的：有过的还在，没有过的没有', async () => {
    holdPhoneOf('openid-zhang');
    phone.online = false;
    expect((await openMe()).data.codes).toBe(false);
    phone.online = true;
    const page = await openMe();
    phone.online = false;
    await page.reload();
    expect(page.data.codes).toBe(true);
  });

  test('从浏览器进来的没有；他的会话不受影响', async () => {
    holdPhoneOf('openid-zhang');
    const signed = await signIn(zhang, zhangs, digitsOn(await openCode()));
    const { token } = (await post('/session', { code: signed.body.code })).body;
    phone.storage.set('session', token);
    expect((await openMe()).data.codes).toBe(false);
    expect((await openCode()).data).toMatchObject({ phase: 'failed', failure: '请在微信里打开' });
    expect(phone.storage.get('session')).toBe(token);
  });

  test('人员切换器开着时没有', async () => {
    await server.close();
    server = await openOwnServer(join(data, 'picker'), undefined);
    holdPhoneOf('');
    phone.loginCode = 'demo:coordinator-pubu';
    expect((await openMe()).data.codes).toBe(false);
  });

  test('用云开发的没有', async () => {
    phone = pickUpPhone();
    jest.resetModules();
    const me = { id: 'z', account: 'account-z', name: '张工', roles: ['handler'], unread: 0 };
    phone.door = () => ({ ok: true, now: 1_800_000_000_000, value: me, links: {} });
    const page = await openPage<MePage>(loadMe);
    await page.reload();
    expect(page.data.codes).toBe(false);
  });
});
