import type { Errand, Event, Index, Missed, Notice, Recipient } from '../kernel/process.ts';
import type { ClimbReason } from '../topic/steps.ts';
import { clockOf, contactOf, deadlines, isOpen, isTimeUp } from './clocks.ts';
import * as leave from './leave.ts';
import type { Fact, Task } from './task.ts';

/** What the appeal knows already, having brought it about, and what it counts by its own clocks. */
const known: readonly string[] = ['missed', 'accepted', 'returned', 'redone'];

/** What changes no light. */
const silent: readonly string[] = [
  'assigned',
  'miscoded',
  'contacted',
  'answered',
  'paused',
  'resumed',
  'extended',
  'rebriefed',
];

/**
 * The whistle it hangs on is told of every change of the light and of every clock missed; the appeal only of
 * what it did not bring about, so that late news never undoes a decision of the street. A step somebody takes is
 * told at the same moment; clocks of many units run out in the same instant, so each miss is told on its own.
 */
export function errands(task: Task, { seq, fact }: Event<Fact | Missed>): Errand[] {
  if (fact.type === 'objected') return leave.errands(task, fact);
  if (silent.includes(fact.type) || isReminder(fact)) return [];
  const { role, whistle, brief } = task;
  const up = toStepAbove(task, fact);
  const alone = fact.type === 'missed' && up.length === 0;
  const tell = (process: string, id: string | undefined, more: object): Errand[] =>
    id
      ? [{ process, id, command: { ...newsOf(task, seq), ...more }, ...(!alone && { together: 'may' }) }]
      : [];
  const toAppeal = role !== 'partner' && (isNews(fact) || up.length > 0);
  return [
    ...up,
    ...(toAppeal ? tell('appeal', brief.appeal, forAppeal(task, fact)) : []),
    ...tell('whistle', whistle, fact.type === 'missed' ? { late: fact.clock } : {}),
    ...reddened(task, fact),
  ];
}

function newsOf({ id: task, status, interim }: Task, asOf: number) {
  return { type: 'note', task, status, asOf, ...(interim && { interim: true }) };
}

function forAppeal(task: Task, fact: Fact | Missed) {
  const contacted = contactOf(task);
  return {
    ...(task.recused.length > 0 && { recused: task.recused }),
    ...(contacted && { contacted }),
    ...(fact.type === 'worked' && fact.shared && { shared: fact.photos }),
  };
}

/** 红灯跨哨记在单位的报到记录里. */
function reddened({ id: task, unit, whistle }: Task, fact: Fact | Missed): Errand[] {
  if (fact.type !== 'missed' || fact.clock !== 'red' || whistle === undefined) return [];
  return [{ process: 'attendance', id: unit, command: { type: 'redden', task, whistle, at: fact.dueAt } }];
}

/** 办不了的、到时没有办的，由诉求上交一级；诉求已经另有去处的，到时就算了. */
function toStepAbove(task: Task, fact: Fact | Missed): Errand[] {
  const up = (reason: ClimbReason, together: 'must' | 'may', words?: string): Errand[] => {
    const command = { type: 'passUp', task: task.id, reason, words };
    return [{ process: 'appeal', id: task.brief.appeal ?? '', command, together }];
  };
  if (fact.type === 'passedUp') return up('noAuthority', 'must', fact.words);
  return isTimeUp(task, fact) ? up('overdue', 'may') : [];
}

/** 诉求还不知道的；没有按时先行联系，它自己不计时，也要告诉它. */
function isNews(fact: Fact | Missed): boolean {
  return !known.includes(fact.type) || (fact.type === 'missed' && fact.clock === 'contact');
}

/** 到时之前的提醒：还没有晚. */
export function isReminder(fact: Fact | Missed): boolean {
  return fact.type === 'missed' && fact.clock === 'remind';
}

export function notices(task: Task, { fact }: Event<Fact | Missed>): Notice[] {
  const tell = (about: string, ...to: Recipient[]): Notice[] =>
    to.map((each) => ({ to: each, about: `task.${about}`, process: 'task', id: task.id }));
  const unit = { unit: task.unit };
  const desk = { role: 'coordinator' } as const;
  switch (fact.type) {
    case 'assigned':
      return tell(task.status === 'informed' ? 'informed' : 'assigned', unit);
    case 'returned':
    case 'redone':
    case 'released':
      return tell(fact.type, unit);
    case 'missed':
      return tell(...warned(fact, unit));
    case 'miscoded':
      return fact.left > 0 ? [] : tell('codeShut', unit, desk);
    case 'reportedIn':
    case 'submitted':
    case 'interim':
    case 'recused':
      return tell(fact.type, desk);
    default:
      return [];
  }
}

/** 提醒给单位，黄灯给单位和专班，红灯给街道主要领导. */
function warned({ clock }: Missed, unit: Recipient): [string, ...Recipient[]] {
  if (clock === 'remind') return ['remind', unit];
  const red = clock === 'red';
  const above: Recipient[] = red ? [{ role: 'streetLeader' }, { role: 'secretary' }] : [];
  return [red ? 'red' : 'missed', unit, { role: 'coordinator' }, ...above];
}

export function index(task: Task): Index {
  const wake = deadlines(task).map((deadline) => deadline.dueAt);
  return {
    unit: task.unit,
    appeal: task.brief.appeal ?? null,
    whistle: task.whistle ?? null,
    desk: isOpen(task) ? 'unit' : 'done',
    at: task.assignedAt,
    sortAt: clockOf(task)?.dueAt ?? leave.stoppedAt(task) ?? task.result?.at ?? task.assignedAt,
    wakeAt: wake.length > 0 ? Math.min(...wake) : null,
  };
}
