import type { Collection } from '../../cloudfunctions/store.ts';

interface IndexFile {
  readonly IndexName: string;
  readonly MgoKeySchema: {
    readonly MgoIndexKeys: readonly { readonly Name: string; readonly Direction: '1' }[];
    readonly MgoIsUnique: false;
  };
}

export interface CollectionFile {
  readonly CollectionName: string;
  /** Nothing in it can be read or written by a client. */
  readonly AclTag: 'ADMINONLY';
  readonly CreateIndexes: readonly IndexFile[];
}

/** Every collection with its indexes, in the words of CloudBase's management interface. */
export function databaseOf(collections: readonly Collection[]): CollectionFile[] {
  return collections.map(({ name, indexes }) => ({
    CollectionName: name,
    AclTag: 'ADMINONLY',
    CreateIndexes: indexes.map(indexOf),
  }));
}

/** `_id` closes every index: it is what ties are ordered by. */
function indexOf(fields: readonly string[]): IndexFile {
  const keys = [...fields, '_id'];
  return {
    IndexName: keys.join('_').replace('__', '_'),
    MgoKeySchema: {
      MgoIndexKeys: keys.map((field) => ({ Name: field, Direction: '1' })),
      MgoIsUnique: false,
    },
  };
}

const nobody = { read: false, write: false } as const;

/** What a client may do by itself: call the door, and nothing else. */
export const rules = {
  database: nobody,
  storage: nobody,
  functions: { '*': { invoke: false }, api: { invoke: 'auth != null' } },
} as const;
