import { createHash } from 'node:crypto';
import type { Model } from '../../domain/routing/classifier.ts';
import { pack, unpack } from '../../domain/routing/packed.ts';
import type { Doc, Store } from '../store.ts';

/** What is known of the model in the store. `through`: the last decision it has learnt from, epoch ms. */
export interface Head {
  /** Follows from its bytes: the same model has the same version. */
  readonly version: string;
  readonly parts: number;
  readonly through: number;
  readonly lessons: number;
  /** How likely the next matter is one it has never met (0–1). */
  readonly unseen: number;
}

export interface Kept extends Head {
  readonly model: Model;
}

const id = 'model';
/** Bytes a document holds: well below what one may weigh. */
const room = 240_000;

const partOf = (version: string, part: number) => `${id}-${version}-${part}`;

export async function headOf(store: Store): Promise<Head | undefined> {
  return (await store.get<Doc & Head>('router', id)) ?? undefined;
}

/** Writes a model, part by part, and only then says that it is there; the one before goes. */
export async function keepModel(
  store: Store,
  model: Model,
  learnt: Pick<Head, 'through' | 'lessons' | 'unseen'>,
): Promise<Kept> {
  const bytes = pack(model);
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const parts = Math.ceil(bytes.length / room);
  for (let part = 0; part < parts; part += 1) {
    const text = Buffer.from(bytes.subarray(part * room, (part + 1) * room)).toString('base64');
    await store.transact((tx) => tx.put('router', { _id: partOf(version, part), text }));
  }
  const before = await headOf(store);
  const head: Head = { version, parts, ...learnt };
  await store.transact((tx) => tx.put('router', { _id: id, ...head }));
  if (before && before.version !== version) await clear(store, before);
  return { ...head, model };
}

async function clear(store: Store, { version, parts }: Head): Promise<void> {
  for (let part = 0; part < parts; part += 1)
    await store.transact((tx) => tx.remove('router', partOf(version, part)));
}

/** The model of this head; `undefined` when a newer one has taken its place meanwhile. */
export async function loadModel(store: Store, head: Head): Promise<Kept | undefined> {
  const texts: string[] = [];
  for (let part = 0; part < head.parts; part += 1) {
    const doc = await store.get<Doc & { text: string }>('router', partOf(head.version, part));
    if (!doc) return undefined;
    texts.push(doc.text);
  }
  const bytes = Buffer.concat(texts.map((text) => Buffer.from(text, 'base64')));
  return { ...head, model: unpack(new Uint8Array(bytes)) };
}
