import type { Cursor, Leave, Page, Pending, Queries } from '../../domain/contract.ts';
import { movesOf } from '../../domain/kernel/moves.ts';
import type { View as ObjectionView } from '../../domain/objection/view.ts';
import type { View as RequestView } from '../../domain/request/view.ts';
import { processOf, type StateDoc } from '../commit.ts';
import { type Asking, contextOf, mustBe, pageSize } from './asking.ts';
import type { Stored } from './lines.ts';

type Name = 'request' | 'objection';

/** Requests and objections about an appeal: those still open, and all of them for its history. */
export async function leaveOf(
  asking: Asking,
  appeal: string,
): Promise<{ readonly leave: Leave; readonly stored: readonly Stored[] }> {
  const [requests, objections] = await Promise.all([
    docsOf(asking, 'request', appeal),
    docsOf(asking, 'objection', appeal),
  ]);
  return {
    leave: {
      requests: requests.flatMap(({ doc }) => openOf<RequestView>(asking, 'request', doc)),
      objections: objections.flatMap(({ doc }) => openOf<ObjectionView>(asking, 'objection', doc)),
    },
    stored: [...requests, ...objections],
  };
}

async function docsOf({ cloud }: Asking, name: Name, appeal: string) {
  const orderBy = { field: 'at', direction: 'asc' } as const;
  const docs = await cloud.store.find<StateDoc>({ collection: name, where: { appeal }, orderBy, limit: 9 });
  return docs.map((doc) => ({ name, doc }));
}

function openOf<View>(asking: Asking, name: Name, doc: StateDoc): Pending<View>[] {
  return doc.wakeAt === null ? [] : pendingOf<View>(asking, name, doc);
}

function pendingOf<View>(asking: Asking, name: Name, { _id, state }: StateDoc): Pending<View>[] {
  const process = processOf(name);
  const context = contextOf(asking, _id);
  const view = process.view(state, context) as View | undefined;
  return view === undefined ? [] : [{ view, moves: movesOf(process.moves, state, context) }];
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
