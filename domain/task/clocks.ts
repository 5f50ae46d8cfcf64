import { type Clocks, current, running } from '../kernel/deadlines.ts';
import type { Context, Deadline, Missed } from '../kernel/process.ts';
import type { Office } from '../office/office.ts';
import { type Clock, retermClock, startClock, type Term } from '../time/clock.ts';
import type { Contacted } from './news.ts';
import type { Command, Status, Task } from './task.ts';

/** 办理时限自派单起算，不等签收；知会和联办方没有法定时限. */
export function clocksFor(command: Extract<Command, { type: 'assign' }>, context: Context): Clocks {
  const { role, finish, pace = 1 } = command;
  if (role === 'inform' || role === 'partner') return {};
  const { now, office } = context;
  const { acknowledge, contact, reportIn, firstReport, ...terms } = termsOf(command, context);
  const start = ({ amount, unit }: Term) =>
    startClock(now, { amount: Math.ceil(amount * pace), unit }, office.calendar);
  const arrival = reportIn && start(reportIn);
  return {
    acknowledge: start(acknowledge),
    ...(contact && role === 'lead' && command.brief.callable && { contact: start(contact) }),
    ...(arrival && { reportIn: arrival, ...ladder(arrival, office) }),
    ...(firstReport && { firstReport: start(firstReport) }),
    ...(finish ? { finish } : terms.finish && { finish: start(terms.finish) }),
  };
}

interface Terms {
  readonly acknowledge: Term;
  readonly contact?: Term;
  readonly reportIn?: Term;
  readonly firstReport?: Term;
  readonly finish?: Term;
}

function termsOf({ theme, brief }: Extract<Command, { type: 'assign' }>, { office }: Context): Terms {
  const { rules } = office;
  const tier = brief.tier ?? 'T3';
  return theme
    ? rules.whistle[theme]
    : { acknowledge: rules.acknowledge[tier], contact: rules.contact[tier] };
}

/** 没有报到：到时之前先提醒，到时黄灯，再过一段红灯. Shares of the report-in's own length. */
function ladder({ startedAt, amount, unit }: Clock, { rules, calendar }: Office): Clocks {
  const { dueAt } = startClock(startedAt, { amount, unit }, calendar);
  const at = (share: number) => {
    const minutes = Math.round(((dueAt - startedAt) / 60_000) * share);
    return startClock(startedAt, { amount: minutes, unit: 'minutes' }, calendar);
  };
  return { remind: at(rules.ladder.remind), red: at(rules.ladder.red) };
}

/** The ladder stands by the report-in, wherever that moves; it stood still as long. */
export function ladderBy({ clocks }: Task, { reportIn }: Clocks, office: Office): Clocks {
  if (reportIn === undefined) return {};
  const rungs = Object.entries(ladder(reportIn, office));
  return Object.fromEntries(
    rungs.map(([name, rung]) => [name, retermClock(clocks[name] ?? rung, rung, office.calendar)]),
  );
}

/** 首接单位交了结果，还欠居民一个答复（条例第十四条、第十五条）. */
export function owesReply({ role, brief, status, answered }: Task): boolean {
  return status === 'submitted' && role === 'lead' && brief.appeal !== undefined && !answered;
}

const over: readonly Status[] = ['accepted', 'released', 'informed'];

/** The unit still has to do something about it. */
export function isOpen(task: Task): boolean {
  return !over.includes(task.status) && (task.status !== 'submitted' || owesReply(task));
}

function isAwaited({ status }: Task): boolean {
  return status === 'pending' || status === 'acknowledged' || status === 'onTheWay';
}

/** Which clocks the next step is measured by; of those the task has. */
function clocksOf(task: Task): readonly string[] {
  if (!isOpen(task)) return [];
  const { status, contacts, interim } = task;
  return [
    ...(status === 'pending' ? ['acknowledge'] : []),
    ...(isAwaited(task) ? ['reportIn'] : []),
    ...(isAwaited(task) && contacts === 0 ? ['contact'] : []),
    ...(status !== 'submitted' && interim === undefined ? ['firstReport'] : []),
    'finish',
  ];
}

export function deadlines(task: Task): Deadline[] {
  const uncalled = task.contacts === 0 && task.status !== 'submitted' && isOpen(task);
  const names = [
    ...clocksOf(task),
    ...(isAwaited(task) ? ['remind', 'red'] : []),
    ...(uncalled ? ['contact'] : []),
  ];
  return running(task.clocks, task.missed, [...new Set(names)]).sort((one, other) => one.dueAt - other.dueAt);
}

export function clockOf(task: Task) {
  return current(task.clocks, clocksOf(task));
}

/** 先交网格和社区的，到时没有办好就不再由它办，上交一级. */
export function isTimeUp({ step }: Task, fact: { readonly type: string } | Missed): boolean {
  return step !== undefined && 'clock' in fact && fact.clock === 'finish';
}

/** 先行联系得怎么样；还没到时、或者用不着联系的，没有. */
export function contactOf({ clocks, missed, contacts, result }: Task): Contacted | undefined {
  if (clocks.contact === undefined) return undefined;
  if (missed.some(({ clock }) => clock === 'contact')) return 'late';
  if (contacts > 0) return 'onTime';
  return result && 'late';
}
