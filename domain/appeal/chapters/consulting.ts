import * as v from 'valibot';
import { words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context } from '../../kernel/process.ts';
import { type Clock, startClock } from '../../time/clock.ts';
import type { Appeal } from '../appeal.ts';
import { type Decisions, type Errands, type Lines, type Memory, type Notices, toBoth } from '../chapter.ts';
import { release } from '../tasks.ts';

/** 会商：没有主办，或办了几次没解决，重新确定由谁办（条例第十二条、第十四条）. */
interface Consult {
  readonly type: 'consult';
  readonly words: string;
}
interface Recall {
  readonly type: 'recall';
  readonly whistle: string;
  readonly words: string;
}
export type Command = Consult | Recall;

export interface Consulted {
  readonly type: 'consulted';
  readonly round: number;
  readonly words: string;
  readonly dispatch: Clock;
}
export type Fact = Consulted;

export const moves: MoveTable<Appeal, Command['type']> = {
  consult: { zh: '提交会商', by: ['coordinator'], from: ['accepted'], article: '条例第十二条' },
  recall: { zh: '撤哨回会商', by: ['system'], from: ['dispatched', 'inProgress', 'reworking'] },
};

export const inputs = [
  v.strictObject({ type: v.literal('consult'), words: words('会商事由', 500, 4) }),
] as const;

export const decide: Decisions<Command, Fact> = {
  consult: (appeal, { words }, context) => [consulted(appeal, words, context)],
  recall: (appeal, { whistle, words }, context) =>
    whistle === appeal.whistle ? [consulted(appeal, words, context)] : [],
};

export function consulted({ round }: Pick<Appeal, 'round'>, words: string, context: Context): Consulted {
  const { now, office } = context;
  const dispatch = startClock(now, office.rules.dispatch, office.calendar);
  return { type: 'consulted', round, words, dispatch };
}

export const evolve: Memory<Fact> = {
  consulted: ({ clocks }, { fact: { round, dispatch } }) => ({
    status: 'consulting',
    parent: undefined,
    round,
    clocks: { ...clocks, dispatch },
  }),
};

export const errands: Errands<Fact> = { consulted: (appeal) => release(appeal, '诉求已转会商') };

export const notices: Notices<Fact> = { consulted: toBoth };

export const line: Lines<Fact> = {
  consulted: ({ fact, inner }) => ({ zh: '提交会商', words: inner ? fact.words : undefined }),
};
