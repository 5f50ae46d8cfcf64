import type { Doc, Store } from '../../cloudfunctions/store.ts';
import { Usage } from '../host/usage.ts';

/** Stands among the documents of the office as long as a store is only half filled. */
export const markId = 'unfinished-move';

export function isMark(collection: string, doc: Doc): boolean {
  return collection === 'office' && doc._id === markId;
}

/** Throws {@link Usage} on a store that is only half filled. */
export async function mustBeWhole(store: Store): Promise<void> {
  if (await store.get('office', markId))
    throw new Usage('这个库还没有搬完，请先再运行一次同样的 npm run move（或 restore），它会接着搬。');
}
