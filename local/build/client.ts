import { join } from 'node:path';
import { build } from 'esbuild';

/** The part of the domain the phone may know, as the one file the mini-program can reach. */
export async function buildClient(root: string): Promise<void> {
  await build({
    entryPoints: [join(root, 'domain/client.ts')],
    outfile: join(root, 'miniprogram/lib/domain.js'),
    bundle: true,
    minify: true,
    format: 'cjs',
    target: 'es2018',
    charset: 'utf8',
    logLevel: 'error',
  });
}
