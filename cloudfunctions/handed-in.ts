import { createHash } from 'node:crypto';
import type { Actor } from '../domain/kernel/process.ts';
import type { Cloud } from './cloud.ts';
import type { Doc } from './store.ts';

/** A file somebody handed in. `seconds`: how long a recording is. */
export interface FileDoc extends Doc {
  readonly owner: string;
  readonly type: string;
  readonly seconds?: number;
}

interface HandedIn {
  readonly type: string;
  readonly content: Buffer;
  readonly seconds?: number;
  /** What stands before and behind the name it gets from its content. */
  readonly begins: string;
  readonly ends?: string;
}

/** Whether what is written in base64 may weigh more than so many bytes; told before it is unpacked. */
export function isHeavier(base64: string, bytes: number): boolean {
  return base64.length > (bytes * 4) / 3 + 4;
}

/** Keeps a file for the one who hands it in; the same content again is the same file, and each has his own. */
export async function keepFile(cloud: Cloud, { id: owner }: Actor, file: HandedIn): Promise<string> {
  const { begins, ends = '', type, content, seconds } = file;
  const name = createHash('sha256').update(owner).update('\0').update(content).digest('hex').slice(0, 40);
  const id = `${begins}${name}${ends}`;
  await cloud.files.keep({ id, type, content });
  const known = { _id: id, owner, type, size: content.length, at: cloud.now() };
  const doc: FileDoc = { ...known, ...(seconds !== undefined && { seconds }) };
  await cloud.store.transact((tx) => tx.put('file', doc));
  return id;
}

/** What is known of a file, where this person handed it in. */
export async function ownFile(cloud: Cloud, actor: Actor, id: string): Promise<FileDoc | undefined> {
  const doc = await cloud.store.get<FileDoc>('file', id);
  return doc?.owner === actor.id ? doc : undefined;
}

/** A recording, not a photo. */
export function isSound({ seconds }: FileDoc): boolean {
  return seconds !== undefined;
}
