import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve } from 'node:path';

const kit = 'tdesign-miniprogram';

/**
 * Packs the npm parts the pages use, as DevTools' 构建 npm would, but only those: a component, what it is made
 * of, and so on. Gives the paths packed, relative to `miniprogram_npm`.
 */
export async function packNpm(root: string): Promise<string[]> {
  const from = join(root, 'node_modules', kit, 'miniprogram_dist');
  const to = join(root, 'miniprogram/miniprogram_npm', kit);
  const wanted = new Set<string>();
  const queue = await usedIn(join(root, 'miniprogram'), from);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (wanted.has(path)) continue;
    wanted.add(path);
    queue.push(...(await referredBy(path, from)));
  }
  await rm(to, { recursive: true, force: true });
  for (const path of wanted) await cp(path, join(to, relative(from, path)));
  return [...wanted].map((path) => join(kit, relative(from, path))).sort();
}

/** The files of every component of the kit that a page or a component of ours names. */
async function usedIn(pages: string, from: string): Promise<string[]> {
  const files = (await readdir(pages, { recursive: true })).filter(
    (file) => file.endsWith('.json') && !file.startsWith('miniprogram_npm'),
  );
  const named = new Set<string>();
  for (const file of files) {
    const { usingComponents = {} } = JSON.parse(await readFile(join(pages, file), 'utf8'));
    for (const path of Object.values<string>(usingComponents)) {
      if (path.startsWith(`${kit}/`)) named.add(join(from, path.slice(kit.length + 1)));
    }
  }
  return (await Promise.all([...named].map(partsOf))).flat();
}

/** The four files of a component. */
async function partsOf(path: string): Promise<string[]> {
  const name = `${path.slice(dirname(path).length + 1)}.`;
  const parts = (await readdir(dirname(path))).filter(
    (file) => file.startsWith(name) && !file.endsWith('.d.ts'),
  );
  return parts.map((file) => join(dirname(path), file));
}

const references: Readonly<Record<string, RegExp>> = {
  '.js': /(?:from|require\(|import)\s*["']([^"']+)["']/g,
  '.wxml': /\bsrc="([^"{]+\.(?:wxml|wxs))"/g,
  '.wxs': /require\(["']([^"']+)["']\)/g,
  '.wxss': /@import\s+["']([^"']+)["']/g,
};

async function referredBy(path: string, from: string): Promise<string[]> {
  const text = await readFile(path, 'utf8');
  if (path.endsWith('.json')) {
    const { usingComponents = {} } = JSON.parse(text);
    const components = Object.values<string>(usingComponents).map((each) => resolve(dirname(path), each));
    return (await Promise.all(components.map(partsOf))).flat();
  }
  const found = [...text.matchAll(references[extname(path)] ?? /$^/g)].map(([, name = '']) => name);
  return found.map((name) => locate(name, path, from));
}

/** A relative file, or a package the kit brings along. */
function locate(name: string, path: string, from: string): string {
  const packed = name.startsWith('.')
    ? resolve(dirname(path), name)
    : join(from, 'miniprogram_npm', name, 'index');
  return extname(packed) === '' || !references[extname(packed)] ? `${packed}.js` : packed;
}
