import { inspect } from 'node:util';
import type { WeChat } from '../../cloudfunctions/wechat/port.ts';
import { type ApiServer, appid, type Fault, secret } from './api-server.ts';
import { faultOf } from './fault-of.ts';
import { media, message, openPair, sending, text } from './samples.ts';

let server: ApiServer;
let weChat: WeChat;

beforeEach(async () => {
  ({ server, weChat } = await openPair());
});
afterEach(() => server.close());

/** The paths of all calls, each with a way to make it. */
const calls: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['/sns/jscode2session', () => weChat.exchange('code-1')],
  ['/wxa/business/getuserphonenumber', () => weChat.phone('code-1', 'openid-zhuoma')],
  ['/wxa/msg_sec_check', () => weChat.checkText(text)],
  ['/wxa/media_check_async', () => weChat.checkMedia(media)],
  [sending, () => weChat.send(message)],
];

describe.each(calls)('%s 出了问题', (path, call) => {
  const networks: readonly Fault[] = ['half', 'html', 'empty', 'hangup', 'down'];
  it.each(networks)('没有答复（%s）：以后再试', async (fault) => {
    server.plan(path, fault);
    expect(await faultOf(call())).toMatchObject({ code: 0, fate: 'retry' });
    expect(server.calls(path)).toHaveLength(1);
  });

  it.each([
    [-1, 'retry'],
    [45009, 'quota'],
    [45011, 'quota'],
    [43101, 'final'],
    [47003, 'final'],
    [40029, 'final'],
    [40037, 'final'],
    [40003, 'final'],
    [40226, 'final'],
    [48001, 'final'],
    [61010, 'final'],
    [987654, 'retry'],
  ] as const)('微信说 %d：%s', async (code, fate) => {
    server.plan(path, code);
    expect(await faultOf(call())).toMatchObject({ code, fate });
    expect(server.calls(path)).toHaveLength(1);
  });

  it('说出来的话里没有密钥、令牌、openid、登录码和内容', async () => {
    server.plan(path, 47003, 'hangup', 'html');
    for (const fault of [await faultOf(call()), await faultOf(call()), await faultOf(call())]) {
      const said = `${inspect(fault, { depth: 9 })} ${fault.stack} ${JSON.stringify(fault)}`;
      for (const hidden of [secret, appid, 'TOKEN', 'openid', 'code-1', '漏水', '127.0.0.1:', 'template-1'])
        expect(said.replaceAll(/\(?(file:)?\/.*/g, '')).not.toContain(hidden);
    }
  });
});

it.each(['hang', 'drip'] as const)(
  '谁的答复都不来，或者只来半句就停（%s）：等够了就放手，以后再试',
  async (fault) => {
    await weChat.send(message);
    for (const [path] of calls) server.plan(path, fault);
    const faults = await Promise.all(calls.map(([, call]) => faultOf(call())));
    expect(faults.map(({ code, fate }) => `${code} ${fate}`)).toEqual(calls.map(() => '0 retry'));
  },
);
