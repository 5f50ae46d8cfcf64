import { collections } from '../../cloudfunctions/collections.ts';
import type { Doc } from '../../cloudfunctions/store.ts';
import { Usage } from '../host/usage.ts';
import type { Mark, Source, Target } from './places.ts';
import { differences, fingerprint, type Sums, sumsOf } from './sums.ts';
import { isMark } from './unfinished.ts';

export interface Moving {
  readonly source: Source;
  readonly target: Target;
  /** Hears of every step: the collection, how many of its documents are there, of how many. */
  readonly say: (collection: string, done: number, total: number) => void;
  /** How many documents are written at once; 200 if not said. */
  readonly page?: number;
}

/**
 * Copies everything from one place to another and compares both to the last byte. Broken off at any moment,
 * it goes on where it was when it is called again. Throws {@link Usage}.
 */
export async function move(moving: Moving): Promise<Sums> {
  const { source, target } = moving;
  const begun = await target.begun();
  const sums = await sumsOf(checked(source));
  mustBe(differences(sums, source.expected ?? sums), '来源和它自己的清单对不上，文件不全或被改过');
  const print = fingerprint(sums);
  if (begun && begun.source !== print) {
    throw new Usage('目标里是另一次没搬完的内容，或来源在中断以后又变了。请把目标清空后重新搬。');
  }
  await copy(moving, sums, begun ?? { source: print, collection: '', after: '' });
  mustBe(differences(sums, await sumsOf(target)), '搬完后核对不一致');
  await target.finish(sums);
  return sums;
}

async function copy({ source, target, say, page = 200 }: Moving, sums: Sums, from: Mark): Promise<void> {
  const names = collections.map(({ name }) => name);
  for (const collection of names.slice(Math.max(0, names.indexOf(from.collection)))) {
    const after = collection === from.collection ? from.after : '';
    const total = sums[collection]?.count ?? 0;
    let done = after === '' ? 0 : total - (await count(source.read(collection, after)));
    for await (const docs of batches(source.read(collection, after), page)) {
      await target.write(docs, { source: from.source, collection, after: docs.at(-1)?._id ?? after });
      done += docs.length;
      say(collection, done, total);
    }
  }
}

/** The same documents, refusing a source that is itself only half filled. */
function checked(source: Source): Source {
  async function* read(collection: string, after: string): AsyncGenerator<Doc> {
    for await (const doc of source.read(collection, after)) {
      if (isMark(collection, doc)) throw new Usage('来源本身是没有搬完的库，请先把那一次搬完。');
      yield doc;
    }
  }
  return { ...source, read };
}

async function count(docs: AsyncIterable<Doc>): Promise<number> {
  let n = 0;
  for await (const _ of docs) n += 1;
  return n;
}

async function* batches(docs: AsyncIterable<Doc>, size: number): AsyncGenerator<Doc[]> {
  let batch: Doc[] = [];
  for await (const doc of docs) {
    batch.push(doc);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function mustBe(different: readonly string[], sentence: string): void {
  if (different.length > 0) throw new Usage(`${sentence}：${different.join('、')}。`);
}
