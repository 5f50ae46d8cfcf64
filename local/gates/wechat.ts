import { chmod, copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './run.ts';

/** Compiles every template of ours with WeChat's own compiler; gives what it complains of. */
export async function templateMistakes(root: string): Promise<string[]> {
  const files = await ours(root, ['.wxml', '.wxs']);
  const { status, output } = await compile(root, 'wcc', ['-d', ...files, '-cb', '0']);
  return status === 0 ? [] : [output.split('\n').find((line) => line.includes('.wx')) ?? output];
}

/** Compiles every style sheet of ours with WeChat's own compiler; gives what it complains of. */
export async function styleMistakes(root: string): Promise<string[]> {
  const files = await ours(root, ['.wxss']);
  const { status, output } = await compile(root, 'wcsc', ['-lc', '-js', ...files]);
  return status === 0 ? [] : [output.slice(-1000)];
}

async function ours(root: string, endings: readonly string[]): Promise<string[]> {
  const all = await readdir(join(root, 'miniprogram'), { recursive: true });
  return all
    .filter((file) => endings.some((ending) => file.endsWith(ending)) && !file.startsWith('miniprogram_npm'))
    .map((file) => `./${file}`);
}

const folders: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' };

/** The compilers come without the right to run, and the packages folder may not be ours to change: run a copy. */
async function compile(root: string, name: 'wcc' | 'wcsc', args: readonly string[]) {
  const program = process.platform === 'win32' ? `${name}.exe` : name;
  const from = join(
    root,
    'node_modules/miniprogram-compiler/bin',
    folders[process.platform] ?? 'linux',
    program,
  );
  const to = join(root, 'dist/gates', program);
  await mkdir(join(root, 'dist/gates'), { recursive: true });
  await copyFile(from, to);
  await chmod(to, 0o755);
  return run(to, args, join(root, 'miniprogram'));
}
