import { parseArgs } from 'node:util';
import { type Adviser, adviserOf } from '../../cloudfunctions/router/adviser.ts';
import { type PushSetting, pushSetting } from '../../cloudfunctions/wechat/push.ts';
import type { Credentials } from '../../cloudfunctions/wechat/tokens.ts';
import { type Address, inFolder, readAddress } from './address.ts';
import { type Seal, sealOf } from './seal.ts';
import { Usage } from './usage.ts';

export { Usage } from './usage.ts';

export interface Options {
  readonly port: number;
  readonly host: string;
  /** Where the files lie, and the database unless it is elsewhere. */
  readonly data: string;
  readonly store: Address;
  /** No sample appeals. */
  readonly empty: boolean;
  /** Of the mini-program whose users log in; without them there is the person picker. */
  readonly adviser?: Adviser;
  readonly weChat?: Credentials;
  /** How WeChat's pushes are known; without it none is taken. */
  readonly push?: PushSetting;
  /** Under which address others reach this machine. */
  readonly url?: string;
  /** What keeps the secrets of the browser sign-in; without it nobody signs in from a browser. */
  readonly seal?: Seal;
  /** A proxy in front says where calls come from. */
  readonly proxied: boolean;
  /** How long a session lasts unused, in ms. */
  readonly lasts: number;
}

export const help = `npm start -- [选项]

  --port N      端口，默认 8787
  --host ADDR   监听地址，默认 127.0.0.1（人员切换器开着时只能用本机地址）
  --behind-proxy  前面有 HTTPS 反向代理，可以监听本机以外的地址
  --url ADDR    对外的地址，如 https://ysht.example.gov.cn；微信检查照片时从这里取
  --session-days N  多少天不用就要重新登录，默认 30
  --data DIR    数据放在哪里，默认 ./data
  --store ADDR  数据库：sqlite:文件，或 postgres://用户:密码@主机:端口/库名（密码也可放在环境变量 PGPASSWORD）；
                默认是 --data 里的 SQLite。几台主机可以共用一个 PostgreSQL 库，--data 须是它们共用的文件夹（照片在里面）
  --empty       不放示例诉求
  --help        这段说明

环境变量 WECHAT_APPID 和 WECHAT_SECRET 都有时，用微信登录，没有人员切换器。
再有 WECHAT_PUSH_TOKEN 和 WECHAT_PUSH_KEY 时，收微信的消息推送（地址后面加 /wechat/push，安全模式，JSON）。
再有 FACTOR_KEYS 时，工作人员可以从浏览器登录（地址后面加 /staff）：名字:32 字节的 base64，几把用逗号隔开，第一把是现在用的。`;

const loopback = ['127.0.0.1', '::1', 'localhost'];

const day = 86_400_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws {@link Usage} when the words make no sense; `undefined` when only help was asked for. */
export function readOptions(
  args: readonly string[],
  environment: Environment = process.env,
): Options | undefined {
  const { port, host, data, store, empty, help: asked, ...rest } = parsed(args);
  if (asked) return undefined;
  const number = /^\d{1,5}$/.test(port) ? Number(port) : Number.NaN;
  if (!(number <= 65_535)) throw new Usage(`端口应是 0 到 65535 的整数，不是 ${port}。`);
  const days = /^\d{1,3}$/.test(rest['session-days']) ? Number(rest['session-days']) : 0;
  if (days < 1 || days > 365) throw new Usage(`登录天数应是 1 到 365 的整数，不是 ${rest['session-days']}。`);
  const weChat = credentialsOf(environment);
  if (!loopback.includes(host)) mustBeGuarded(host, weChat !== undefined, rest['behind-proxy']);
  if (data === '') throw new Usage('--data 后面要写一个目录。');
  const address = store === undefined ? inFolder(data) : readAddress(store, '--store');
  const lasts = days * day;
  const push = pushSetting(environment);
  const seal = sealOf(environment);
  const { url, 'behind-proxy': proxied } = rest;
  if (url !== undefined && !isOutside(url)) throw new Usage(`--url 应是 https:// 开头的地址，不是 ${url}。`);
  const known = {
    ...(weChat && { weChat }),
    ...(push && { push }),
    ...(seal && { seal }),
    ...(url && { url }),
    ...advising(environment),
  };
  return { port: number, host, data, store: address, empty, proxied, lasts, ...known };
}

function isOutside(url: string): boolean {
  return url.startsWith('https://') && URL.canParse(url);
}

function advising(environment: Environment): Pick<Options, 'adviser'> {
  try {
    return adviserOf(environment);
  } catch {
    throw new Usage('ADVISER_URL 应是 https:// 开头的地址。');
  }
}

function credentialsOf({ WECHAT_APPID: appid, WECHAT_SECRET: secret }: Environment): Credentials | undefined {
  if (!appid && !secret) return undefined;
  if (!appid || !secret) throw new Usage('WECHAT_APPID 和 WECHAT_SECRET 要一起设置，现在只有一个。');
  return { appid, secret };
}

function mustBeGuarded(host: string, known: boolean, proxy: boolean): void {
  if (!known) throw new Usage(`现在能切换成任何人，只能在本机使用，不能监听 ${host}。请去掉 --host。`);
  if (!proxy)
    throw new Usage(
      `不加密的 HTTP 会让路上的人看到登录凭证和诉求，监听 ${host} 要放在 HTTPS 反向代理后面，放好了再加 --behind-proxy。`,
    );
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8787' },
        host: { type: 'string', default: '127.0.0.1' },
        data: { type: 'string', default: './data' },
        store: { type: 'string' },
        empty: { type: 'boolean', default: false },
        'behind-proxy': { type: 'boolean', default: false },
        url: { type: 'string' },
        'session-days': { type: 'string', default: '30' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Usage(`${mistakeOf(error as NodeJS.ErrnoException)}用 --help 看有哪些。`);
  }
}

function mistakeOf({ code, message }: NodeJS.ErrnoException): string {
  const [, word = ''] = /'(\S+?)[ ']/.exec(message) ?? [];
  return code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE'
    ? `选项 ${word} 的写法不对。`
    : `不认识的选项 ${word}。`;
}
