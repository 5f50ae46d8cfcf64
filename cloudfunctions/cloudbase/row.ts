import { fieldsOf, scalarsOf, textOf } from '../fields.ts';
import type { Collection, Doc, Scalar } from '../store.ts';

/**
 * How a document lies in CloudBase: its index fields, and all of it as one JSON text. CloudBase refuses keys
 * with `$` or dots, turns what looks like a place or a date into one, and writes every number as an object;
 * a text it leaves alone. Fields that are null are left out.
 */
export interface Row {
  readonly _id: string;
  readonly doc: string;
  readonly [field: string]: Scalar;
}

/** The document as it is stored. Throws a TypeError on what not every engine could keep. */
export function rowOf(collection: Collection, doc: Doc): Row {
  const fields = fieldsOf(collection);
  const scalars = scalarsOf(collection.name, fields, doc);
  const text = textOf(collection.name, doc);
  const there = fields.flatMap((field, at) => {
    const scalar = scalars[at] ?? null;
    return scalar === null ? [] : [[field, scalar] as const];
  });
  return { ...Object.fromEntries(there), _id: doc._id, doc: text };
}

export function docOf<D extends Doc>(text: string): D {
  return JSON.parse(text) as D;
}
