import { type Ball, ball } from '../kernel/ball.ts';
import type { Mark } from '../kernel/deadlines.ts';
import type { Context, Event, Line, Missed } from '../kernel/process.ts';
import { type Theme, unitName } from '../office/office.ts';
import { clock, contactWay, solved } from '../words.ts';
import { clockOf, owesReply } from './effects.ts';
import type { Brief, Fact, Task } from './task.ts';

export interface View {
  readonly id: string;
  readonly status: Task['status'];
  readonly unit: string;
  readonly zh: string;
  readonly role: Task['role'];
  readonly need?: string | undefined;
  readonly brief: Brief & { readonly matterZh?: string | undefined };
  readonly whistle?: string | undefined;
  readonly theme?: Theme | undefined;
  readonly ball: Ball;
  readonly missed: readonly Mark[];
  readonly contacts: number;
  readonly works: number;
  readonly result?: Task['result'];
  readonly sentBack?: string | undefined;
}

/** A task is seen by its unit and by the street. */
export function view(task: Task, context: Context): View | undefined {
  const { actor, office } = context;
  if (actor.unit !== task.unit && !inStreet(context)) return undefined;
  const { id, status, unit, role, need, brief, whistle, theme, missed, contacts, works, result, sentBack } =
    task;
  const matterZh = office.matters.find((matter) => matter.id === brief.matter)?.zh ?? brief.title;
  return {
    ...{ id, status, unit, role, need, whistle, theme, missed, contacts, works, result, sentBack },
    zh: unitName(office, unit),
    brief: { ...brief, matterZh },
    ball: ballOf(task, context),
  };
}

const street = ['coordinator', 'streetLeader', 'secretary', 'supervisor', 'followUpClerk'] as const;

function inStreet({ actor }: Context): boolean {
  return street.some((role) => actor.roles.includes(role));
}

function ballOf(task: Task, { now, office }: Context): Ball {
  const who = unitName(office, task.unit);
  const running = clockOf(task);
  const until = running ? clock[running.name as keyof typeof clock].zh : '';
  const doing: Readonly<Record<Task['status'], string>> = {
    pending: `等${who}签收`,
    acknowledged: task.whistle ? `${who}已签收，等报到` : `${who}已签收，等办理`,
    onTheWay: `${who}在路上`,
    reportedIn: `${who}已报到，等办理`,
    handling: task.sentBack ? `${who}正在补办` : `${who}正在办理`,
    submitted: owesReply(task) ? `${who}已交结果，等答复居民` : `${who}已提交结果，等审核`,
    accepted: `${who}已办完`,
    released: '已撤销',
  };
  return ball(running ? 'unit' : 'none', doing[task.status], until, running, now);
}

/**
 * The unit's part of the history. The resident reads of it only that somebody came and called, and what is shared;
 * that it took too long he reads once, from the appeal.
 */
export function line(task: Task, event: Event<Fact | Missed>, context: Context): Line | undefined {
  const inner = context.actor.unit === task.unit || inStreet(context);
  const told = tell(event.fact, inner);
  return told && { at: event.at, who: unitName(context.office, task.unit), ...told };
}

function tell(fact: Fact | Missed, inner: boolean): (Pick<Line, 'zh'> & Partial<Line>) | undefined {
  switch (fact.type) {
    case 'acknowledged':
      return { zh: '签收' };
    case 'setOut':
      return { zh: '出发' };
    case 'reportedIn':
      return { zh: fact.way === 'onsite' ? '到场报到' : '线上报到', words: inner ? fact.words : undefined };
    case 'contacted':
      return { zh: `联系居民（${contactWay[fact.way].zh}）`, words: inner ? fact.words : undefined };
    case 'worked':
      return inner || fact.shared ? { zh: '办理', words: fact.words, photos: fact.photos } : undefined;
    case 'submitted':
      return inner
        ? { zh: `提交结果：${solved[fact.outcome].zh}`, words: fact.words, photos: fact.photos }
        : { zh: '办理完毕' };
    case 'returned':
      return inner ? { zh: '被退回补办', words: fact.words } : undefined;
    case 'redone':
      return inner ? { zh: '开始重办', words: fact.words } : undefined;
    case 'released':
      return { zh: '任务撤销', words: inner ? fact.words : undefined };
    case 'missed':
      if (!inner && fact.clock === 'finish') return undefined;
      return { zh: `${clock[fact.clock as keyof typeof clock].zh}超时`, late: true };
    default:
      return undefined;
  }
}
