import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Address } from '../host/address.ts';
import { Usage } from '../host/usage.ts';
import { openFolderSource, openFolderTarget } from './folder.ts';
import { type Moving, move } from './move.ts';
import { type Copied, copyPhotos } from './photos.ts';
import type { Target } from './places.ts';
import { openSource } from './sources.ts';
import { openStoreTarget } from './store-target.ts';
import type { Sums } from './sums.ts';

export interface Kept extends Copied {
  readonly sums: Sums;
}

const photosIn = (folder: string) => join(folder, 'files');

/**
 * Writes everything of this moment to a new folder, documents and photos, while hosts go on working. The folder
 * appears under its name whole, compared with the source, or not at all. Throws {@link Usage}.
 */
export async function backUp(
  store: Address,
  data: string,
  to: string,
  say: Moving['say'] = () => undefined,
): Promise<Kept> {
  if (existsSync(to)) throw new Usage(`${to} 已经有了，不会覆盖。请换一个名字。`);
  const part = `${to}.part`;
  const source = await openSource(store, { live: true });
  try {
    await rm(part, { recursive: true, force: true });
    const sums = await filled(openFolderTarget(part), (target) => move({ source, target, say }));
    const photos = await copyPhotos(source, photosIn(data), photosIn(part));
    await rename(part, to);
    return { sums, ...photos };
  } finally {
    await source.close();
  }
}

/**
 * Brings a backup back into an empty store and its photos beside it; broken off, it goes on when called again.
 * The database is whole last, so that no host starts on half of it. Throws {@link Usage}.
 */
export async function restore(
  from: string,
  store: Address,
  data: string,
  say: Moving['say'] = () => undefined,
): Promise<Kept> {
  const source = openFolderSource(from);
  return filled(await openStoreTarget(store), async (target) => {
    await target.begun();
    const photos = await copyPhotos(source, photosIn(from), photosIn(data));
    return { sums: await move({ source, target, say }), ...photos };
  });
}

async function filled<T>(target: Target, work: (target: Target) => Promise<T>): Promise<T> {
  try {
    return await work(target);
  } finally {
    await target.close();
  }
}
