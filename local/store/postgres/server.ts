import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Server {
  readonly url: string;
  readonly port: number;
  /** Stops it at once, as a crash would, and starts it again. */
  readonly crash: () => void;
  readonly stop: () => void;
}

/** The folder with PostgreSQL's programs, the newest first where there are several. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) => ['initdb', 'pg_ctl'].every((name) => existsSync(join(folder, name))));
}

/** Why no server can be started here, in words for whoever reads the test report. */
export function missing(): string | undefined {
  if (process.platform === 'win32') return 'the test starts its own server only on Linux and macOS';
  if (findPostgres() === undefined) return 'no initdb and pg_ctl in PATH or /usr/lib/postgresql';
  return process.getuid?.() === 0 && !servant()
    ? 'PostgreSQL refuses root, and no other user is there'
    : undefined;
}

/** A server of our own in a new folder, on a free port of this machine alone. */
export async function startPostgres(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const as = process.getuid?.() === 0 ? servant() : undefined;
  if (as) chownSync(folder, as.uid, as.gid);
  const port = await freePort();
  const data = join(folder, 'data');
  const call = (program: string, ...args: string[]) => {
    const path = join(findPostgres() ?? '', program);
    const { status, stderr } = spawnSync(path, args, {
      ...as,
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return status === 0 ? undefined : `${program} ended with ${status}: ${stderr}`;
  };
  const must = (fault: string | undefined) => {
    if (fault !== undefined) throw new Error(fault);
  };
  const base = ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  // A language of its own shows that no order depends on it; not every build has it.
  const chinese = call('initdb', ...base, '--locale-provider=icu', '--icu-locale=zh', '--locale=C.UTF-8');
  if (chinese !== undefined) must(call('initdb', ...base, '--locale=C.UTF-8'));
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=60`;
  const start = () =>
    must(call('pg_ctl', '-D', data, '-w', '-s', '-l', join(folder, 'log'), '-o', options, 'start'));
  const stop = () => must(call('pg_ctl', '-D', data, '-w', '-s', '-m', 'immediate', 'stop'));
  start();
  return {
    url: `postgres://test@127.0.0.1:${port}/postgres`,
    port,
    crash: () => {
      stop();
      start();
    },
    stop: () => {
      stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function servant(): { uid: number; gid: number } | undefined {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {}
  }
  return undefined;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
