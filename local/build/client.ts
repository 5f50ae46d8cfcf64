import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import * as labels from '../../domain/labels.ts';

/** The labels are shipped as what they come to: neither the tables nor the conditions in them reach the phone. */
const plainLabels: Plugin = {
  name: 'plain-labels',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]domain[\\/]labels\.ts$/ }, () => ({
      contents: Object.entries(labels)
        .map(([name, table]) => `export const ${name} = ${JSON.stringify(table)};`)
        .join('\n'),
    }));
  },
};

/**
 * The part of the domain the phone may know, as the one file the mini-program can reach. Written only when it has
 * changed: somebody else may be reading it.
 */
export async function buildClient(root: string): Promise<void> {
  const outfile = join(root, 'miniprogram/lib/domain.js');
  const { outputFiles } = await build({
    entryPoints: [join(root, 'domain/client.ts')],
    write: false,
    bundle: true,
    minify: true,
    format: 'cjs',
    target: 'es2018',
    charset: 'utf8',
    logLevel: 'error',
    plugins: [plainLabels],
  });
  const built = outputFiles[0]?.text ?? '';
  if ((await readFile(outfile, 'utf8').catch(() => '')) !== built) await writeFile(outfile, built);
}
