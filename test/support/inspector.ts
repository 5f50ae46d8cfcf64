import { build } from 'esbuild';
import type { Page } from 'playwright-core';

export type Asked = [question: Question, ...asked: (string | number)[]];
type Question = 'cutOff' | 'squeezed' | 'tooPale' | 'nameless' | 'tooSmall' | 'tooFine';

let bundled: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const entryPoints = ['test/support/inspect.ts'];
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'inspect',
  });
  return outputFiles[0]?.text ?? '';
}

/** Asks one question about what a page looks like now; answers the faults, each once. */
export async function inspect(page: Page, ...[question, ...asked]: Asked): Promise<string[]> {
  bundled ??= bundle();
  const faults = await page.evaluate(`${await bundled}; inspect.${question}(...${JSON.stringify(asked)})`);
  return [...new Set(faults as string[])];
}
