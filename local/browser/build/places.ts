import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';

/** Every command runs in the product's own folder. */
const product = process.cwd();
const require = createRequire(join(product, 'package.json'));
const NPM = 'miniprogram_npm/tdesign-miniprogram';

export const browserFolder = join(product, 'local/browser');
export const tdesignFolder = join(
  dirname(require.resolve('tdesign-miniprogram/package.json')),
  'miniprogram_dist',
);

export function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

/** The file behind a path inside the mini-program, with TDesign standing in miniprogram_npm. */
function fileOf(root: string, path: string): string {
  return path.startsWith(`${NPM}/`) ? join(tdesignFolder, path.slice(NPM.length + 1)) : join(root, path);
}

export function isOwn(path: string): boolean {
  return !path.startsWith('miniprogram_npm/');
}

/** How a file is named in a diagnostic: relative to the mini-program, never absolute. */
export function shownName(root: string, file: string): string {
  const inTdesign = relative(tdesignFolder, file);
  if (!inTdesign.startsWith('..')) return `tdesign-miniprogram/${inTdesign.split(sep).join('/')}`;
  return relative(root, file).split(sep).join('/');
}

export function readText(root: string, path: string): string | undefined {
  const file = fileOf(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

export function hasScript(root: string, path: string): string | undefined {
  return ['.ts', '.js'].map((ending) => fileOf(root, path + ending)).find((file) => existsSync(file));
}

/** Resolves what usingComponents, import and require write, seen from a file of the mini-program. */
export function resolvePath(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  if (target.startsWith('tdesign-miniprogram/')) return `miniprogram_npm/${target}`;
  return posix.normalize(posix.join(posix.dirname(from), target));
}
