import type { MoveTable } from '../../kernel/moves.ts';
import type { Clock } from '../../time/clock.ts';
import type { Appeal, Assignment } from '../appeal.ts';
import type { Decisions, Lines, Memory } from '../chapter.ts';
import { inHands } from '../tasks.ts';
import { type Consulted, consulted } from './consulting.ts';
import { type Designated, limit, mustNameUnits } from './giving-out.ts';

/** 会议交办：例会议定由谁办、什么时候办完（条例第二十条）. */
interface Mandate {
  readonly type: 'mandate';
  readonly units: readonly Assignment[];
  readonly words: string;
  /** What the meeting gives the units; the resident's own clock goes on as it was. */
  readonly due: Clock;
}
export type Command = Mandate;

interface Mandated {
  readonly type: 'mandated';
}
export type Fact = Mandated;

export const moves: MoveTable<Appeal, Command['type']> = {
  mandate: {
    zh: '会议交办',
    by: ['system'],
    from: ['accepted', 'consulting', 'dispatched', 'inProgress', 'reworking'],
    article: '条例第二十条',
  },
};

export const decide: Decisions<Command, Fact | Consulted | Designated> = {
  mandate(appeal, { units, words, due }, context) {
    mustNameUnits(appeal, units, context);
    const again = appeal.round > 0 ? { ...limit(appeal, context), redo: due } : {};
    return [
      { type: 'mandated' },
      ...(inHands(appeal) ? [consulted(appeal, words, context)] : []),
      { type: 'designated', units, words, own: due, ...again },
    ];
  },
};

export const evolve: Memory<Fact> = { mandated: () => ({ onAgenda: false }) };

export const line: Lines<Fact> = {
  mandated: () => ({ zh: '会议交办' }),
};
