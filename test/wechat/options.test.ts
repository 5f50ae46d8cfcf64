import { readOptions, Usage } from '../../local/host/options.ts';

const weChat = { WECHAT_APPID: 'wx0123456789abcdef', WECHAT_SECRET: 'a'.repeat(32) };

it('没有配置微信：人员切换器，只听本机', () => {
  expect(readOptions([], {})).toMatchObject({ host: '127.0.0.1', lasts: 30 * 86_400_000 });
  expect(readOptions([], {})).not.toHaveProperty('weChat');
  for (const more of [[], ['--behind-proxy']])
    expect(() => readOptions(['--host', '0.0.0.0', ...more], {})).toThrow(
      /^现在能切换成任何人，只能在本机使用/,
    );
});

it('微信的两项要一起配置，说的时候不带出密钥', () => {
  for (const half of [{ WECHAT_APPID: weChat.WECHAT_APPID }, { WECHAT_SECRET: weChat.WECHAT_SECRET }]) {
    expect(() => readOptions([], half)).toThrow(Usage);
    expect(() => readOptions([], half)).toThrow(/^WECHAT_APPID 和 WECHAT_SECRET 要一起设置，现在只有一个。$/);
  }
});

it.each(['0.0.0.0', '::', '192.168.1.5', 'gov.example.cn', '127.0.0.1.evil.cn'])(
  '微信登录，监听 %s：要在 HTTPS 代理后面',
  (host) => {
    expect(() => readOptions(['--host', host], weChat)).toThrow(/^不加密的 HTTP .*--behind-proxy。$/);
    expect(readOptions(['--host', host, '--behind-proxy'], weChat)).toMatchObject({ host });
  },
);

it('微信登录，只听本机：不用代理', () => {
  const credentials = { appid: weChat.WECHAT_APPID, secret: weChat.WECHAT_SECRET };
  expect(readOptions([], weChat)).toMatchObject({ host: '127.0.0.1', weChat: credentials });
});

it('登录天数可以改，乱写不行', () => {
  expect(readOptions(['--session-days', '7'], {})).toMatchObject({ lasts: 7 * 86_400_000 });
  for (const days of ['0', '366', '1.5', '七'])
    expect(() => readOptions([`--session-days=${days}`], {})).toThrow(/^登录天数应是 1 到 365 的整数/);
});

it('对外的地址要是 https 的', () => {
  expect(readOptions(['--url', 'https://ysht.example.gov.cn'], weChat)).toMatchObject({
    url: 'https://ysht.example.gov.cn',
  });
  for (const url of ['http://ysht.example.gov.cn', 'ysht', 'https://'])
    expect(() => readOptions(['--url', url], weChat)).toThrow(/^--url 应是 https/);
});

it('消息推送的两项齐了才收', () => {
  const push = { WECHAT_PUSH_TOKEN: 'token', WECHAT_PUSH_KEY: 'k'.repeat(43) };
  expect(readOptions([], { ...weChat, ...push })).toMatchObject({ push: { token: 'token' } });
  expect(readOptions([], { ...weChat, WECHAT_PUSH_TOKEN: 'token' })).not.toHaveProperty('push');
});

it('有钥匙才能从浏览器登录；写得不对的不启动', () => {
  const keys = `2026a:${Buffer.alloc(32, 1).toString('base64')}`;
  expect(readOptions([], { ...weChat, FACTOR_KEYS: keys })?.seal).toBeDefined();
  expect(readOptions([], weChat)).not.toHaveProperty('seal');
  expect(() => readOptions([], { ...weChat, FACTOR_KEYS: keys.slice(0, -4) })).toThrow(/^FACTOR_KEYS 的写法/);
});

it('有代理的，从代理的话里看从哪里来', () => {
  expect(readOptions(['--behind-proxy'], weChat)).toMatchObject({ proxied: true });
  expect(readOptions([], weChat)).toMatchObject({ proxied: false });
});
