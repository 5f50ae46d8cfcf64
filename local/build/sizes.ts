import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';

export interface PackageSize {
  readonly name: string;
  readonly bytes: number;
  /** The most this package may weigh, in bytes. */
  readonly budget: number;
}

const kilobyte = 1024;
const left = /\.d\.ts$|tsconfig\.json$|\.md$/;

/** What WeChat would download, as it uploads it: scripts minified, one main package and the subpackages. */
export async function packageSizes(root: string): Promise<PackageSize[]> {
  const pages = join(root, 'miniprogram');
  const { subPackages = [] } = JSON.parse(await readFile(join(pages, 'app.json'), 'utf8'));
  const roots: string[] = subPackages.map((each: { root: string }) => each.root);
  const sizes = new Map([['main', 0], ...roots.map((name) => [name, 0] as const)]);
  for (const file of await readdir(pages, { recursive: true })) {
    if (left.test(file) || !(await stat(join(pages, file))).isFile()) continue;
    const owner = roots.find((name) => file.startsWith(`${name}/`)) ?? 'main';
    sizes.set(owner, (sizes.get(owner) ?? 0) + (await shippedBytes(join(pages, file))));
  }
  return [...sizes].map(([name, bytes]) => ({
    name,
    bytes,
    budget: (name === 'main' ? 800 : 1024) * kilobyte,
  }));
}

async function shippedBytes(path: string): Promise<number> {
  if (!/\.(ts|js)$/.test(path)) return (await stat(path)).size;
  const loader = path.endsWith('.ts') ? 'ts' : 'js';
  const { code } = await transform(await readFile(path, 'utf8'), { loader, minify: true, charset: 'utf8' });
  return Buffer.byteLength(code);
}
