import type { MoveTable } from '../../kernel/moves.ts';
import type { Context } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import { type Clock, startClock } from '../../time/clock.ts';
import type { Appeal } from '../appeal.ts';
import type { Decisions, Errands, Lines, Memory } from '../chapter.ts';
import { isOpen } from '../tasks.ts';

/** 派单异议的结果：成立就重新派单，不成立就不能再退；居民的时限一直在走（条例第十二条）. */
interface Dispute {
  readonly type: 'dispute';
  readonly unit: string;
}
interface Unassign {
  readonly type: 'unassign';
  readonly unit: string;
  readonly words: string;
  readonly suggested?: string | undefined;
}
interface Lock {
  readonly type: 'lock';
  readonly unit: string;
  readonly words: string;
}
export type Command = Dispute | Unassign | Lock;

interface Unassigned extends Omit<Unassign, 'type'> {
  readonly type: 'unassigned';
  /** There where the lead was wrong: the whole dispatch begins again. */
  readonly dispatch?: Clock;
}
interface Locked extends Omit<Lock, 'type'> {
  readonly type: 'locked';
}
export type Fact = Unassigned | Locked;

export const moves: MoveTable<Appeal, Command['type']> = {
  dispute: { zh: '派单异议', by: ['system'], from: ['dispatched', 'inProgress'], article: '条例第十二条' },
  unassign: { zh: '异议成立', by: ['system'], from: ['dispatched', 'inProgress'], article: '条例第十二条' },
  lock: {
    zh: '不能再退',
    by: ['system'],
    from: ['dispatched', 'inProgress', 'onHold', 'replied', 'accepted', 'consulting', 'reworking'],
    article: '条例第十二条',
  },
};

export const decide: Decisions<Command, Fact> = {
  /** Nothing comes of it but that the objection may be raised. */
  dispute({ locked }) {
    must(!locked, 'return-locked', '这件诉求已经裁定或指定由谁办，不能再退', '条例第十二条');
    return [];
  },
  unassign(appeal, { unit, words, suggested }, { now, office }) {
    const leads = appeal.tasks.some((task) => task.unit === unit && task.role === 'lead' && isOpen(task));
    const dispatch = startClock(now, office.rules.dispatch, office.calendar);
    return [{ type: 'unassigned', unit, words, suggested, ...(leads && { dispatch }) }];
  },
  lock: ({ locked }, command) => (locked ? [] : [{ ...command, type: 'locked' }]),
};

export const evolve: Memory<Fact> = {
  unassigned: ({ clocks, returns = 0 }, { fact: { dispatch, suggested } }) => ({
    returns: returns + 1,
    ...(dispatch && { status: 'accepted', suggested, clocks: { ...clocks, dispatch } }),
  }),
  locked: () => ({ locked: true }),
};

export const errands: Errands<Fact> = {
  unassigned: ({ tasks }, { fact: { unit, dispatch } }) =>
    tasks
      .filter((task) => isOpen(task) && (dispatch !== undefined || task.unit === unit))
      .map(({ task }) => ({
        process: 'task',
        id: task,
        command: { type: 'release', words: '派单异议成立' },
        together: 'may',
      })),
};

/**
 * 异议成立以后，接手的单位自己的时限：剩下多少是多少，但至少一个工作日，也不超过整个时限。
 * The resident's own clock stays where it is.
 */
export function ownLimit({ returns = 0, tier, round }: Appeal, overall: Clock | undefined, context: Context) {
  const { now, office } = context;
  if (returns === 0 || round > 0 || tier === undefined || overall === undefined) return undefined;
  const least = startClock(now, office.rules.objection.least, office.calendar);
  if (overall.dueAt >= least.dueAt) return undefined;
  const whole = startClock(now, office.rules.finish[tier], office.calendar);
  return whole.dueAt < least.dueAt ? whole : least;
}

/** The objection tells its own story. */
export const line: Lines<Fact> = { unassigned: () => undefined, locked: () => undefined };
