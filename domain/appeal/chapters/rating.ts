import * as v from 'valibot';
import { words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context } from '../../kernel/process.ts';
import { type Clock, startClock } from '../../time/clock.ts';
import { isLower } from '../../topic/steps.ts';
import type { Appeal, Satisfied, Solved } from '../appeal.ts';
import { type Decisions, type Errands, type Lines, type Memory, type Notices, toBoth } from '../chapter.ts';
import { hasLead, leadAtWork, stepOf, toTasks } from '../tasks.ts';
import { isAnothers, isOwner, residents } from '../who.ts';
import { satisfied as satisfiedWord, solved as solvedWord } from '../words.ts';
import { solved } from './answering.ts';
import { type Climbed, toMeeting, toStreet } from './climbing.ts';
import { type Consulted, consulted } from './consulting.ts';
import type { Closed } from './ending.ts';

/** 评价与重办：居民说了才算，没有解决的再次办理（条例第二十三条）. */
interface Rate {
  readonly type: 'rate';
  readonly solved: Solved;
  readonly satisfied: Satisfied;
  readonly words?: string | undefined;
}
interface Redo {
  readonly type: 'redo';
  readonly words: string;
}
export type Command = Rate | Redo;

interface Rated extends Omit<Rate, 'type'> {
  readonly type: 'rated';
}
export interface Redone {
  readonly type: 'redone';
  readonly round: number;
  readonly words: string;
  readonly redo: Clock;
  readonly byLeader: boolean;
}
export type Fact = Rated | Redone;

export const moves: MoveTable<Appeal, Command['type']> = {
  rate: {
    zh: '评价',
    by: residents,
    from: ['awaitingRating'],
    whose: isOwner,
    article: '条例第八条、第二十三条',
  },
  redo: {
    zh: '退回重办',
    by: ['coordinator'],
    from: ['awaitingRating'],
    whose: isAnothers,
    article: '济南市 12345 条例第二十七条',
  },
};

export const inputs = [
  v.strictObject({
    type: v.literal('rate'),
    solved,
    satisfied: v.picklist(['satisfied', 'basically', 'neutral', 'dissatisfied'], '请选择是否满意'),
    words: v.optional(words('评价', 500)),
  }),
  v.strictObject({ type: v.literal('redo'), words: words('重办理由', 500, 4) }),
] as const;

export const decide: Decisions<Command, Fact | Consulted | Climbed | Closed> = {
  rate(appeal, command, context) {
    return [{ ...command, type: 'rated' }, ...outcomeOf(appeal, command, '居民评价', context)];
  },
  redo: (appeal, { words }, context) => again(appeal, words, context),
};

type Outcome = Redone | Consulted | Climbed | Closed;

/** 没有解决的再次办理，不满意的也是（夏阳：有一项不满意即再次处置）. */
export function outcomeOf(
  appeal: Appeal,
  { solved, satisfied }: Pick<Rate, 'solved' | 'satisfied'>,
  said: string,
  context: Context,
): readonly Outcome[] {
  const unhappy = satisfied === 'dissatisfied' && context.office.rules.redoIfDissatisfied;
  if (solved === 'unsolved') return again(appeal, `${said}：没有解决`, context);
  if (unhappy) return again(appeal, `${said}：不满意`, context);
  return [{ type: 'closed', reason: solved === 'solved' ? 'solved' : 'partlySolved' }];
}

/** 到了轮次上限就上周例会，不再空转；网格没有解决的，街道会商. */
export function again(
  appeal: Appeal,
  words: string,
  context: Context,
): readonly (Redone | Consulted | Climbed)[] {
  const { redo, redoByLeader, redoRounds } = context.office.rules;
  const round = appeal.round + 1;
  const consult = consulted({ round }, words, context);
  if (isLower(stepOf(appeal))) return [toStreet(appeal, { reason: 'unsolved', words }, context), consult];
  if (round > redoRounds) return [consult, ...toMeeting(appeal, words)];
  if (!hasLead(appeal.tasks)) return [consult];
  const clock = startClock(context.now, redo, context.office.calendar);
  return [{ type: 'redone', round, words, redo: clock, byLeader: redoByLeader }];
}

export const evolve: Memory<Fact> = {
  rated: (_, { at, by, fact: { solved, satisfied, words } }) => ({
    rating: { solved, satisfied, words, at, ...(by.unit !== undefined && { byStaff: true }) },
  }),
  redone: (appeal, { fact: { round, redo, byLeader } }) => ({
    status: 'reworking',
    round,
    byLeader,
    tasks: leadAtWork(appeal),
    clocks: { ...appeal.clocks, redo },
  }),
};

export const errands: Errands<Fact> = {
  redone: (appeal, { fact }) =>
    toTasks(appeal, { type: 'redo', words: fact.words, due: fact.redo, byLeader: fact.byLeader }, 'lead'),
};

export const notices: Notices<Fact> = { redone: toBoth };

export const line: Lines<Fact> = {
  rated: ({ fact, relation }) =>
    relation === 'grid' || relation === 'accused'
      ? { zh: '已评价' }
      : { zh: `评价：${solvedWord[fact.solved].zh}，${satisfiedWord[fact.satisfied].zh}`, words: fact.words },
  redone: ({ fact, inner }) => ({ zh: `第 ${fact.round} 次重办`, words: inner ? fact.words : undefined }),
};
