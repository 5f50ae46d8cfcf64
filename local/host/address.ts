import { join } from 'node:path';
import { Usage } from './usage.ts';

/** Where a database is. The url of PostgreSQL may hold a password: only {@link shown} is for people's eyes. */
export type Address =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

export const inFolder = (data: string): Address => ({
  kind: 'sqlite',
  file: join(data, 'onewhistle.sqlite'),
});

const forms = 'sqlite:文件 或 postgres://用户:密码@主机:端口/库名';

/** Throws {@link Usage} without repeating what was given: it may hold a password. */
export function readAddress(text: string, option: string): Address {
  if (text.startsWith('sqlite:') && text.length > 'sqlite:'.length)
    return { kind: 'sqlite', file: text.slice('sqlite:'.length) };
  const url = /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  if (!url?.hostname || url.pathname.length < 2) throw new Usage(`${option} 的地址不对，应是 ${forms}。`);
  return { kind: 'postgres', url: text };
}

/** The address without its password. */
export function shown(address: Address): string {
  if (address.kind === 'sqlite') return address.file;
  const { username, hostname, port, pathname } = new URL(address.url);
  return `postgres://${username && `${username}@`}${hostname}${port && `:${port}`}${pathname}`;
}
