import { createHash } from 'node:crypto';
import type { Actor } from '../domain/kernel/process.ts';
import { BadInput } from './bad-input.ts';
import type { Cloud } from './cloud.ts';
import { cleanPhoto } from './photos/clean.ts';
import type { Doc } from './store.ts';

/** The heaviest photo, in bytes: phones make them smaller before they send them. */
const heaviest = 4 * 1024 * 1024;

interface FileDoc extends Doc {
  readonly owner: string;
  readonly type: string;
}

/**
 * Keeps a clean copy of a photo for the one who hands it in, and nothing else of it; the same photo again is
 * the same file. Throws {@link BadInput}.
 */
export async function keepPhoto(
  cloud: Cloud,
  { id: owner }: Actor,
  base64: string,
): Promise<{ readonly id: string }> {
  if (base64.length > (heaviest * 4) / 3 + 4) throw new BadInput('photo', '照片最大 4 MB，请压缩后再传');
  const { type, content } = cleanPhoto(Buffer.from(base64, 'base64'));
  const id = `f${createHash('sha256').update(owner).update('\0').update(content).digest('hex').slice(0, 40)}`;
  await cloud.files.keep({ id, type, content });
  const doc: FileDoc = { _id: id, owner, type, size: content.length, at: cloud.now() };
  await cloud.store.transact((tx) => tx.put('file', doc));
  return { id };
}

/** A photo can only be named by the one who handed it in. */
export async function mustOwnPhotos(cloud: Cloud, actor: Actor, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const doc = await cloud.store.get<FileDoc>('file', id);
    if (doc?.owner !== actor.id) throw new BadInput('photos', '照片没有上传成功，请重新选择');
  }
}
