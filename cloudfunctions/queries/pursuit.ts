import type { Cursor, Detail, MeetingDetail, Page, Pending, Queries } from '../../domain/contract.ts';
import type { View as FollowUpView } from '../../domain/followUp/view.ts';
import { movesOf } from '../../domain/kernel/moves.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { View as MeetingView } from '../../domain/meeting/view.ts';
import type { View as SupervisionView } from '../../domain/supervision/view.ts';
import type { View as TopicView } from '../../domain/topic/view.ts';
import { processOf, type StateDoc } from '../commit.ts';
import type { Where } from '../store.ts';
import { type Asking, contextOf, mustBe, pageOf, pageSize } from './asking.ts';
import { linesOf } from './lines.ts';

/** Calls to make, the most urgent first; what is over, the newest first. */
export function followUps(asking: Asking, { desk, after }: Queries['followUps']['input']) {
  mustBe(asking, 'followUpClerk', 'coordinator', 'streetLeader', 'secretary', 'supervisor');
  return pendings<FollowUpView>(asking, 'followUp', { desk }, desk === 'done', after);
}

/** The street sees all of them, a unit its own. */
export function supervisions(asking: Asking, { desk, after }: Queries['supervisions']['input']) {
  const { actor } = asking;
  const street = (['coordinator', 'streetLeader', 'secretary', 'supervisor'] as const).some((role) =>
    actor.roles.includes(role),
  );
  if (!street) mustBe(asking, 'unitLeader', 'handler');
  const where = street ? { desk } : { unit: actor.unit ?? '', desk };
  return pendings<SupervisionView>(asking, 'supervision', where, desk === 'done', after);
}

/** What waits for a meeting of this kind, the longest first. */
export function topics(
  asking: Asking,
  { agenda, after }: Queries['topics']['input'],
): Promise<Page<TopicView>> {
  mustBe(asking, 'coordinator', 'streetLeader', 'secretary', 'supervisor');
  return pageOf<TopicView>(
    asking,
    { process: 'topic', where: { agenda }, field: 'at', direction: 'asc' },
    after,
  );
}

export function meetings(
  asking: Asking,
  { desk, after }: Queries['meetings']['input'],
): Promise<Page<MeetingView>> {
  mustBe(asking, 'coordinator', 'streetLeader', 'secretary', 'supervisor');
  const direction = desk === 'done' ? 'desc' : 'asc';
  return pageOf<MeetingView>(asking, { process: 'meeting', where: { desk }, field: 'at', direction }, after);
}

/** A meeting with what it still has to deal with, and the names of what it has dealt with. */
export async function meetingDetail(asking: Asking, id: string): Promise<MeetingDetail> {
  const detail = await see<MeetingView>(asking, 'meeting', id);
  const { kind, status, resolved } = detail.view;
  const agenda = status === 'convened' ? (await topics(asking, { agenda: kind })).items : [];
  const done = await Promise.all(resolved.map(({ topic }) => titleOf(asking, topic)));
  return { ...detail, agenda, titles: done };
}

async function titleOf(asking: Asking, id: string): Promise<string> {
  const doc = await asking.cloud.store.get<StateDoc>('topic', id);
  const view = doc && (processOf('topic').view(doc.state, contextOf(asking, id)) as TopicView | undefined);
  return view?.zh ?? '';
}

/** Refused alike when it is not there and when it is not the asker's to see. */
export async function see<View>(asking: Asking, name: string, id: string): Promise<Detail<View>> {
  const process = processOf(name);
  const doc = await asking.cloud.store.get<StateDoc>(name, id);
  const context = contextOf(asking, id);
  const view = doc && (process.view(doc.state, context) as View | undefined);
  if (!doc || view === undefined) throw new Refusal('not-found', '没有找到');
  const [lines = []] = await linesOf(asking, [{ name, doc }]);
  return { view, moves: movesOf(process.moves, doc.state, context), lines };
}

/** One page of a list, each with what the asker may do about it. */
async function pendings<View>(
  asking: Asking,
  collection: string,
  where: Where,
  over: boolean,
  after: Cursor | undefined,
): Promise<Page<Pending<View>>> {
  const orderBy = { field: 'sortAt', direction: over ? 'desc' : 'asc' } as const;
  const query = { collection, where, orderBy, limit: pageSize, ...(after && { after }) };
  const docs = await asking.cloud.store.find<StateDoc>(query);
  const process = processOf(collection);
  const items = docs.flatMap(({ _id, state }) => {
    const context = contextOf(asking, _id);
    const view = process.view(state, context) as View | undefined;
    return view === undefined ? [] : [{ view, moves: movesOf(process.moves, state, context) }];
  });
  const last = docs.at(-1);
  const next = docs.length === pageSize && last && { value: last.sortAt as number, id: last._id };
  return { items, ...(next && { next }) };
}
