import * as v from 'valibot';
import { photos, words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context } from '../../kernel/process.ts';
import { type Clock, pauseClock, resumeClock, startClock } from '../../time/clock.ts';
import type { Appeal } from '../appeal.ts';
import {
  type Decisions,
  type Lapses,
  type Lines,
  type Memory,
  type Notices,
  toDesk,
  toLeads,
  toOwner,
} from '../chapter.ts';
import { isOwner, residents } from '../who.ts';

/** 补充：街道问，居民答；受理的时限停着等（条例第十条）. 居民在答复以前随时可以补充. */
interface Question {
  readonly type: 'question';
  readonly questions: readonly string[];
  /** Without an answer nobody can find the place or the matter. */
  readonly vital: boolean;
}
interface Supplement {
  readonly type: 'supplement';
  readonly words: string;
  readonly photos: readonly string[];
}
/** The time to answer is over. */
interface Proceed {
  readonly type: 'proceed';
}
export type Command = Question | Supplement | Proceed;

interface Questioned extends Omit<Question, 'type'> {
  readonly type: 'questioned';
  readonly accept: Clock;
  readonly infoSoon: Clock;
  readonly infoLast: Clock;
  readonly info: Clock;
}
interface Supplemented extends Omit<Supplement, 'type'> {
  readonly type: 'supplemented';
  /** The clock that stood still for the question runs again. */
  readonly accept?: Clock;
}
interface Proceeded {
  readonly type: 'proceeded';
  readonly accept: Clock;
}
interface GivenUp {
  readonly type: 'givenUp';
}
export type Fact = Questioned | Supplemented | Proceeded | GivenUp;

export const moves: MoveTable<Appeal, Command['type']> = {
  question: { zh: '请居民补充', by: ['coordinator'], from: ['submitted'], article: '条例第十条' },
  supplement: {
    zh: '补充情况',
    by: residents,
    from: [
      ...['needsInfo', 'submitted', 'accepted', 'consulting', 'dispatched', 'inProgress', 'onHold'],
      'reworking',
    ],
    whose: isOwner,
    article: '条例第八条',
  },
  proceed: { zh: '逾期未补充', by: ['system'], from: ['needsInfo'] },
};

export const inputs = [
  v.strictObject({
    type: v.literal('question'),
    questions: v.pipe(
      v.array(words('问题', 100, 2)),
      v.minLength(1, '请写要问什么'),
      v.maxLength(5, '最多 5 个问题'),
    ),
    vital: v.boolean('请选择不补充能不能办'),
  }),
  v.strictObject({ type: v.literal('supplement'), words: words('补充的情况', 1000, 2), photos }),
] as const;

export const decide: Decisions<Command, Fact> = {
  question({ clocks: { accept } }, { questions, vital }, { now, office: { rules, calendar } }) {
    const start = (term: (typeof rules.question)['limit']) => startClock(now, term, calendar);
    const { first, last, limit } = rules.question;
    const asked = {
      questions,
      vital,
      infoSoon: start(first),
      infoLast: start(last),
      info: start(limit),
    };
    return [{ type: 'questioned', ...asked, accept: pauseClock(accept ?? start(rules.accept), now) }];
  },
  supplement: (appeal, { words, photos }, context) => [
    {
      type: 'supplemented',
      words,
      photos,
      ...(appeal.status === 'needsInfo' && { accept: running(appeal, context) }),
    },
  ],
  proceed(appeal, _, context) {
    const { info } = appeal.clocks;
    if (info === undefined || info.dueAt > context.now) return [];
    return [appeal.vital ? { type: 'givenUp' } : { type: 'proceeded', accept: running(appeal, context) }];
  },
};

function running({ clocks: { accept } }: Appeal, { now, office }: Context): Clock {
  return accept
    ? resumeClock(accept, now, office.calendar)
    : startClock(now, office.rules.accept, office.calendar);
}

export const evolve: Memory<Fact> = {
  questioned: ({ clocks }, { fact: { questions, vital, accept, infoSoon, infoLast, info } }) => ({
    status: 'needsInfo',
    questions,
    vital,
    clocks: { ...clocks, accept, infoSoon, infoLast, info },
  }),
  supplemented: ({ clocks }, { fact: { accept } }) =>
    accept ? { status: 'submitted', questions: undefined, clocks: { ...clocks, accept } } : {},
  proceeded: ({ clocks }, { fact: { accept } }) => ({
    status: 'submitted',
    unanswered: true,
    clocks: { ...clocks, accept },
  }),
  givenUp: (_, { at }) => ({ status: 'withdrawn', end: { reason: 'unanswered', at } }),
};

export const lapses: Lapses = {
  info: ({ id }) => [{ process: 'appeal', id, command: { type: 'proceed' } }],
};

export const notices: Notices<Fact> = {
  questioned: toOwner,
  supplemented: (appeal) => [...toDesk(), ...toLeads(appeal)],
  proceeded: toDesk,
  givenUp: toOwner,
};

export const line: Lines<Fact> = {
  questioned: ({ fact, inner, relation }) => ({
    zh: '请居民补充',
    words: inner || relation === 'owner' ? fact.questions.join('；') : undefined,
  }),
  supplemented: ({ fact }) => ({ zh: '补充情况', words: fact.words, photos: fact.photos }),
  proceeded: () => ({ zh: '到期没有补充，按现有情况办理' }),
  givenUp: () => ({ zh: '到期没有补充，无法办理' }),
};
