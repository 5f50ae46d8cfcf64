import type { Cursor, Leave, Page, Pending, Queries } from '../../domain/contract.ts';
import { movesOf } from '../../domain/kernel/moves.ts';
import type { Line } from '../../domain/kernel/process.ts';
import type { View as ObjectionView } from '../../domain/objection/view.ts';
import type { View as RequestView } from '../../domain/request/view.ts';
import { processOf, type StateDoc } from '../commit.ts';
import { type Asking, contextOf, mustBe, pageSize } from './asking.ts';
import { linesOf } from './lines.ts';

type Name = 'request' | 'objection';

/** Requests and objections about an appeal: those still open, and the history of all of them. */
export async function leaveOf(
  asking: Asking,
  appeal: string,
): Promise<{ readonly leave: Leave; readonly lines: readonly Line[] }> {
  const of = async <View>(name: Name) => {
    const docs = await docsOf(asking, name, appeal);
    const open = docs.filter((doc) => doc.wakeAt !== null);
    const lines = await Promise.all(docs.map((doc) => linesOf(asking, name, doc)));
    return { pending: open.flatMap((doc) => pendingOf<View>(asking, name, doc)), lines: lines.flat() };
  };
  const [requests, objections] = await Promise.all([
    of<RequestView>('request'),
    of<ObjectionView>('objection'),
  ]);
  return {
    leave: { requests: requests.pending, objections: objections.pending },
    lines: [...requests.lines, ...objections.lines],
  };
}

function docsOf({ cloud }: Asking, name: Name, appeal: string): Promise<StateDoc[]> {
  const orderBy = { field: 'at', direction: 'asc' } as const;
  return cloud.store.find<StateDoc>({ collection: name, where: { appeal }, orderBy, limit: 100 });
}

function pendingOf<View>(asking: Asking, name: Name, { _id, state }: StateDoc): Pending<View>[] {
  const process = processOf(name);
  const view = process.view(state, contextOf(asking, _id)) as View | undefined;
  return view === undefined ? [] : [{ view, moves: movesOf(process.moves, state, asking.actor) }];
}

export function requests(asking: Asking, { after, desk }: Queries['requests']['input']) {
  return page<RequestView>(asking, 'request', desk, after);
}

export function objections(asking: Asking, { after, desk }: Queries['objections']['input']) {
  return page<ObjectionView>(asking, 'objection', desk, after);
}

async function page<View>(
  asking: Asking,
  collection: Name,
  desk: string,
  after: Cursor | undefined,
): Promise<Page<Pending<View>>> {
  mustBe(asking, 'coordinator', 'streetLeader');
  const over = desk === 'none' || desk === 'done';
  const orderBy = { field: 'sortAt', direction: over ? 'desc' : 'asc' } as const;
  const query = { collection, where: { desk }, orderBy, limit: pageSize, ...(after && { after }) };
  const docs = await asking.cloud.store.find<StateDoc>(query);
  const last = docs.at(-1);
  const next = docs.length === pageSize && last && { value: last.sortAt as number, id: last._id };
  return { items: docs.flatMap((doc) => pendingOf<View>(asking, collection, doc)), ...(next && { next }) };
}
