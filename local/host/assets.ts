import { join } from 'node:path';
import { buildPages } from '../browser/build/build.ts';
import { demoFiles } from '../demo/files.ts';
import type { Asset } from './server.ts';

/** The pages speak to the server they came from. */
const deployment = "export const deployment = { kind: 'server', url: '' };\n";

/** The mini-program's pages and the demonstration around them, built for a browser. Throws when a page has a mistake. */
export async function pageFiles(root: string): Promise<ReadonlyMap<string, Asset>> {
  const { files, diagnostics } = await buildPages({ root: join(root, 'miniprogram'), deployment });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(String).join('\n'));
  return new Map([...files, ...(await demoFiles())]);
}
