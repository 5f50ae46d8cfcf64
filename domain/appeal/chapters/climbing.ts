import * as v from 'valibot';
import { words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import { type Clock, startClock } from '../../time/clock.ts';
import { above, type ClimbReason, higher, isAgenda, isLower, type Step } from '../../topic/steps.ts';
import { climbReason, step as stepWord } from '../../topic/words.ts';
import type { Appeal } from '../appeal.ts';
import { type Decisions, type Errands, type Lines, type Memory, type Notices, toDesk } from '../chapter.ts';
import { always } from '../statuses.ts';
import { stepOf, toTasks } from '../tasks.ts';

/** 逐级上报：联户长、网格、社区、街道、周例会、月例会、联席会、区；每上一级记一次，写明为什么. */
interface Climb {
  readonly type: 'climb';
  readonly step: Step;
  readonly reason: ClimbReason;
  readonly words?: string | undefined;
}
interface OffAgenda {
  readonly type: 'offAgenda';
  readonly words: string;
}
export type Command = Climb | OffAgenda;

export interface Climbed extends Omit<Climb, 'type'> {
  readonly type: 'climbed';
  readonly from: Step;
  /** Back on the street's desk, which has this long to give it out. */
  readonly dispatch?: Clock;
}
interface LeftAgenda extends Omit<OffAgenda, 'type'> {
  readonly type: 'leftAgenda';
}
export type Fact = Climbed | LeftAgenda;

export const moves: MoveTable<Appeal, Command['type']> = {
  climb: {
    zh: '提交例会',
    by: ['coordinator', 'streetLeader', 'secretary', 'system'],
    from: ['accepted', 'consulting', 'dispatched', 'inProgress', 'reworking', 'onHold'],
    when: (appeal) => stepOf(appeal) !== 'district' && !isLower(stepOf(appeal)),
    article: '条例第二十条',
  },
  offAgenda: {
    zh: '会议了结',
    by: ['system'],
    from: always,
    when: ({ onAgenda }) => onAgenda,
  },
};

export const inputs = [
  v.strictObject({
    type: v.literal('climb'),
    step: v.picklist(['weekly', 'monthly', 'joint', 'district'], '请选择提交到哪一级'),
    reason: v.picklist(['noAuthority', 'manual'], '请选择为什么提交'),
    words: words('提交理由', 500, 4),
  }),
] as const;

export const decide: Decisions<Command, Fact> = {
  climb(appeal, command, { actor }) {
    const up = higher(command.step, appeal.step);
    if (!up && actor.roles.includes('system')) return [];
    must(up, 'not-higher', `已经到了${stepWord[appeal.step].zh}，只能再往上提交`, '条例第二十条');
    return [{ ...command, type: 'climbed', from: appeal.step }];
  },
  offAgenda: (_, { words }) => [{ type: 'leftAgenda', words }],
};

export const evolve: Memory<Fact> = {
  climbed: ({ step: before, climbs, clocks }, { at, fact: { step, reason, dispatch } }) => ({
    step: higher(step, before) ? step : before,
    onAgenda: isAgenda(step),
    climbs: [...climbs, { step, reason, at }],
    ...(dispatch && { status: 'accepted', clocks: { ...clocks, dispatch } }),
  }),
  leftAgenda: () => ({ onAgenda: false }),
};

/** 两次重办没有解决的，交会议议定；已经上过会的，再上一级. */
export function toMeeting({ step }: Appeal, words: string): Climbed[] {
  const up: Step = isAgenda(step) ? above(step) : 'weekly';
  return step === 'district' ? [] : [{ type: 'climbed', from: step, step: up, reason: 'redo2', words }];
}

/** 网格、社区没有办成的，回到街道派单. */
export function toStreet(
  appeal: Appeal,
  why: Pick<Climb, 'reason' | 'words'>,
  { now, office }: Context,
): Climbed {
  const dispatch = startClock(now, office.rules.dispatch, office.calendar);
  return { type: 'climbed', from: stepOf(appeal), step: 'street', ...why, dispatch };
}

/** 续挂到了次数的，交联席会议，只交一次. */
export function toJoint({ step }: Appeal, words: string): Climbed[] {
  return higher('joint', step)
    ? [{ type: 'climbed', from: step, step: 'joint', reason: 'onHoldExpired', words }]
    : [];
}

export function topicOf({ id }: Pick<Appeal, 'id'>): string {
  return `${id}-t`;
}

export const errands: Errands<Fact> = {
  /** Whose own time is up has let go of it already; the resident's may be up first. */
  climbed(appeal, { fact: { step, reason, words, dispatch } }) {
    if (dispatch && reason === 'overdue')
      return toTasks(appeal, { type: 'release', words: '超过时限，已上交街道' }, 'lead');
    if (!isAgenda(step)) return [];
    const { id, number, matter, place } = appeal;
    const about = { appeal: id, number, matter, address: place?.address };
    const command = { type: 'raise', agenda: step, reason, words, about };
    return [{ process: 'topic', id: topicOf(appeal), command, together: 'may' }];
  },
};

export const notices: Notices<Fact> = { climbed: (_, { dispatch }) => (dispatch ? toDesk() : []) };

export const line: Lines<Fact> = {
  climbed: ({ fact, inner }) => ({
    zh: `${isLower(fact.from) ? `${stepWord[fact.from].zh}上交` : '提交'}${stepWord[fact.step].zh}（${climbReason[fact.reason].zh}）`,
    words: inner ? fact.words : undefined,
  }),
  leftAgenda: ({ fact, inner }) => ({ zh: '会议了结', words: inner ? fact.words : undefined }),
};
