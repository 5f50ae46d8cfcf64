import * as v from 'valibot';
import { words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context } from '../../kernel/process.ts';
import type { HoldReason } from '../../request/request.ts';
import { holdReason } from '../../request/words.ts';
import { type Clock, pauseClock, resumeClock, startClock } from '../../time/clock.ts';
import { showInstant } from '../../time/show.ts';
import type { Appeal } from '../appeal.ts';
import {
  type Decisions,
  type Errands,
  type Lapses,
  type Lines,
  type Memory,
  type Notices,
  toBoth,
  toOwner,
} from '../chapter.ts';
import { limitOf } from '../clocks.ts';
import { isOpen, toTasks } from '../tasks.ts';
import { isAnothers } from '../who.ts';
import { type Climbed, toJoint } from './climbing.ts';

/** 挂账与销账：时限停下，写明计划，到期复核；不续就恢复办理（条例第十五条）. */
interface Hold {
  readonly type: 'pause';
  readonly reason: HoldReason;
  readonly words: string;
  readonly days: number;
}
interface Resume {
  readonly type: 'resume';
  readonly words: string;
}
export type Command = Hold | Resume;

interface Held extends Omit<Hold, 'type' | 'days'> {
  readonly type: 'held';
  readonly review: Clock;
}
export interface Resumed {
  readonly type: 'resumed';
  readonly words: string;
  readonly limit?: Clock | undefined;
}
export type Fact = Held | Resumed;

export const moves: MoveTable<Appeal, Command['type']> = {
  pause: { zh: '挂账', by: ['system'], from: ['dispatched', 'inProgress', 'reworking', 'onHold'] },
  resume: {
    zh: '销账',
    by: ['coordinator', 'system'],
    from: ['onHold'],
    whose: isAnothers,
    article: '条例第十五条',
  },
};

export const inputs = [
  v.strictObject({ type: v.literal('resume'), words: words('销账说明', 500, 4) }),
] as const;

export const decide: Decisions<Command, Fact | Climbed> = {
  pause(_, { reason, words, days }, { now, office }) {
    const review = startClock(now, { amount: days, unit: 'days' }, office.calendar);
    return [{ type: 'held', reason, words, review }];
  },
  resume(appeal, { words }, context) {
    const byItself = context.actor.roles.includes('system');
    return [
      resumed(appeal, words, context),
      ...(byItself && isWornOut(appeal, context) ? toJoint(appeal, words) : []),
    ];
  },
};

/** 续挂到了次数. */
export function isWornOut({ hold }: Appeal, { office }: Pick<Context, 'office'>): boolean {
  return (hold?.times ?? 0) > office.rules.request.renewals;
}

/** Its clock runs on. */
export function resumed(appeal: Appeal, words: string, { now, office }: Context): Resumed {
  const limit = appeal.clocks[limitOf(appeal)];
  return { type: 'resumed', words, limit: limit && resumeClock(limit, now, office.calendar) };
}

export const evolve: Memory<Fact> = {
  held(appeal, { at, fact: { reason, words, review } }) {
    const { status, hold, clocks } = appeal;
    const before = status === 'onHold' ? (hold?.before ?? 'inProgress') : status;
    const name = limitOf(appeal);
    const limit = clocks[name];
    return {
      status: 'onHold',
      hold: { reason, words, before, times: (hold?.times ?? 0) + 1 },
      clocks: {
        ...clocks,
        hold: review,
        ...(limit && limit.dueAt > at && { [name]: pauseClock(limit, at) }),
      },
    };
  },
  resumed: (appeal, { fact: { limit } }) => ({
    status: backTo(appeal),
    clocks: { ...appeal.clocks, ...(limit && { [limitOf(appeal)]: limit }) },
  }),
};

/** Signed for in the meantime, it is being worked on. */
function backTo({ hold, tasks }: Appeal): Appeal['status'] {
  const begun = tasks.some((task) => isOpen(task) && task.status !== 'pending');
  return hold?.before === 'dispatched' && begun ? 'inProgress' : (hold?.before ?? 'inProgress');
}

export const errands: Errands<Fact> = {
  held: (appeal) => toTasks(appeal, { type: 'pause' }),
  resumed: (appeal) => toTasks(appeal, { type: 'resume' }),
};

/** 到了复核日没有续挂：系统恢复办理；续挂到了次数的，交联席会议. */
export const lapses: Lapses = {
  hold({ id }) {
    const command = { type: 'resume', words: '到了复核的日子，没有续挂' };
    return [{ process: 'appeal', id, command, together: 'may' }];
  },
};

export const notices: Notices<Fact> = { held: toOwner, resumed: toBoth };

export const line: Lines<Fact> = {
  held: ({ fact: { reason, words, review } }) => ({
    zh: `已挂账（${holdReason[reason].zh}），${showInstant(review.dueAt, review.startedAt)} 前复核`,
    words,
  }),
  resumed: ({ fact }) => ({ zh: '恢复办理', words: fact.words }),
};
