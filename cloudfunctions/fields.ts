import type { Collection, Doc, Scalar } from './store.ts';

/** Longest id or indexed string, in UTF-16 units: three of them still fit one PostgreSQL index entry. */
export const LONGEST = 256;

const UNFIT = /[\0\p{Surrogate}]/u;
const ESCAPED_UNFIT = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;
const NAME = /^[A-Za-z][A-Za-z0-9]{0,39}$/;

/** The declared fields of a collection, each once: they become columns beside the document. */
export function fieldsOf(collection: Collection): string[] {
  return [...new Set(collection.indexes.flat())];
}

/** Refuses a manifest whose names could not be tables and columns everywhere. */
export function checkManifest(collections: readonly Collection[]): void {
  for (const collection of collections) {
    for (const name of [collection.name, ...fieldsOf(collection)]) {
      if (!NAME.test(name) || name === 'doc')
        throw new Error(`“${name}” cannot name a collection or an indexed field`);
    }
  }
}

/** What goes into the columns, in order; throws a TypeError on anything an index could not hold. */
export function scalarsOf(collection: string, fields: readonly string[], doc: Doc): Scalar[] {
  checkId(collection, doc._id);
  return fields.map((field) => {
    const value = doc[field] ?? null;
    if (value === null || isScalar(value)) return value;
    throw new TypeError(
      `${collection}.${field} is indexed: it takes a finite number, null or a short string`,
    );
  });
}

/** The document as it is stored; throws a TypeError on text that not every engine could keep. */
export function textOf(collection: string, doc: Doc): string {
  const text = JSON.stringify(doc);
  if (text.includes('\\u') && ESCAPED_UNFIT.test(text)) {
    throw new TypeError(`${collection} takes no text with U+0000 or half a surrogate pair`);
  }
  return text;
}

export function checkId(collection: string, id: unknown): void {
  if (typeof id === 'string' && id !== '' && isScalar(id)) return;
  throw new TypeError(`${collection} needs an _id of 1 to ${LONGEST} characters`);
}

export function isScalar(value: unknown): value is string | number {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' && value.length <= LONGEST && !UNFIT.test(value);
}
