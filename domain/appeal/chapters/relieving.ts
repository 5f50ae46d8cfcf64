import type { MoveTable } from '../../kernel/moves.ts';
import { must } from '../../kernel/refusal.ts';
import type { Measure } from '../../request/request.ts';
import { measure } from '../../request/words.ts';
import { type Clock, extendClock, type Term } from '../../time/clock.ts';
import { showTerm } from '../../time/show.ts';
import type { Appeal } from '../appeal.ts';
import {
  type Decisions,
  type Errands,
  type Lines,
  type Memory,
  type Notices,
  toBoth,
  toOwner,
} from '../chapter.ts';
import { limitOf } from '../clocks.ts';
import { release, toTasks } from '../tasks.ts';

/** 批准的延期、终止办理、剔除（条例第十五条、第三十二条）. */
interface Extend {
  readonly type: 'extend';
  readonly term: Term;
  readonly words: string;
}
interface Terminate {
  readonly type: 'terminate';
  readonly basis: string;
  readonly words: string;
}
interface Exclude {
  readonly type: 'exclude';
  readonly measures: readonly Measure[];
  readonly words: string;
  /** Who asked for it. */
  readonly by: string;
}
export type Command = Extend | Terminate | Exclude;

interface Extended extends Omit<Extend, 'type'> {
  readonly type: 'extended';
  readonly limit: Clock;
}
interface Terminated extends Omit<Terminate, 'type'> {
  readonly type: 'terminated';
}
interface Excluded extends Omit<Exclude, 'type'> {
  readonly type: 'excluded';
}
export type Fact = Extended | Terminated | Excluded;

export const moves: MoveTable<Appeal, Command['type']> = {
  extend: { zh: '延期', by: ['system'], from: ['dispatched', 'inProgress', 'reworking'] },
  terminate: { zh: '终止办理', by: ['system'], from: ['dispatched', 'inProgress', 'reworking', 'onHold'] },
  exclude: {
    zh: '剔除',
    by: ['system'],
    from: ['dispatched', 'inProgress', 'onHold', 'replied', 'awaitingRating', 'reworking', 'closed'],
  },
};

export const decide: Decisions<Command, Fact> = {
  extend(appeal, { term, words }, { office }) {
    const limit = appeal.clocks[limitOf(appeal)];
    must(limit, 'not-now', '这件诉求现在没有办理时限');
    return [{ type: 'extended', term, words, limit: extendClock(limit, term, office.calendar) }];
  },
  terminate: (_, command) => [{ ...command, type: 'terminated' }],
  exclude: (_, command) => [{ ...command, type: 'excluded' }],
};

export const evolve: Memory<Fact> = {
  extended: (appeal, { fact: { limit } }) => ({
    clocks: { ...appeal.clocks, [limitOf(appeal)]: limit },
  }),
  terminated: (_, { at, fact: { basis, words } }) => ({
    status: 'closed',
    end: { reason: 'terminated', words, basis, at },
  }),
  excluded: (_, { at, fact: { measures, words } }) => ({ excluded: { measures, words, at } }),
};

export const errands: Errands<Fact> = {
  extended: (appeal, { fact: { term } }) => toTasks(appeal, { type: 'extend', term }, 'lead'),
  terminated: (appeal) => release(appeal, '已批准终止办理'),
};

export const notices: Notices<Fact> = { extended: toOwner, terminated: toBoth };

export const line: Lines<Fact> = {
  extended: ({ fact: { term, words } }) => ({ zh: `办理时限延长 ${showTerm(term)}`, words }),
  terminated: ({ fact: { basis, words } }) => ({ zh: '终止办理', words: `${words}（${basis}）` }),
  excluded: ({ fact: { measures, words }, inner }) =>
    inner ? { zh: `不计入核定的${measures.map((each) => measure[each].zh).join('、')}`, words } : undefined,
};
