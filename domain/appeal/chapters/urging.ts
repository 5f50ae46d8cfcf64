import * as v from 'valibot';
import { words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import { startClock } from '../../time/clock.ts';
import { showInstant } from '../../time/show.ts';
import type { Appeal } from '../appeal.ts';
import { type Decisions, type Lines, type Memory, type Notices, toDesk, toLeads } from '../chapter.ts';
import { isOwner, residents } from '../who.ts';
import { pressed, type Supervised } from './supervising.ts';

/** 催办：先行联系的时限过了还没动静，居民可以催，隔一段才能再催. */
interface Urge {
  readonly type: 'urge';
  readonly words?: string | undefined;
}
export type Command = Urge;

interface Urged {
  readonly type: 'urged';
  /** How often by now. */
  readonly count: number;
  readonly words?: string | undefined;
}
export type Fact = Urged;

export const moves: MoveTable<Appeal, Command['type']> = {
  urge: {
    zh: '催办',
    by: residents,
    from: ['accepted', 'consulting', 'dispatched', 'inProgress', 'reworking'],
    whose: isOwner,
    article: '济南市 12345 条例第十六条',
  },
};

export const inputs = [
  v.strictObject({ type: v.literal('urge'), words: v.optional(words('催办的话', 200)) }),
] as const;

export const decide: Decisions<Command, Fact | Supervised> = {
  urge(appeal, { words }, context) {
    const from = firstUrge(appeal, context);
    const { now } = context;
    must(now >= from, 'too-soon', `单位正在联系和办理，${showInstant(from, now)} 以后可以催办`);
    const count = appeal.urges + 1;
    return [{ type: 'urged', count, words }, ...pressed(appeal, count, context)];
  },
};

/** From when on he may urge: once the clock of the first contact is over, and then not too often. */
function firstUrge({ urgedAt, givenOutAt, submittedAt, tier = 'T3' }: Appeal, { office }: Context): number {
  const { rules, calendar } = office;
  if (urgedAt !== undefined) return startClock(urgedAt, rules.urge, calendar).dueAt;
  return startClock(givenOutAt ?? submittedAt, rules.contact[tier], calendar).dueAt;
}

export const evolve: Memory<Fact> = {
  urged: (_, { at, fact: { count } }) => ({ urges: count, urgedAt: at }),
};

export const notices: Notices<Fact> = { urged: (appeal) => [...toDesk(), ...toLeads(appeal)] };

export const line: Lines<Fact> = {
  urged: ({ fact }) => ({ zh: `第 ${fact.count} 次催办`, words: fact.words }),
};
