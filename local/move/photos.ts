import { existsSync, statSync } from 'node:fs';
import { copyFile, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Source } from './places.ts';

export interface Copied {
  readonly copied: number;
  /** Photos the documents name and the folder does not have whole. */
  readonly missing: number;
}

/** Copies every photo the documents name from one folder to another; one that is there already stays. */
export async function copyPhotos(source: Source, from: string, to: string): Promise<Copied> {
  const found = { copied: 0, missing: 0 };
  for await (const { _id, size } of source.read('file', '')) {
    if (lengthOf(join(to, _id)) === size) continue;
    if (lengthOf(join(from, _id)) !== size) {
      found.missing += 1;
      continue;
    }
    await mkdir(to, { recursive: true });
    await copyWhole(join(from, _id), join(to, _id));
    found.copied += 1;
  }
  return found;
}

function lengthOf(path: string): number | undefined {
  return existsSync(path) ? statSync(path).size : undefined;
}

async function copyWhole(from: string, to: string): Promise<void> {
  const part = `${to}.part`;
  await copyFile(from, part);
  const handle = await open(part, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, to);
}
