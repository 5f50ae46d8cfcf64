import { createHash } from 'node:crypto';
import { collections } from '../../cloudfunctions/collections.ts';
import type { Doc } from '../../cloudfunctions/store.ts';
import type { Source } from './places.ts';

/** How many documents a collection has, and the hash of all of them by id in canonical form. */
export interface Sum {
  readonly count: number;
  readonly sha256: string;
}
export type Sums = Readonly<Record<string, Sum>>;

/** The document with the keys of every object in order: the same text on every engine. */
export function canonical(doc: unknown): string {
  return JSON.stringify(doc, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

/** Reads everything once. */
export async function sumsOf(source: Source): Promise<Sums> {
  const sums: Record<string, Sum> = {};
  for (const { name } of collections) sums[name] = await sumOf(source.read(name, ''));
  return sums;
}

async function sumOf(docs: AsyncIterable<Doc>): Promise<Sum> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const doc of docs) {
    hash.update(`${canonical(doc)}\n`);
    count += 1;
  }
  return { count, sha256: hash.digest('hex') };
}

/** The collections in which two places differ. */
export function differences(one: Sums, other: Sums): string[] {
  return collections
    .map(({ name }) => name)
    .filter((name) => one[name]?.count !== other[name]?.count || one[name]?.sha256 !== other[name]?.sha256);
}

/** One hash for the whole content. */
export function fingerprint(sums: Sums): string {
  return createHash('sha256').update(canonical(sums)).digest('hex');
}
