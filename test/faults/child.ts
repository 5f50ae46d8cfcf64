import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';

/** A program of this folder as one file plain Node can run. */
export async function bundled(name: string, folder: string): Promise<string> {
  const outfile = join(folder, `${name}.cjs`);
  const entryPoints = [join(process.cwd(), 'test/faults', `${name}.ts`)];
  await build({
    entryPoints,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['better-sqlite3'],
  });
  return outfile;
}

export interface Run {
  readonly child: ChildProcess;
  /** Resolves at the first line for which it is true, or when the program has ended. */
  readonly until: (seen: (line: string) => boolean) => Promise<void>;
  /** Everything the program said, once it is gone. */
  readonly ended: () => Promise<string[]>;
}

/** `stderr`: where its complaints go; nobody need read those that are expected. */
export function run(command: string, args: readonly string[], stderr: 'inherit' | 'ignore' = 'inherit'): Run {
  const env = { ...process.env, NODE_PATH: join(process.cwd(), 'node_modules') };
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', stderr] });
  const closed = once(child, 'close');
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const lines = () => said.split('\n').slice(0, -1);
  const until = async (seen: (line: string) => boolean): Promise<void> => {
    while (!lines().some(seen)) {
      const more = await Promise.race([
        once(child.stdout, 'data').then(() => true),
        closed.then(() => false),
      ]);
      if (!more) return;
    }
  };
  const ended = async () => {
    await closed;
    return lines();
  };
  return { child, until, ended };
}
