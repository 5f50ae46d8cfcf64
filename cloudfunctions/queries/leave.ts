import type { Leave, Queries } from '../../domain/contract.ts';
import type { View as ObjectionView } from '../../domain/objection/view.ts';
import type { View as RequestView } from '../../domain/request/view.ts';
import type { StateDoc } from '../commit.ts';
import { type Asking, mustBe } from './asking.ts';
import { offered, pendings, type Stored, seenOf } from './seen.ts';

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
      requests: openOf<RequestView>(asking, requests),
      objections: openOf<ObjectionView>(asking, objections),
    },
    stored: [...requests, ...objections],
  };
}

async function docsOf({ cloud }: Asking, name: Name, appeal: string) {
  const orderBy = { field: 'at', direction: 'asc' } as const;
  const docs = await cloud.store.find<StateDoc>({ collection: name, where: { appeal }, orderBy, limit: 9 });
  return docs.map((doc) => ({ name, doc }));
}

function openOf<View>(asking: Asking, stored: readonly (Stored & { readonly name: Name })[]) {
  const open = stored.filter(({ doc }) => doc.wakeAt !== null);
  return open
    .flatMap(({ name, doc }) => seenOf<View>(asking, name, [doc]))
    .map((seen) => offered(asking, seen));
}

export function requests(asking: Asking, { after, desk }: Queries['requests']['input']) {
  mustBe(asking, 'coordinator', 'streetLeader');
  const list = { process: 'request', where: { desk }, over: desk === 'none' };
  return pendings<RequestView>(asking, list, after);
}

export function objections(asking: Asking, { after, desk }: Queries['objections']['input']) {
  mustBe(asking, 'coordinator', 'streetLeader');
  const list = { process: 'objection', where: { desk }, over: desk === 'done' };
  return pendings<ObjectionView>(asking, list, after);
}
