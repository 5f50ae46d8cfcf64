import type { MoveTable } from '../../kernel/moves.ts';
import type { Context } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import { type Clock, startClock } from '../../time/clock.ts';
import type { Appeal } from '../appeal.ts';
import type { Decisions, Errands, Lines, Memory } from '../chapter.ts';
import { isOpen, release, toTasks } from '../tasks.ts';

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

interface Disputed extends Omit<Dispute, 'type'> {
  readonly type: 'disputed';
}
interface Unassigned extends Omit<Unassign, 'type'> {
  readonly type: 'unassigned';
  /** There where the lead was wrong: the whole dispatch begins again. */
  readonly dispatch?: Clock;
}
interface Locked extends Omit<Lock, 'type'> {
  readonly type: 'locked';
}
export type Fact = Disputed | Unassigned | Locked;

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
  dispute({ locked }, { unit }) {
    must(!locked, 'return-locked', '这件诉求已经裁定或指定由谁办，不能再退', '条例第十二条');
    return [{ type: 'disputed', unit }];
  },
  unassign(appeal, { unit, words, suggested }, { now, office }) {
    const leads = appeal.tasks.some((task) => task.unit === unit && task.role === 'lead' && isOpen(task));
    const dispatch = startClock(now, office.rules.dispatch, office.calendar);
    return [{ type: 'unassigned', unit, words, suggested, ...(leads && { dispatch }) }];
  },
  lock: ({ locked }, command) => (locked ? [] : [{ ...command, type: 'locked' }]),
};

export const evolve: Memory<Fact> = {
  disputed: ({ disputes = [] }, { fact: { unit } }) => ({ disputes: [...disputes, unit] }),
  unassigned: ({ clocks, disputes, returns = 0 }, { fact: { unit, dispatch, suggested } }) => ({
    returns: returns + 1,
    disputes: without(disputes, unit),
    ...(dispatch && { status: 'accepted', suggested, clocks: { ...clocks, dispatch } }),
  }),
  locked: ({ disputes }, { fact: { unit } }) => ({ locked: true, disputes: without(disputes, unit) }),
};

function without(disputes: readonly string[] = [], unit: string): string[] {
  return disputes.filter((each) => each !== unit);
}

export const errands: Errands<Fact> = {
  unassigned: (appeal, { fact: { unit, dispatch } }) => {
    if (dispatch) return release(appeal, '派单异议成立');
    const own = appeal.tasks.filter((task) => task.unit === unit);
    return toTasks({ ...appeal, tasks: own }, { type: 'release', words: '派单异议成立' });
  },
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
export const line: Lines<Fact> = {
  disputed: () => undefined,
  unassigned: () => undefined,
  locked: () => undefined,
};
