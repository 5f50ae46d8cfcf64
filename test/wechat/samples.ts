import { openWeChat } from '../../cloudfunctions/wechat/https.ts';
import type { WeChat } from '../../cloudfunctions/wechat/port.ts';
import { ApiServer, appid, secret } from './api-server.ts';

/** Longer than an answer takes on a busy machine, much shorter than a test may last; in ms. */
const patience = 2000;

/** A server that answers as documented and knows one person, and the port that talks to it. */
export async function openPair(): Promise<{ readonly server: ApiServer; readonly weChat: WeChat }> {
  const server = new ApiServer();
  const base = await server.open();
  server.codes.set('code-1', 'openid-zhuoma');
  server.subscribers.add('openid-zhuoma');
  return { server, weChat: openWeChat({ appid, secret, base, patience, now: () => server.now }) };
}

export const sending = '/cgi-bin/message/subscribe/send';
export const text = { openid: 'openid-zhuoma', content: '屋顶漏水' };
export const message = {
  openid: 'openid-zhuoma',
  template: 'template-1',
  page: 'pages/appeal?id=1',
  fields: { thing1: '屋顶漏水', phrase2: '已派单' },
};
export const media = { openid: 'openid-zhuoma', url: 'https://files/1.jpg', kind: 'picture' } as const;
