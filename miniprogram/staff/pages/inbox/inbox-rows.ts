import type { Task, TaskView } from '../../../lib/domain';
import { doing, type Left, leftOf, tally, tallySentence, type UrgencyCopy } from '../../../lib/urgency';
import { nextOf } from '../../lib/moves';
import { roleOf } from '../../lib/role';

export type Filter = 'all' | 'whistle' | 'dispatch' | 'redo';

export interface Row extends Left {
  readonly id: string;
  readonly matter: string;
  readonly place: string;
  readonly number: string;
  readonly sentence: string;
  readonly role: string;
  readonly whistled: boolean;
  readonly sentBack: boolean;
  /** The next move: `act` where a tap makes it, otherwise a tap opens its form. */
  readonly next: string;
  readonly label: string;
  readonly act: boolean;
  /** The order is on its way: drawn as done until the office says otherwise. */
  readonly sent: boolean;
  /** Stands above the first row of its group. */
  readonly head: string;
  readonly spoken: string;
}

export interface InboxCopy {
  readonly noMatter: string;
  readonly noPlace: string;
  readonly whistled: string;
  readonly redo: string;
}

interface Words {
  readonly inbox: InboxCopy;
  readonly urgency: UrgencyCopy;
}

/** Moves that ask nothing: one tap on the row makes them. */
const tapped: readonly Task['status'][] = ['pending'];

export function rowOf(task: TaskView, now: number, t: Words): Row {
  const { brief, ball, status } = task;
  const next = nextOf(task);
  const left = leftOf(ball, now, t.urgency);
  const matter = brief.matterZh ?? task.need ?? t.inbox.noMatter;
  const place = brief.address ?? task.meet?.place ?? t.inbox.noPlace;
  return {
    ...left,
    id: task.id,
    matter,
    place,
    number: brief.number ?? '',
    sentence: doing(ball),
    role: roleOf(task),
    whistled: task.whistle !== undefined,
    sentBack: task.sentBack !== undefined,
    next: next?.type ?? '',
    label: next?.zh ?? '',
    act: tapped.includes(status),
    sent: false,
    head: '',
    spoken: [left.left, matter, place, doing(ball)].filter((part) => part !== '').join('，'),
  };
}

export function chips(t: Readonly<Record<'all' | 'whistled' | 'dispatched' | 'redo', string>>) {
  const of = (value: Filter, zh: string) => ({ value, zh });
  return [of('all', t.all), of('whistle', t.whistled), of('dispatch', t.dispatched), of('redo', t.redo)];
}

export function fits({ whistle, sentBack }: TaskView, filter: Filter): boolean {
  if (filter === 'whistle') return whistle !== undefined;
  if (filter === 'dispatch') return whistle === undefined;
  return filter === 'all' || sentBack !== undefined;
}

/** The rows of what has to be done: late, today, the rest, each with its heading. */
export function openRows(tasks: readonly TaskView[], filter: Filter, now: number, t: Words): Row[] {
  const rows = tasks.filter((task) => fits(task, filter)).map((task) => rowOf(task, now, t));
  return headed(rows, ({ urgency }) => t.urgency[urgency]);
}

/** What was handed in, the newest first. */
export function doneRows(tasks: readonly TaskView[], filter: Filter, now: number, t: Words): Row[] {
  return tasks.filter((task) => fits(task, filter)).map((task) => rowOf(task, now, t));
}

function headed(rows: readonly Row[], headOf: (row: Row, at: number) => string): Row[] {
  const heads = rows.map(headOf);
  return rows.map((row, at) => ({ ...row, head: heads[at] === heads[at - 1] ? '' : (heads[at] ?? '') }));
}

/** The line that stands on top. */
export function summary(tasks: readonly TaskView[], ended: boolean, now: number, t: Words): string {
  const urgencies = tasks.map(({ ball }) => leftOf(ball, now, t.urgency).urgency);
  return tallySentence(tally(urgencies, ended), t.urgency);
}

/** The list after news of one task: what has been handed in leaves it, what has a new clock moves. */
export function withTask(tasks: readonly TaskView[], task: TaskView): TaskView[] {
  const others = tasks.filter(({ id }) => id !== task.id);
  const open = task.ball.holder === 'unit';
  return open ? [...others, task].sort((one, other) => dueOf(one) - dueOf(other)) : others;
}

function dueOf({ ball }: TaskView): number {
  return ball.dueAt ?? Number.MAX_SAFE_INTEGER;
}

/** Both lists without what two pages both held. */
export function joined(tasks: readonly TaskView[], more: readonly TaskView[]): TaskView[] {
  const known = new Set(tasks.map(({ id }) => id));
  return [...tasks, ...more.filter(({ id }) => !known.has(id))];
}
