import { join } from 'node:path';
import { buildPages, type Diagnostic } from '../browser/build/index.ts';
import { demoFiles } from '../demo/files.ts';
import { staffFiles } from '../staff/files.ts';
import type { Asset } from './server.ts';

/** The pages speak to the server they came from; photos need its whole address. */
const deployment = "export const deployment = { kind: 'server', url: globalThis.location.origin };\n";

const build = (root: string) => buildPages({ root: join(root, 'miniprogram'), deployment });

/**
 * The mini-program's pages, built for a browser, and what stands around them: the demonstration, or where staff sign
 * in. Throws when a page has a mistake.
 */
export async function pageFiles(root: string, what: 'demo' | 'staff'): Promise<ReadonlyMap<string, Asset>> {
  const surroundings = what === 'demo' ? demoFiles(root) : staffFiles(root);
  const [{ files, diagnostics }, around] = await Promise.all([build(root), surroundings]);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(sentenceOf).join('\n'));
  return new Map([...files, ...around]);
}

/** Every mistake the build finds in the pages, one sentence each. */
export async function pageDiagnostics(root: string): Promise<string[]> {
  return (await build(root)).diagnostics.map(sentenceOf);
}

function sentenceOf({ file, line, message }: Diagnostic): string {
  return `${file}:${line} ${message}`;
}
