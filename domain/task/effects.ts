import { current, running } from '../kernel/deadlines.ts';
import type { Deadline, Errand, Event, Index, Missed, Notice } from '../kernel/process.ts';
import * as leave from './leave.ts';
import type { Fact, Status, Task } from './task.ts';

/** What the appeal knows already, having brought it about, and what it counts by its own clocks. */
const known: readonly string[] = ['missed', 'accepted', 'returned', 'redone'];

/** What changes no light. */
const silent: readonly string[] = ['assigned', 'contacted', 'answered', 'paused', 'resumed', 'extended'];

/**
 * The whistle it hangs on is told of every change of the light and of every clock missed; the appeal only of
 * what it did not bring about, so that late news never undoes a decision of the street.
 */
export function errands(task: Task, { seq, fact }: Event<Fact | Missed>): Errand[] {
  if (fact.type === 'objected') return leave.errands(task, fact);
  if (silent.includes(fact.type)) return [];
  const late = fact.type === 'missed' ? { late: fact.clock } : {};
  const note = { type: 'note', task: task.id, status: task.status, asOf: seq };
  const toAppeal = task.brief.appeal && !known.includes(fact.type);
  return [
    ...(toAppeal ? [{ process: 'appeal', id: task.brief.appeal, command: note }] : []),
    ...(task.whistle ? [{ process: 'whistle', id: task.whistle, command: { ...note, ...late } }] : []),
  ];
}

export function notices(task: Task, { fact }: Event<Fact | Missed>): Notice[] {
  const about = { about: `task.${fact.type}`, process: 'task', id: task.id };
  switch (fact.type) {
    case 'assigned':
    case 'returned':
    case 'redone':
    case 'released':
      return [{ ...about, to: { unit: task.unit } }];
    case 'missed':
      return [
        { ...about, to: { unit: task.unit } },
        { ...about, to: { role: 'coordinator' } },
      ];
    case 'reportedIn':
    case 'submitted':
      return [{ ...about, to: { role: 'coordinator' } }];
    default:
      return [];
  }
}

/** 首接单位交了结果，还欠居民一个答复（条例第十四条、第十五条）. */
export function owesReply({ role, brief, status, answered }: Task): boolean {
  return status === 'submitted' && role === 'lead' && brief.appeal !== undefined && !answered;
}

/** Which clocks matter in which state. */
function clocksOf(task: Task): readonly string[] {
  const { status, whistle } = task;
  const awaited: Readonly<Record<Status, readonly string[]>> = {
    pending: whistle ? ['acknowledge', 'reportIn', 'finish'] : ['acknowledge', 'finish'],
    acknowledged: whistle ? ['reportIn', 'finish'] : ['finish'],
    onTheWay: ['reportIn', 'finish'],
    reportedIn: ['finish'],
    handling: ['finish'],
    submitted: owesReply(task) ? ['finish'] : [],
    accepted: [],
    released: [],
  };
  return awaited[status];
}

export function deadlines(task: Task): Deadline[] {
  return running(task.clocks, task.missed, clocksOf(task));
}

export function clockOf(task: Task) {
  return current(task.clocks, clocksOf(task));
}

export function index(task: Task): Index {
  const wake = deadlines(task).map((deadline) => deadline.dueAt);
  const open = clocksOf(task).length > 0;
  return {
    unit: task.unit,
    appeal: task.brief.appeal ?? null,
    whistle: task.whistle ?? null,
    desk: open ? 'unit' : 'done',
    at: task.assignedAt,
    sortAt: clockOf(task)?.dueAt ?? task.result?.at ?? task.assignedAt,
    wakeAt: wake.length > 0 ? Math.min(...wake) : null,
  };
}
