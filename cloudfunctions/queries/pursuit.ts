import type { MeetingDetail, Page, Queries } from '../../domain/contract.ts';
import type { View as FollowUpView } from '../../domain/followUp/view.ts';
import type { View as MeetingView } from '../../domain/meeting/view.ts';
import { overseers, oversees, staff } from '../../domain/office/hands.ts';
import type { View as SupervisionView } from '../../domain/supervision/view.ts';
import type { View as TopicView } from '../../domain/topic/view.ts';
import { type Asking, mustBe } from './asking.ts';
import { detailOf } from './details.ts';
import { ifSeen, pageOf, pendings } from './seen.ts';

/** Calls to make, the most urgent first; what is over, the newest first. */
export function followUps(asking: Asking, { desk, after }: Queries['followUps']['input']) {
  mustBe(asking, ...overseers, 'followUpClerk');
  return pendings<FollowUpView>(
    asking,
    { process: 'followUp', where: { desk }, over: desk === 'done' },
    after,
  );
}

/** The street sees all of them, a unit its own. */
export function supervisions(asking: Asking, { desk, after }: Queries['supervisions']['input']) {
  const { actor } = asking;
  const street = oversees(actor);
  if (!street) mustBe(asking, ...staff);
  const where = street ? { desk } : { unit: actor.unit ?? '', desk };
  return pendings<SupervisionView>(asking, { process: 'supervision', where, over: desk === 'done' }, after);
}

/** What waits for a meeting of this kind, the longest first. */
export function topics(
  asking: Asking,
  { agenda, after }: Queries['topics']['input'],
): Promise<Page<TopicView>> {
  mustBe(asking, ...overseers);
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
  mustBe(asking, ...overseers);
  const direction = desk === 'done' ? 'desc' : 'asc';
  return pageOf<MeetingView>(asking, { process: 'meeting', where: { desk }, field: 'at', direction }, after);
}

/** A meeting with what it still has to deal with, and the names of what it has dealt with. */
export async function meetingDetail(asking: Asking, id: string): Promise<MeetingDetail> {
  const detail = await detailOf<MeetingView>(asking, 'meeting', id);
  const { kind, status, resolved } = detail.view;
  const agenda = status === 'convened' ? (await topics(asking, { agenda: kind })).items : [];
  const done = await Promise.all(resolved.map(({ topic }) => titleOf(asking, topic)));
  return { ...detail, agenda, titles: done };
}

async function titleOf(asking: Asking, id: string): Promise<string> {
  return (await ifSeen<TopicView>(asking, 'topic', id))?.view.zh ?? '';
}
