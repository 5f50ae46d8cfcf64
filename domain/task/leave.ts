import * as v from 'valibot';
import { type Clocks, pauseClocks, resumeClocks } from '../kernel/deadlines.ts';
import { id, words } from '../kernel/input.ts';
import type { Move } from '../kernel/moves.ts';
import type { Actor, Context, Errand, Event } from '../kernel/process.ts';
import { must } from '../kernel/refusal.ts';
import { objectionOf } from '../objection/objection.ts';
import { type Clock, extendClock, isPaused, retermClock, startClock, type Term } from '../time/clock.ts';
import { showTerm } from '../time/show.ts';
import type { Task } from './task.ts';

/** 派单异议、随诉求的挂账、延期与改时限（条例第十二条、第十五条）. */
export type Command =
  | { readonly type: 'object'; readonly duty: string; readonly owner: string }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'extend'; readonly term: Term }
  | { readonly type: 'reterm'; readonly term: Term };

export type Fact =
  | { readonly type: 'objected'; readonly duty: string; readonly owner: string }
  | { readonly type: 'paused' }
  | { readonly type: 'resumed'; readonly clocks: Clocks }
  | { readonly type: 'extended'; readonly clocks: Clocks };

const open = ['pending', 'acknowledged', 'onTheWay', 'reportedIn', 'handling', 'submitted'];

export const moves: Readonly<Record<Command['type'], Move<Task>>> = {
  object: {
    zh: '派单异议',
    by: ['unitLeader'],
    from: ['pending', 'acknowledged'],
    whose: (task: Task, actor: Actor) => actor.unit === task.unit && !task.recused.includes(actor.id),
    when: mayObject,
    offered: isEarly,
    article: '条例第十二条',
    final: true,
  },
  pause: { zh: '停下时限', by: ['system'], from: open },
  resume: { zh: '恢复时限', by: ['system'], from: open },
  extend: { zh: '延长时限', by: ['system'], from: open },
  reterm: { zh: '改时限', by: ['system'], from: open },
};

/** 一次为限；指定了的、裁定过的、应急哨，都不能退；先交网格的，办不了就上交. */
function mayObject({ objected, locked, step, theme, brief, role }: Task): boolean {
  if (objected || locked || step || theme === 'emergency' || brief.appeal === undefined) return false;
  return role === 'lead' || role === 'assist';
}

export const inputs = [
  v.strictObject({
    type: v.literal('object'),
    duty: words('职责依据', 500, 4),
    owner: id('建议单位'),
  }),
] as const;

export function decide(task: Task, command: Command, context: Context): readonly Fact[] {
  const { now, office } = context;
  switch (command.type) {
    case 'object':
      mustBeEarly(task, context);
      return [{ ...command, type: 'objected' }];
    case 'pause':
      return [{ type: 'paused' }];
    case 'resume':
      return [{ type: 'resumed', clocks: resumeClocks(task.clocks, now, office.calendar) }];
    case 'extend':
      return [
        {
          type: 'extended',
          clocks: moved(task.clocks, (finish) => extendClock(finish, command.term, office.calendar)),
        },
      ];
    case 'reterm':
      return [
        {
          type: 'extended',
          clocks: moved(task.clocks, (finish) => retermClock(finish, command.term, office.calendar)),
        },
      ];
  }
}

function isEarly({ assignedAt }: Task, { now, office: { rules, calendar } }: Context): boolean {
  return now <= startClock(assignedAt, rules.objection.raise, calendar).dueAt;
}

function mustBeEarly(task: Task, context: Context): void {
  const { raise } = context.office.rules.objection;
  const why = `派单异议要在派单后 ${showTerm(raise)}内提出`;
  must(isEarly(task, context), 'objection-late', why, '条例第十二条');
}

function moved({ finish, ...others }: Clocks, how: (finish: Clock) => Clock): Clocks {
  return finish ? { ...others, finish: how(finish) } : others;
}

export function evolve(task: Task, { at, fact }: Event<Fact>): Partial<Task> {
  switch (fact.type) {
    case 'objected':
      return { objected: true };
    case 'paused':
      return { clocks: pauseClocks(task.clocks, at) };
    case 'resumed':
    case 'extended':
      return { clocks: fact.clocks };
  }
}

/** The limit of a task that stands still with its appeal, `undefined` while its clocks run. Epoch ms. */
export function stoppedAt({ clocks }: Task): number | undefined {
  return Object.values(clocks).find(isPaused)?.dueAt;
}

/** The objection lives by itself, and the appeal must allow it. */
export function errands({ id, unit, brief }: Task, fact: Fact): Errand[] {
  if (fact.type !== 'objected' || brief.appeal === undefined) return [];
  const { duty, owner } = fact;
  return [
    {
      process: 'objection',
      id: objectionOf(brief.appeal, unit),
      command: { type: 'raise', task: id, unit, duty, owner, brief },
      together: 'must',
    },
  ];
}
