import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { pageFiles } from '../../local/host/assets.ts';
import { openHost } from '../../local/host/host.ts';
import { sealOf } from '../../local/host/seal.ts';
import { serve } from '../../local/host/server.ts';
import { codeAt } from '../../local/host/totp.ts';
import { demoPeople } from '../../local/office/people.ts';
import { bytesIn } from '../support/base32.ts';
import type { Look } from '../support/browser.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inspect } from '../support/inspector.ts';
import { ApiServer, appid, secret as appSecret } from '../wechat/api-server.ts';

const openid = 'openid-pubu';
const phone = '13900000401';
let data: string;
let weChat: ApiServer;
let host: Awaited<ReturnType<typeof openHost>>;
let server: Server;
let proxy: Server;
let url: string;
let browser: Browser;
let invitation: string;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'onewhistle-'));
  weChat = new ApiServer();
  const seal = sealOf({ FACTOR_KEYS: `a:${Buffer.alloc(32, 7).toString('base64')}` });
  const assets = await pageFiles(process.cwd(), 'staff');
  const credentials = { appid, secret: appSecret, base: await weChat.open() };
  host = await openHost({ data, assets, empty: true, weChat: credentials, ...(seal && { seal }) });
  server = serve(host);
  proxy = proxyTo(await portOf(server));
  url = `http://127.0.0.1:${await portOf(proxy)}`;
  browser = await launchBrowser();
  const pubu = demoPeople.find(({ id }) => id === 'coordinator-pubu');
  await host.cloud.store.transact((tx) => tx.put('person', { ...pubu, _id: openid, id: openid, phone }));
}, 120_000);
afterAll(async () => {
  await browser.close();
  for (const each of [proxy, server]) {
    each.closeAllConnections();
    await new Promise((done) => each.close(done));
  }
  await host.close();
  await weChat.close();
  await rm(data, { recursive: true });
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

async function portOf(listener: Server): Promise<number> {
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  return (listener.address() as AddressInfo).port;
}

/** The HTTPS proxy in front of the host, but for its certificate: to the host the page is one of https. */
function proxyTo(port: number): Server {
  return createServer((asked, answer) => {
    const { origin, ...rest } = asked.headers;
    const headers = origin === undefined ? rest : { ...rest, origin: origin.replace('http:', 'https:') };
    const { method, url: path } = asked;
    const passed = request({ host: '127.0.0.1', port, method, path, headers }, (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers);
      told.pipe(answer);
    });
    asked.pipe(passed.on('error', () => answer.destroy()));
  });
}

/** A browser that has never been here. */
async function stranger(): Promise<Page> {
  const look = { width: 375, height: 667 };
  const context = await browser.newContext({ viewport: look, locale: 'zh-CN' });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${url}/staff`);
  return page;
}

const codeOf = (secret: Buffer, apart = 0) => codeAt(secret, Math.floor(Date.now() / 30_000) + apart);

/** Into the form that is shown. */
const type = (page: Page, label: string, text: string) =>
  page.locator('form:visible').getByLabel(label).fill(text);

async function signs(page: Page, passphrase: string, code: string): Promise<void> {
  await type(page, '手机号', phone);
  await type(page, '口令', passphrase);
  await type(page, '验证码', code);
  await page.getByRole('button', { name: '登录' }).click();
}

/** The pages of the mini-program as WeChat shows them to this person. */
async function phoneInHand(look: Look = {}): Promise<Page> {
  weChat.codes.set('login', openid);
  const token = await host.sessions.open('login');
  const { width = 375, height = 667, theme = 'light', size = 'standard' } = look;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme });
  contexts.push(context);
  const kept = { session: token, settings: { size } };
  await context.addInitScript((all) => {
    for (const [key, data] of Object.entries(all))
      localStorage.setItem(`onewhistle||${key}`, JSON.stringify({ data }));
  }, kept);
  const page = await context.newPage();
  await page.goto(`${url}/m#/pages/me/me`);
  return page;
}

async function codeOn(page: Page): Promise<string> {
  await page.getByLabel('电脑登录码').click();
  return (await page.locator('.code').innerText()).replace(' ', '');
}

const isRefused = (page: Page) => page.getByText('没有登录成功').waitFor();
const isInside = (page: Page) => page.getByText('登录着的地方').waitFor();

/** From the invitation to the first time inside; gives what was shown once. */
async function enrols(page: Page): Promise<{ passphrase: string; secret: Buffer }> {
  invitation = (await host.web?.factors.invite(openid)) ?? '';
  await page.getByRole('button', { name: '第一次来' }).click();
  await type(page, '手机号', phone);
  await type(page, '登记码', invitation);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('img', { name: '二维码' }).waitFor();
  const passphrase = await page.locator('#passphrase').innerText();
  const secret = bytesIn(await page.locator('#secret').innerText());
  await type(page, '现在的 6 位数字', codeOf(secret, -9));
  await page.getByRole('button', { name: '确认登记' }).click();
  await page.getByText('没有登记成功').waitFor();
  await type(page, '现在的 6 位数字', codeOf(secret));
  await page.getByRole('button', { name: '确认登记' }).click();
  await isInside(page);
  return { passphrase, secret };
}

test('登记，登录，工作，被退出', async () => {
  const office = await stranger();
  const { passphrase, secret } = await enrols(office);
  expect(await office.locator('body').innerHTML()).not.toContain(passphrase);

  await office.getByRole('button', { name: '全部退出' }).click();
  await office.getByRole('button', { name: '登录' }).waitFor();
  await signs(office, passphrase, codeOf(secret, -9));
  await isRefused(office);
  await signs(office, passphrase, codeOf(secret, 1));
  await isInside(office);
  expect(await office.getByText('浏览器（这里）').count()).toBe(1);

  await office.getByRole('button', { name: '开始工作' }).click();
  await office.waitForURL('**/m**');
  await office.goto(`${url}/m#/coordinator/pages/intake/intake`);
  await office.reload();
  await office.getByText('没有等您处理的诉求').waitFor();

  const home = await stranger();
  await signs(home, passphrase, await codeOn(await phoneInHand()));
  await isInside(home);
  expect(await home.locator('#sessions li').allInnerTexts()).toEqual([
    expect.stringContaining('微信小程序'),
    expect.stringContaining('浏览器（这里）'),
    expect.stringContaining('浏览器'),
  ]);
  await home.getByRole('button', { name: '全部退出' }).click();
  await home.getByRole('button', { name: '登录' }).waitFor();
  await office.reload();
  await office.waitForURL('**/staff');
}, 120_000);

test('别人试错五次，生地方要等；登录过的浏览器和自己微信里的码照样能用', async () => {
  const own = await stranger();
  const { passphrase, secret } = await enrols(own);
  await own.getByRole('button', { name: '全部退出' }).click();
  await signs(own, passphrase, codeOf(secret, 1));
  await isInside(own);

  const other = await stranger();
  for (let n = 0; n < 6; n += 1) {
    await signs(other, passphrase, '000000');
    await isRefused(other);
    await other.reload();
  }
  const away = await stranger();
  await signs(away, passphrase, await codeOn(await phoneInHand()));
  await isInside(away);
  await own.getByRole('button', { name: '全部退出' }).click();
  await signs(own, passphrase, await codeOn(await phoneInHand()));
  await isInside(own);
}, 120_000);

test.each([
  { size: 'standard', theme: 'light', width: 375, height: 667, least: 44 },
  { size: 'elder', theme: 'dark', width: 320, height: 568, least: 60 },
] as const)(
  '手机上的登录码看得清、点得到，到点就过期：$size',
  async ({ least, ...look }) => {
    await enrols(await stranger());
    const page = await phoneInHand(look);
    const faults = async () => [
      ...(await inspect(page, 'cutOff')),
      ...(await inspect(page, 'tooPale')),
      ...(await inspect(page, 'nameless')),
      ...(await inspect(page, 'tooSmall', least)),
    ];
    await page.getByLabel('电脑登录码').waitFor();
    expect(await faults()).toEqual([]);
    await page.clock.install();
    await codeOn(page);
    expect(await faults()).toEqual([]);
    await page.clock.fastForward(120_000);
    await page.getByText('这个码过期了').waitFor();
    await page.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState !== 'running'),
    );
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: '换一个新的' }).click();
    await page.locator('.code').waitFor();
  },
  120_000,
);
