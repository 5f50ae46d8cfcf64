import type { Cursor, Page, Pending } from '../../domain/contract.ts';
import { movesOf } from '../../domain/kernel/moves.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { processOf, type StateDoc } from '../commit.ts';
import type { Where } from '../store.ts';
import { type Asking, contextOf, pageSize } from './asking.ts';

/** A stored state, and of which process it is. */
export interface Stored {
  readonly name: string;
  readonly doc: StateDoc;
}

/** A stored state of which the asker may see something. */
export interface Seen<View> extends Stored {
  readonly view: View;
}

/** Nothing of what is not the asker's to see. */
export function seenOf<View>(asking: Asking, name: string, docs: readonly StateDoc[]): Seen<View>[] {
  const process = processOf(name);
  return docs.flatMap((doc) => {
    const view = process.view(doc.state, contextOf(asking, doc._id)) as View | undefined;
    return view === undefined ? [] : [{ name, doc, view }];
  });
}

export async function ifSeen<View>(
  asking: Asking,
  name: string,
  id: string,
): Promise<Seen<View> | undefined> {
  const doc = await asking.cloud.store.get<StateDoc>(name, id);
  return doc && seenOf<View>(asking, name, [doc])[0];
}

/** Refused alike when it is not there and when it is not the asker's to see. */
export async function see<View>(asking: Asking, name: string, id: string): Promise<Seen<View>> {
  const seen = await ifSeen<View>(asking, name, id);
  if (!seen) throw new Refusal('not-found', '没有找到');
  return seen;
}

/** What may be seen of it, and what the asker may do with it now. */
export function offered<View>(asking: Asking, { name, doc, view }: Seen<View>): Pending<View> {
  return { view, moves: movesOf(processOf(name).moves, doc.state, contextOf(asking, doc._id)) };
}

interface List {
  readonly process: string;
  readonly where: Where;
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

async function page<View>(asking: Asking, list: List, after?: Cursor): Promise<Page<Seen<View>>> {
  const { process, where, field, direction } = list;
  const orderBy = { field, direction };
  const query = { collection: process, where, orderBy, limit: pageSize, ...(after && { after }) };
  const docs = await asking.cloud.store.find<StateDoc>(query);
  const last = docs.at(-1);
  const next = docs.length === pageSize && last && { value: last[field] as string | number, id: last._id };
  return { items: seenOf<View>(asking, process, docs), ...(next && { next }) };
}

/** One page of a list of states, each as the asker may see it. */
export async function pageOf<View>(asking: Asking, list: List, after?: Cursor): Promise<Page<View>> {
  const { items, ...next } = await page<View>(asking, list, after);
  return { items: items.map(({ view }) => view), ...next };
}

/** One page of a list, each with what the asker may do about it: the most urgent first, what is `over` the newest first. */
export async function pendings<View>(
  asking: Asking,
  { over, ...list }: Pick<List, 'process' | 'where'> & { readonly over: boolean },
  after?: Cursor,
): Promise<Page<Pending<View>>> {
  const order = { field: 'sortAt', direction: over ? 'desc' : 'asc' } as const;
  const { items, ...next } = await page<View>(asking, { ...list, ...order }, after);
  return { items: items.map((seen) => offered(asking, seen)), ...next };
}
