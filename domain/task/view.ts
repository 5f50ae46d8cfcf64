import { type Ball, ball } from '../kernel/ball.ts';
import type { Mark } from '../kernel/deadlines.ts';
import type { Context, Event, Line, Missed } from '../kernel/process.ts';
import { isHand, oversees } from '../office/hands.ts';
import { matterOf, type Theme, unitName } from '../office/office.ts';
import { arrivalProof, clock, contactWay, solved } from '../words.ts';
import type { Brief } from './brief.ts';
import { clockOf, isOpen, owesReply } from './clocks.ts';
import { isReminder } from './effects.ts';
import { stoppedAt } from './leave.ts';
import type { Arrival, Fact, Meet, Task } from './task.ts';

export interface View {
  readonly id: string;
  readonly status: Task['status'];
  readonly unit: string;
  readonly zh: string;
  readonly role: Task['role'];
  readonly need?: string | undefined;
  readonly brief: Brief & { readonly matterZh?: string | undefined };
  /** Of the ladder, where it is below the street. */
  readonly step?: Task['step'];
  readonly whistle?: string | undefined;
  readonly theme?: Theme | undefined;
  readonly meet?:
    | (Omit<Meet, 'code'> & { readonly radius: number; readonly coded: boolean; readonly codesLeft?: number })
    | undefined;
  readonly ball: Ball;
  readonly missed: readonly Mark[];
  readonly contacts: number;
  readonly works: number;
  readonly autoSigned?: true | undefined;
  readonly arrival?: (Arrival & { readonly at: number }) | undefined;
  readonly interim?: Task['interim'];
  /** You stay out of it. */
  readonly recused?: true | undefined;
  readonly result?: Task['result'];
  readonly sentBack?: string | undefined;
}

/** A task is seen by its unit and by the street. */
export function view(task: Task, context: Context): View | undefined {
  const { actor, office } = context;
  if (!isHand(actor, task.unit) && !inStreet(task, context)) return undefined;
  const { id, status, unit, role, need, brief, step, whistle, theme, contacts, works } = task;
  const { autoSigned, interim, result, sentBack } = task;
  const matterZh = matterOf(office, brief.matter)?.zh ?? brief.title;
  return {
    ...{ id, status, unit, role, need, step, whistle, theme, contacts, works },
    ...{ autoSigned, interim, result, sentBack },
    missed: task.missed.filter((mark) => mark.clock !== 'remind'),
    meet: meetOf(task),
    arrival: task.arrival && { ...task.arrival, at: task.reportedInAt ?? task.assignedAt },
    ...(task.recused.includes(actor.id) && { recused: true }),
    zh: unitName(office, unit),
    brief: { ...brief, matterZh },
    ball: ballOf(task, context),
  };
}

/** 报到码只在现场口头告诉. */
function meetOf({ meet, codesLeft }: Task): View['meet'] {
  if (meet === undefined) return undefined;
  const { code, ...shown } = meet;
  return {
    ...shown,
    coded: code !== undefined && codesLeft !== 0,
    ...(codesLeft !== undefined && { codesLeft }),
  };
}

/** A follow-up clerk reads what was done once the reply has been let through, not before. */
function inStreet({ status }: Task, { actor }: Context): boolean {
  return oversees(actor) || (status === 'accepted' && actor.roles.includes('followUpClerk'));
}

function ballOf(task: Task, { now, office }: Context): Ball {
  const who = unitName(office, task.unit);
  const running = clockOf(task);
  const until = running ? clock[running.name as keyof typeof clock].zh : '';
  const calls = running?.name === 'contact';
  const doing: Readonly<Record<Task['status'], string>> = {
    pending: !running || running.name === 'acknowledge' ? `等${who}签收` : `${who}还没有签收`,
    acknowledged: `${who}已签收，${calls ? '等联系居民' : task.whistle ? '等报到' : '等办理'}${codes(task)}`,
    onTheWay: `${who}在路上${calls ? '，等联系居民' : ''}${codes(task)}`,
    reportedIn: `${who}已报到，等办理`,
    handling: task.sentBack ? `${who}正在补办` : `${who}正在办理`,
    submitted: owesReply(task) ? `${who}已交结果，等答复居民` : `${who}已提交结果，等审核`,
    accepted: `${who}已办完`,
    released: '已撤销',
    informed: `已知会${who}，不用办理`,
  };
  const stopped = isOpen(task) && stoppedAt(task) !== undefined;
  const holder = isOpen(task) && !stopped ? 'unit' : 'none';
  return {
    ...ball(holder, stopped ? `已挂账，${who}的时限停着` : doing[task.status], until, running, now),
    ...(running && { clock: running.name }),
  };
}

/** 报到码不对的，还可以报几次. */
function codes({ miscodes, codesLeft = 0 }: Task): string {
  if (miscodes === undefined) return '';
  return codesLeft > 0
    ? `（报到码不对，还可以报 ${codesLeft} 次）`
    : `（报到码错了 ${miscodes} 次，等街道干部确认到场）`;
}

/**
 * The unit's part of the history. The resident reads of it only that somebody came and called, and what is shared;
 * that it took too long he reads once, from the appeal.
 */
export function line(task: Task, event: Event<Fact | Missed>, context: Context): Line | undefined {
  const inner = isHand(context.actor, task.unit) || inStreet(task, context);
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
      return { zh: arrived(fact, inner), words: inner ? fact.words : undefined };
    case 'miscoded':
      return inner ? { zh: `报到码不对${fact.left > 0 ? '' : '，不再收码'}` } : undefined;
    case 'contacted':
      return { zh: `联系居民（${contactWay[fact.way].zh}）`, words: inner ? fact.words : undefined };
    case 'worked':
      return inner || fact.shared ? { zh: '办理', words: fact.words, photos: fact.photos } : undefined;
    case 'interim':
      return { zh: '阶段性报告', words: inner ? fact.words : undefined };
    case 'recused':
      return inner ? { zh: '有经办人回避', words: fact.words } : undefined;
    case 'passedUp':
      return inner ? { zh: '办不了，上交一级' } : undefined;
    case 'done':
      return { zh: '协助完毕', words: inner ? fact.words : undefined };
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
      return missed(fact, inner);
    default:
      return undefined;
  }
}

function arrived({ way, proof, metres }: Arrival, inner: boolean): string {
  if (way === 'online') return '线上报到';
  if (!inner || proof === undefined) return '到场报到';
  return `到场报到（${arrivalProof[proof].zh}${metres === undefined ? '' : `，相距 ${metres} 米`}）`;
}

function missed(fact: Missed, inner: boolean): (Pick<Line, 'zh'> & Partial<Line>) | undefined {
  const { clock: name } = fact;
  if (isReminder(fact) || (!inner && (name === 'finish' || name === 'red'))) return undefined;
  if (name === 'red') return { zh: '仍未报到，亮红灯', late: true };
  const counted = name === 'acknowledge' && inner ? '，按已签收计' : '';
  return { zh: `${clock[name as keyof typeof clock].zh}超时${counted}`, late: true };
}
