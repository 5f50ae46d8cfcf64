import type { Actor } from '../domain/kernel/process.ts';
import { BadInput } from './bad-input.ts';
import type { Cloud } from './cloud.ts';
import { isHeavier, isSound, keepFile, ownFile } from './handed-in.ts';
import { cleanPhoto } from './photos/clean.ts';

/** The heaviest photo, in bytes: phones make them smaller before they send them. */
const heaviest = 4 * 1024 * 1024;

/**
 * Keeps a clean copy of a photo for the one who hands it in, and nothing else of it; the same photo again is
 * the same file. Throws {@link BadInput}.
 */
export async function keepPhoto(
  cloud: Cloud,
  actor: Actor,
  base64: string,
): Promise<{ readonly id: string }> {
  if (isHeavier(base64, heaviest)) throw new BadInput('photo', '照片最大 4 MB，请压缩后再传');
  const photo = cleanPhoto(Buffer.from(base64, 'base64'));
  return { id: await keepFile(cloud, actor, { ...photo, begins: 'f' }) };
}

/** A photo can only be named by the one who handed it in. */
export async function mustOwnPhotos(cloud: Cloud, actor: Actor, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const file = await ownFile(cloud, actor, id);
    if (!file || isSound(file)) throw new BadInput('photos', '照片没有上传成功，请重新选择');
  }
}
