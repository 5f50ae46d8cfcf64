import { parseArgs } from 'node:util';
import { Usage } from '../host/usage.ts';
import { isLost } from '../store/postgres/faults.ts';
import type { Sums } from './sums.ts';

/** Runs a command; a mistake of the one who started it is one sentence and status 1. */
export async function told(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    const sentence = sentenceFor(error);
    if (sentence === undefined) throw error;
    process.stderr.write(`${sentence}\n`);
    return 1;
  }
}

/** What happened, for the one who can do something about it; `undefined` for a fault of ours. */
export function sentenceFor(error: unknown): string | undefined {
  if (error instanceof Usage) return error.message;
  const { code = '', path = '', cause } = error as NodeJS.ErrnoException;
  if (isLost(error) || isLost(cause)) return '数据库的连接断了，没有做完。再运行一次同样的命令会接着来。';
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100'].includes(code))
    return '磁盘满了，没有做完。腾出地方后再运行一次同样的命令会接着来。';
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT'].includes(code))
    return `${path} 读写不了，请检查路径和权限。`;
  return undefined;
}

export function said(text: string): 0 {
  process.stdout.write(`${text}\n`);
  return 0;
}

/** The values of these options, and whether help was asked for. Throws {@link Usage} on any other option. */
export function wordsOf<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): Partial<Record<Name, string>> & { readonly help?: boolean } {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args: [...args], options: { ...options, help: { type: 'boolean' } } });
    return values as Partial<Record<Name, string>> & { help?: boolean };
  } catch {
    throw new Usage('选项不对。用 --help 看有哪些。');
  }
}

export function must(value: string | undefined, option: string): string {
  if (value === undefined) throw new Usage(`缺少 ${option}。用 --help 看怎么写。`);
  return value;
}

/** A line for each collection and, where one is long, every two seconds. */
export function progress(): (collection: string, done: number, total: number) => void {
  let last = performance.now();
  return (collection, done, total) => {
    if (done < total && performance.now() - last < 2000) return;
    last = performance.now();
    said(`${collection.padEnd(8)} ${done} / ${total}`);
  };
}

/** What is the same on both sides now. */
export function listed(sums: Sums): void {
  for (const [name, { count, sha256 }] of Object.entries(sums))
    said(`${name.padEnd(8)} ${String(count).padStart(8)} 件  ${sha256.slice(0, 16)}  一致`);
}
