import type { WeChat } from '../../cloudfunctions/wechat/port.ts';
import { type ApiServer, appid, secret } from './api-server.ts';
import { faultOf } from './fault-of.ts';
import { media, message, openPair, sending, text } from './samples.ts';

let server: ApiServer;
let weChat: WeChat;

beforeEach(async () => {
  ({ server, weChat } = await openPair());
});
afterEach(() => server.close());

const token = '/cgi-bin/stable_token';

describe('照文档说话', () => {
  it('登录码换 openid，会话密钥不往外传', async () => {
    expect(await weChat.exchange('code-1')).toEqual({ openid: 'openid-zhuoma', unionid: 'u-openid-zhuoma' });
    expect(server.calls('/sns/jscode2session')[0]?.query).toEqual({
      appid,
      secret,
      js_code: 'code-1',
      grant_type: 'authorization_code',
    });
  });

  it('登录码只能用一次', async () => {
    await weChat.exchange('code-1');
    expect(await faultOf(weChat.exchange('code-1'))).toMatchObject({ code: 40029, fate: 'final' });
  });

  it('订阅消息的字段原样送到', async () => {
    await weChat.send(message);
    expect(server.calls(sending)[0]).toMatchObject({
      query: { access_token: 'TOKEN-1' },
      body: {
        touser: 'openid-zhuoma',
        template_id: 'template-1',
        page: 'pages/appeal?id=1',
        data: { thing1: { value: '屋顶漏水' }, phrase2: { value: '已派单' } },
        miniprogram_state: 'formal',
      },
    });
  });

  it('照片送检得到编号', async () => {
    expect(await weChat.checkMedia(media)).toEqual({ trace: 'trace-1' });
  });

  it.each([
    ['pass', 'pass'],
    ['risky', 'risky'],
    ['review', 'review'],
    ['以后的新说法', 'review'],
  ])('文字的结论 %s 记作 %s', async (suggest, verdict) => {
    server.suggest = () => suggest;
    expect(await weChat.checkText(text)).toBe(verdict);
  });

  it('老接口的 87014 也是有风险', async () => {
    server.plan('/wxa/msg_sec_check', 87014);
    expect(await weChat.checkText(text)).toBe('risky');
  });

  it('长文分段送检，哪一段有问题都算；表情不会从中间切开', async () => {
    server.suggest = (content) => (content.includes('坏') ? 'risky' : 'pass');
    expect(await weChat.checkText({ ...text, content: `${'🏔'.repeat(2600)}坏${'好'.repeat(3000)}` })).toBe(
      'risky',
    );
    const parts = server.calls('/wxa/msg_sec_check').map(({ body }) => String(body.content));
    expect(parts.map((part) => [...part].length)).toEqual([2500, 2500, 601]);
    expect(parts.join('')).not.toMatch(/\p{Cs}/u);
  });

  it('没有文字就不问', async () => {
    expect(await weChat.checkText({ ...text, content: '' })).toBe('pass');
    expect(server.heard).toEqual([]);
  });
});

describe('手机号', () => {
  it('弱网下同一个码问五次，只向微信要一次', async () => {
    const asked = Array.from({ length: 5 }, () => weChat.phone('code-1', 'openid-zhuoma'));
    expect(new Set((await Promise.all(asked)).map(({ number }) => number))).toEqual(new Set(['13900000101']));
    server.now += 599_000;
    expect(await weChat.phone('code-1', 'openid-zhuoma')).toEqual({ number: '13900000101', country: '86' });
    expect(server.calls('/wxa/business/getuserphonenumber')).toHaveLength(1);
  });

  it('十分钟以后不再记得', async () => {
    await weChat.phone('code-1', 'openid-zhuoma');
    server.now += 600_000;
    expect(await faultOf(weChat.phone('code-1', 'openid-zhuoma'))).toMatchObject({ code: 40029 });
  });

  it('别人的码要不到号码，记得的时候也一样', async () => {
    await weChat.phone('code-1', 'openid-zhuoma');
    expect(await faultOf(weChat.phone('code-1', 'openid-dawa'))).toMatchObject({
      code: 40029,
      fate: 'final',
    });
    server.codes.set('code-2', 'openid-zhuoma');
    expect(await faultOf(weChat.phone('code-2', 'openid-dawa'))).toMatchObject({
      code: 40029,
      fate: 'final',
    });
  });

  it('水印不是本小程序的不要', async () => {
    server.watermark = 'wxffffffffffffffff';
    expect(await faultOf(weChat.phone('code-1', 'openid-zhuoma'))).toMatchObject({ code: 0, fate: 'final' });
  });

  it('没有得到答复的，可以再要', async () => {
    server.plan('/wxa/business/getuserphonenumber', -1);
    expect(await faultOf(weChat.phone('code-1', 'openid-zhuoma'))).toMatchObject({ fate: 'retry' });
    expect(await weChat.phone('code-1', 'openid-zhuoma')).toMatchObject({ number: '13900000101' });
  });
});

describe('访问令牌', () => {
  it('一百个调用同时来，只取一次', async () => {
    await Promise.all(Array.from({ length: 100 }, () => weChat.send(message)));
    expect(server.calls(token)).toHaveLength(1);
    expect(server.calls(sending)).toHaveLength(100);
  });

  it('到期前五分钟换新的，早一秒也不换', async () => {
    await weChat.send(message);
    server.now += 6_899_000;
    await weChat.send(message);
    expect(server.calls(token)).toHaveLength(1);
    server.now += 1_000;
    await weChat.send(message);
    expect(server.calls(token)).toHaveLength(2);
    expect(server.calls(sending).at(-1)?.query.access_token).toBe('TOKEN-2');
  });

  it('被别处换掉的，取一次新的、重发一次；一百个调用也只取一次', async () => {
    await weChat.send(message);
    server.forgetTokens();
    await Promise.all(Array.from({ length: 100 }, () => weChat.send(message)));
    expect(server.calls(token)).toHaveLength(2);
    expect(server.calls(sending)).toHaveLength(201);
  });

  it.each([40001, 40014, 42001])('%d：微信还给旧的，就强制换一次', async (code) => {
    server.plan(sending, code);
    await weChat.send(message);
    expect(server.calls(token).map(({ body }) => body.force_refresh)).toEqual([false, false, true]);
    expect(server.calls(sending).at(-1)?.query.access_token).toBe('TOKEN-2');
  });

  it('换过还是不行，就不再试', async () => {
    server.plan(sending, 40001, 40001);
    expect(await faultOf(weChat.send(message))).toMatchObject({ code: 40001, fate: 'retry' });
    expect(server.calls(sending)).toHaveLength(2);
  });

  it('取不到的时候等着的都知道，下一个再取', async () => {
    server.plan(token, 45011);
    const faults = await Promise.all([1, 2, 3].map(() => faultOf(weChat.send(message))));
    expect(faults.map(({ fate }) => fate)).toEqual(['quota', 'quota', 'quota']);
    expect(server.calls(token)).toHaveLength(1);
    await weChat.send(message);
  });
});

it('用户没有订阅的，发不出去，也不再发', async () => {
  expect(await faultOf(weChat.send({ ...message, openid: 'openid-dawa' }))).toMatchObject({
    code: 43101,
    fate: 'final',
  });
});
