import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFactors } from '../../local/host/factors.ts';
import type { OpenSession } from '../../local/host/sessions.ts';
import { codeAt } from '../../local/host/totp.ts';
import { exif, seg, withSegments } from '../photos/parts.ts';
import { picture } from '../photos/pictures.ts';
import { bytesIn } from '../support/base32.ts';
import { ApiServer, secret } from './api-server.ts';
import { type OwnServer, openOwnServer } from './own-server.ts';
import * as pushing from './pushing.ts';

let data: string;
let weChat: ApiServer;
let server: OwnServer;
let host: OwnServer['host'];
let url: string;

/** The host on a free port, with people whom WeChat knows. */
async function start(picker = false): Promise<void> {
  const base = await weChat.open();
  server = await openOwnServer(data, picker ? undefined : base);
  ({ host, url } = server);
}

async function stop(): Promise<void> {
  await server.close();
  await weChat.close();
}

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'onewhistle-'));
  weChat = new ApiServer();
  weChat.codes.set('code-1', 'openid-zhuoma');
  weChat.codes.set('code-2', 'openid-dawa');
});
afterEach(async () => {
  await stop();
  await rm(data, { recursive: true });
});

interface Got {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

async function post(path: string, body: object, token = '', more: Record<string, string> = {}): Promise<Got> {
  const headers = {
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
    ...more,
  };
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const login = async (code: string) => String((await post('/session', { code })).body.token);
const mine = { query: 'me', input: {} };

it('用微信的登录码登录，身份是微信给的 openid；自己报的身份没有用', async () => {
  await start();
  const token = await login('code-1');
  const claims = { 'x-openid': 'pubu', 'x-wx-openid': 'pubu', cookie: 'openid=pubu' };
  expect((await post('/api', mine, token, claims)).status).toBe(200);
  expect(await host.sessions.callerOf(`Bearer ${token}`)).toBe('openid-zhuoma');
  expect((await post('/api?openid=pubu', mine, '', claims)).status).toBe(401);
});

it('演示的码、用过的码、乱写的码都登不进来', async () => {
  await start();
  await login('code-1');
  for (const code of ['demo:pubu', 'code-1', 'x', '', { $gt: '' }, null])
    expect((await post('/session', { code: code as string })).status).toBe(401);
});

it('微信没有答复不算码不对：请人再试，日志里没有登录码和密钥', async () => {
  await start();
  const said: string[] = [];
  const write = process.stderr.write;
  process.stderr.write = (text) => said.push(String(text)) > 0;
  weChat.plan('/sns/jscode2session', 'hangup', 45011, 40013);
  try {
    for (let time = 0; time < 3; time += 1)
      expect((await post('/session', { code: 'code-1' })).status).toBe(500);
  } finally {
    process.stderr.write = write;
  }
  expect(said.join('')).toContain('wechat exchange 45011 quota');
  for (const hidden of [secret, 'code-1', 'openid-']) expect(said.join('')).not.toContain(hidden);
  expect((await post('/session', { code: 'code-1' })).status).toBe(200);
});

it('没有人员切换器，演示的入口一个也没有，库里没有示例诉求', async () => {
  await start();
  for (const path of ['/demo/people', '/demo/clock', '/demo/map'])
    expect((await fetch(`${url}${path}`)).status).toBe(404);
  expect((await post('/demo/clock', { offset: 1 })).status).toBe(404);
  expect((await post('/demo/reset', {})).status).toBe(404);
  expect(await host.cloud.store.count({ collection: 'appeal', where: {} })).toBe(0);
});

it('撤销以后，下一次调用就要重新登录', async () => {
  await start();
  const [token, other] = [await login('code-1'), await login('code-2')];
  await host.sessions.revoke('openid-zhuoma');
  expect((await post('/api', mine, token)).status).toBe(401);
  expect((await post('/api', mine, other)).status).toBe(200);
});

/** The status when the machine is called by another name. */
function statusAs(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/none`, { headers: { host: name } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });
}

it('切换器开着时只认本机的名字，微信登录时可以用对外的名字', async () => {
  await start(true);
  expect([await statusAs('127.0.0.1:8787'), await statusAs('gov.example.cn')]).toEqual([404, 403]);
  await stop();
  await start();
  expect(await statusAs('gov.example.cn')).toBe(404);
});

it.each([true, false])('别的网站的页面进不来（切换器 %s）', async (picker) => {
  await start(picker);
  const answer = await post('/session', { code: 'code-1' }, '', { origin: 'https://evil.cn' });
  expect(answer.status).toBe(403);
});

it('交来的照片在盘上、在链接后面都只有干净的一份；链接不对看不到', async () => {
  await start();
  const token = await login('code-1');
  const taken = withSegments(picture('baseline'), seg(0xe1, exif('II', 6, '29.6525N 91.1721E')));
  const { body } = await post('/api', { photo: taken.toString('base64') }, token);
  const { id } = body.value as { id: string };
  const files = (await readdir(join(data, 'files'))).filter((name) => !name.startsWith('.'));
  expect(files).toEqual([id]);
  expect((await readFile(join(data, 'files', id))).includes('29.6525N')).toBe(false);
  const link = (await host.files.links([id]))[id] ?? '';
  const seen = await fetch(`${url}${link}`);
  expect(seen.headers.get('content-type')).toBe('image/jpeg');
  expect(seen.headers.get('x-content-type-options')).toBe('nosniff');
  expect(seen.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(Buffer.from(await seen.arrayBuffer()).includes('29.6525N')).toBe(false);
  const later = link.replace(/until=(\d)/, (_, first: string) => `until=${Number(first) + 1}`);
  for (const wrong of [`/files/${id}`, later, link.replace(/sign=./, 'sign=x'), link.slice(0, -1)])
    expect((await fetch(`${url}${wrong}`)).status).toBe(403);
});

const pushTo = (query: object) =>
  `${url}/wechat/push?${new URLSearchParams(query as Record<string, string>)}`;

it('微信试地址，原样答回去；不是微信的答空', async () => {
  await start();
  const [timestamp, nonce] = ['1714036504', '1514711492'];
  const signature = pushing.sha1(pushing.setting.token, timestamp, nonce);
  const tried = (more: object) => fetch(pushTo({ timestamp, nonce, echostr: 'echo', ...more }));
  expect(await (await tried({ signature })).text()).toBe('echo');
  expect(await (await tried({ signature: signature.replace(/^./, 'x') })).text()).toBe('');
});

it('微信推来的照片结论记到诉求上；别人推来的什么也不改', async () => {
  await start();
  const { store } = host.cloud;
  const { trace_id: trace } = pushing.event;
  await store.transact((tx) =>
    tx.put('mediaCheck', { _id: trace, file: 'f1', appeal: 'a-1', asked: 1, verdict: 'pending', at: 1 }),
  );
  const push = ({ query, body }: ReturnType<typeof pushing.pushed>) =>
    fetch(pushTo(query), { method: 'POST', body });
  const forged = pushing.pushed(pushing.event);
  const wrong = { ...forged.query, msg_signature: '0'.repeat(40) };
  expect(await (await push({ ...forged, query: wrong })).text()).toBe('success');
  expect((await store.get('mediaCheck', trace))?.verdict).toBe('pending');
  expect(await (await push(pushing.pushed(pushing.event))).text()).toBe('success');
  expect((await store.get('mediaCheck', trace))?.verdict).toBe('pass');
});

it('切换器开着时不收微信的推送', async () => {
  await start(true);
  expect((await fetch(pushTo({}), { method: 'POST', body: '{}' })).status).toBe(404);
});

describe('工作人员从浏览器进来', () => {
  const zhang = { name: '张工', title: '住建局', roles: ['handler'], unit: 'housing', phone: '13900000401' };
  let secret: Buffer;
  let passphrase: string;
  let confirmed: Got;
  const code = (apart = 0) => codeAt(secret, Math.floor(Date.now() / 30_000) + apart);
  /** The code he confirmed with is used; the next one is good already. */
  const asked = (more = {}) => ({ phone: zhang.phone, passphrase, code: code(1), ...more });
  const signIn = (body: object) => post('/session/web', body);

  beforeEach(async () => {
    await start();
    weChat.codes.set('code-3', 'openid-zhang');
    await host.cloud.store.transact((tx) => tx.put('person', { _id: 'openid-zhang', ...zhang }));
    const invitation = (await host.web?.factors.invite('openid-zhang')) ?? '';
    const { body } = await post('/session/enrol', { phone: zhang.phone, invitation });
    secret = bytesIn(String(body.secret));
    passphrase = String(body.passphrase);
    confirmed = await post('/session/confirm', { phone: zhang.phone, invitation, code: code() });
  });

  it('用登记码登记：看到口令和密钥，验证器的码对了就登进来；再来一次不行', async () => {
    expect(confirmed.status).toBe(200);
    const token = await login(String(confirmed.body.code));
    expect((await post('/api', mine, token)).body).toMatchObject({ value: { name: '张工' } });
    const invitation = (await host.web?.factors.invite('openid-zhang')) ?? '';
    for (const body of [
      { phone: zhang.phone, invitation: 'x' },
      { phone: '13900000999', invitation },
      { phone: zhang.phone },
      null,
    ])
      expect((await post('/session/enrol', body as object)).status).toBe(401);
    expect((await post('/session/enrol', { phone: zhang.phone, invitation })).status).toBe(200);
    expect((await post('/session/confirm', { phone: zhang.phone, invitation, code: '12345' })).status).toBe(
      401,
    );
    expect((await post('/api', mine, token)).status).toBe(200);
  });

  it('手机号、口令、验证器的码都对，才有会话；票只用一次', async () => {
    const { status, body } = await signIn(asked());
    expect(status).toBe(200);
    const token = await login(String(body.code));
    expect((await post('/api', mine, token)).body).toMatchObject({ value: { name: '张工' } });
    expect((await post('/session', { code: body.code })).status).toBe(401);
    expect((await post('/session', { code: `web:${'A'.repeat(43)}` })).status).toBe(401);
  });

  it('哪样不对都是同一句话，认不出谁在册；居民没有这条路', async () => {
    const answers = [];
    for (const more of [
      { phone: '13900000999' },
      { passphrase: 'x' },
      { code: '12345' },
      { code: undefined },
    ])
      answers.push(await signIn(asked(more)));
    await host.cloud.store.transact((tx) => tx.put('person', { _id: 'openid-zhang', ...zhang, roles: [] }));
    answers.push(await signIn(asked()));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.message}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(401);
  });

  it('用自己微信里显示的码也行；浏览器里的会话要不来这个码', async () => {
    const phone = await login('code-3');
    const { code: shown } = (await post('/session/code', {}, phone)).body.value as { code: string };
    const { body: signed } = await signIn(asked({ code: shown }));
    const browser = await login(String(signed.code));
    expect((await post('/api', mine, browser)).status).toBe(200);
    expect((await post('/session/code', {}, browser)).status).toBe(403);
    expect((await post('/session/code', {})).status).toBe(401);
    expect((await post('/api', mine, browser)).status).toBe(200);
  });

  it('看得到自己在哪里登录着；退出一处，那一处下一次调用就要重新登录；全部退出也是', async () => {
    const phone = await login('code-3');
    const browser = await login(String((await signIn(asked())).body.code));
    const list = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      const response = await fetch(`${url}/session`, { headers });
      return { status: response.status, open: (await response.json()) as OpenSession[] };
    };
    const { open } = await list(browser);
    expect(open.map(({ kind, own }) => [kind, own])).toEqual([
      ['phone', false],
      ['browser', true],
    ]);
    expect(JSON.stringify(open)).not.toContain(browser.slice(-43));
    await post('/session/end', { id: open[0]?.id }, browser);
    expect((await post('/api', mine, phone)).status).toBe(401);
    expect((await post('/api', mine, browser)).status).toBe(200);
    expect((await post('/session/end', {}, 'x')).status).toBe(401);
    await post('/session/end', {}, browser);
    expect((await list(browser)).status).toBe(401);
  });

  it('一个地方错二十次，对的也要等；登录过的浏览器不用等', async () => {
    const { body } = await signIn(asked());
    for (let n = 0; n < 20; n += 1) await signIn(asked({ phone: '13900000999' }));
    const { body: answer } = await post('/session/code', {}, await login('code-3'));
    const { code: shown } = answer.value as { code: string };
    expect((await signIn(asked({ code: shown }))).status).toBe(401);
    expect((await signIn(asked({ code: shown, browser: body.browser }))).status).toBe(200);
  });

  it('撤销以后，浏览器和手机下一次调用都要重新登录', async () => {
    const [phone, signed] = [await login('code-3'), await signIn(asked())];
    const browser = await login(String(signed.body.code));
    await host.sessions.revoke('openid-zhang');
    for (const token of [phone, browser]) expect((await post('/api', mine, token)).status).toBe(401);
  });

  it('取消登记，浏览器里下一次调用就要重新登录，手机不受影响', async () => {
    const [phone, signed] = [await login('code-3'), await signIn(asked())];
    const browser = await login(String(signed.body.code));
    await removeFactors(host.cloud.store, 'openid-zhang');
    expect((await post('/api', mine, browser)).status).toBe(401);
    expect((await post('/api', mine, phone)).status).toBe(200);
  });

  it('离开花名册，浏览器里下一次调用就没有权限', async () => {
    const browser = await login(String((await signIn(asked())).body.code));
    await host.cloud.store.transact((tx) => tx.remove('person', 'openid-zhang'));
    const tasks = { query: 'tasks', input: { desk: 'unit' } };
    expect((await post('/api', tasks, browser)).body).toMatchObject({ ok: false, code: 'not-found' });
  });
});

it('人员切换器开着时没有浏览器登录这条路', async () => {
  await start(true);
  expect((await post('/session/web', {})).status).toBe(404);
});
