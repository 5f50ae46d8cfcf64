import { join } from 'node:path';
import { packageSizes } from '../build/sizes.ts';
import { pageDiagnostics } from '../host/assets.ts';
import { run } from './run.ts';
import { styleMistakes, templateMistakes } from './wechat.ts';

/** Something the whole tree must pass before anything is run. `look` gives the mistakes, none when it passes. */
export interface Gate {
  readonly zh: string;
  look(root: string): Promise<readonly string[]>;
}

const types = (project: string): Gate => ({
  zh: `类型 ${project}`,
  look: (root) => said(root, 'tsc', ['-p', project]),
});

export const gates: readonly Gate[] = [
  types('.'),
  types('miniprogram'),
  types('local/browser/runtime'),
  {
    zh: '写法与引用边界（Biome）',
    look: (root) => said(root, 'biome', ['check', '--error-on-warnings', '.']),
  },
  { zh: '模板（wcc）', look: templateMistakes },
  { zh: '样式（wcsc）', look: styleMistakes },
  { zh: '页面诊断', look: pageDiagnostics },
  { zh: '包大小', look: oversize },
];

async function said(root: string, program: string, args: readonly string[]): Promise<string[]> {
  const { status, output } = await run(join(root, 'node_modules/.bin', program), args, root);
  return status === 0 ? [] : [output];
}

async function oversize(root: string): Promise<string[]> {
  const sizes = await packageSizes(root);
  return sizes
    .filter(({ bytes, budget }) => bytes > budget)
    .map(({ name, bytes, budget }) => `${name}：${bytes} 字节，超过 ${budget}`);
}

export interface Passed {
  readonly passed: number;
  readonly failed: number;
}

/** Looks at every gate in turn and says how each went. */
export async function passAll(root: string): Promise<Passed> {
  let failed = 0;
  for (const gate of gates) {
    const mistakes = await gate.look(root);
    process.stdout.write(`${mistakes.length === 0 ? '✓' : '✗'} ${gate.zh}\n`);
    for (const mistake of mistakes) process.stdout.write(`${mistake}\n`);
    if (mistakes.length > 0) failed += 1;
  }
  return { passed: gates.length - failed, failed };
}
