import { parseArgs } from 'node:util';
import { type Address, inFolder, readAddress } from './address.ts';
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
}

export const help = `npm start -- [选项]

  --port N      端口，默认 8787
  --host ADDR   监听地址，默认 127.0.0.1（人员切换器开着时只能用本机地址）
  --data DIR    数据放在哪里，默认 ./data
  --store ADDR  数据库：sqlite:文件，或 postgres://用户:密码@主机:端口/库名（密码也可放在环境变量 PGPASSWORD）；
                默认是 --data 里的 SQLite。几台主机可以共用一个 PostgreSQL 库，--data 须是它们共用的文件夹（照片在里面）
  --empty       不放示例诉求
  --help        这段说明`;

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** Throws {@link Usage} when the words make no sense; `undefined` when only help was asked for. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { port, host, data, store, empty, help: asked } = parsed(args);
  if (asked) return undefined;
  const number = /^\d{1,5}$/.test(port) ? Number(port) : Number.NaN;
  if (!(number <= 65_535)) throw new Usage(`端口应是 0 到 65535 的整数，不是 ${port}。`);
  if (!loopback.includes(host)) {
    throw new Usage(`现在能切换成任何人，只能在本机使用，不能监听 ${host}。请去掉 --host。`);
  }
  if (data === '') throw new Usage('--data 后面要写一个目录。');
  const address = store === undefined ? inFolder(data) : readAddress(store, '--store');
  return { port: number, host, data, store: address, empty };
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
