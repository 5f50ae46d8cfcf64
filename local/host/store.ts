import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';
import { collections } from '../../cloudfunctions/collections.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import { affairsOf } from '../store/postgres/affairs.ts';
import { openPostgres } from '../store/postgres.ts';
import { openSqlite } from '../store/sqlite.ts';
import { type Address, shown } from './address.ts';
import { Usage } from './usage.ts';

/** A store, and what a host asks of its database beside the port. */
export interface HostStore {
  readonly store: Store;
  /** Other hosts may work on it at the same time. */
  readonly shared: boolean;
  /** Empties every collection, all or nothing. */
  clear(): Promise<void>;
  /** Does the work unless another host is at it just now. A saving, not a promise: two may meet. */
  alone(work: () => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

/** Opens what stands at the address, laid out anew if it is empty. Throws {@link Usage} when that cannot be. */
export async function openStore(address: Address): Promise<HostStore> {
  try {
    return await (address.kind === 'sqlite' ? openFile(address.file) : openShared(address.url));
  } catch (error) {
    throw new Usage(sentenceOf(error, address), { cause: error });
  }
}

async function openFile(file: string): Promise<HostStore> {
  mkdirSync(dirname(file), { recursive: true });
  const store = await openSqlite({ file, collections });
  const alone = async (work: () => Promise<unknown>) => void (await work());
  return { store, shared: false, clear: () => store.clear(), alone, close: () => store.close() };
}

async function openShared(url: string): Promise<HostStore> {
  await mustAnswer(url);
  const store = await openPostgres({ url, collections });
  const affairs = affairsOf(url, collections);
  const close = async () => {
    await affairs.close();
    await store.close();
  };
  return { ...affairs, store, shared: true, close };
}

/** The store rides out a server that is away; whoever mistyped an address should not have to wait for that. */
async function mustAnswer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } finally {
    await client.end().catch(() => undefined);
  }
}

type Fault = readonly [what: RegExp, sentence: (where: string) => string];

/** By the code of the fault where it has one, else by its words. */
const faults: readonly Fault[] = [
  [/^(28P01|28000)$|password/, (where) => `${where} 不接受这个用户名或密码，请检查后再试。`],
  [/^3D000$/, (where) => `${where} 这个库不存在，请先用 createdb 建好。`],
  [/^42501$/, (where) => `${where} 的用户没有建表的权限，请换一个用户或授予权限。`],
  [/^53300$/, (where) => `${where} 的连接数已满，请减少主机或调大 max_connections。`],
  [
    /^(ECONN|ENOTFOUND|EAI_|EHOST|ENETUNREACH|ETIMEDOUT|EPIPE|57P)|timeout|terminated/,
    (where) => `连不上 ${where}，请检查地址和端口，并确认 PostgreSQL 已启动。`,
  ],
  [/SSL|^08P01$|certificate/i, (where) => `${where} 的加密方式对不上，请检查地址里的 sslmode。`],
  [/newer version/, (where) => `${where} 是更新的版本写的，请先升级一哨通。`],
  [/fsync/, (where) => `${where} 关掉了 fsync 或 synchronous_commit，断电会丢数据，请打开后再试。`],
  [/UTF8/, (where) => `${where} 的编码不是 UTF8，请用 createdb -E UTF8 建一个新库。`],
  [/already open/, (where) => `${where} 正被另一个进程使用，请先停掉它。`],
  [/not a OneWhistle/, (where) => `${where} 不是一哨通的数据库，请换一个文件。`],
  [/^(EACCES|EPERM|EROFS|ENOTDIR|SQLITE_)/, (where) => `${where} 打不开，请检查路径和权限。`],
];

/** One sentence for whoever started it; throws a fault that is none of his making. */
export function sentenceOf(error: unknown, address: Address): string {
  if (error instanceof Usage) return error.message;
  const { code, message } = error as { readonly code?: string; readonly message: string };
  const known = faults.find(([what]) => what.test(code ?? message) || what.test(message));
  if (!known) throw error;
  return known[1](shown(address));
}
