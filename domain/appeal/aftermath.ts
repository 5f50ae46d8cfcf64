import type { Errand, Event, Missed } from '../kernel/process.ts';
import { above } from '../topic/steps.ts';
import type { Appeal } from './appeal.ts';
import { topicOf } from './chapters/climbing.ts';
import { settleSupervisions } from './chapters/supervising.ts';
import { openFollowUp, settleFollowUp } from './follow-up.ts';
import type { Fact } from './rulebook.ts';
import { inHands, leadOf } from './tasks.ts';

type Happened = Event<Fact | Missed>;

/** What follows an appeal wherever its chapters lead it: its follow-up, its supervisions, its place on an agenda. */
export function aftermath(appeal: Appeal, event: Happened): Errand[] {
  return [
    ...settleFollowUp(appeal, event),
    ...answered(appeal, event.fact),
    ...ended(appeal, event.fact),
    ...expired(appeal, event.fact),
  ];
}

function answered(appeal: Appeal, { type }: Happened['fact']): Errand[] {
  const heard = type === 'heard' && appeal.status === 'awaitingRating';
  if (type !== 'passed' && !heard) return [];
  const begunHere = appeal.supervisions.filter(({ cause }) => cause !== 'manual');
  return [
    openFollowUp(appeal),
    ...settleSupervisions(begunHere, '已答复居民'),
    ...settleTopic(appeal, '已答复居民'),
  ];
}

function ended(appeal: Appeal, { type }: Happened['fact']): Errand[] {
  if (appeal.end === undefined || type === 'unsupervised') return [];
  return [...settleSupervisions(appeal.supervisions, '诉求已结束'), ...settleTopic(appeal, '诉求已结束')];
}

function settleTopic(appeal: Appeal, words: string): Errand[] {
  if (!appeal.onAgenda) return [];
  const command = { type: 'settle', words };
  return [{ process: 'topic', id: topicOf(appeal), command, together: 'may' }];
}

const limits: readonly string[] = ['finish', 'redo'];

/** 办理超时：督办主办单位，并上一级（潍坊第二十六条）；还在网格、社区的，上一级就是街道，没有单位可督. */
function expired(appeal: Appeal, fact: Happened['fact']): Errand[] {
  if (fact.type !== 'missed' || !limits.includes(fact.clock) || !inHands(appeal)) return [];
  const lead = leadOf(appeal.tasks);
  const to = { process: 'appeal', id: appeal.id };
  if (lead?.step) return [{ ...to, command: { type: 'passUp', task: lead.task, reason: 'overdue' } }];
  const press = {
    type: 'supervise',
    kind: 'routine',
    cause: 'overdue',
    words: '办理超时，请负责人说明情况，尽快办结',
    expiredAt: fact.dueAt,
  };
  const orders = [...(lead ? [press] : []), { type: 'climb', step: above(appeal.step), reason: 'overdue' }];
  return orders.map((command) => ({ ...to, command }));
}
