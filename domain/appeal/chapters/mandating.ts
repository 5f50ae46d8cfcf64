import type { MoveTable } from '../../kernel/moves.ts';
import type { Clock } from '../../time/clock.ts';
import type { Appeal, Assignment } from '../appeal.ts';
import type { Decisions, Errands, Lines, Memory } from '../chapter.ts';
import { callOff, inHands } from '../tasks.ts';
import { type Consulted, consulted } from './consulting.ts';
import { type Designated, limit, mustNameUnits } from './giving-out.ts';
import { type Resumed, resumed } from './holding.ts';

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
  /** The whistle that still waited for approval. */
  readonly whistle?: string;
}
export type Fact = Mandated;

export const moves: MoveTable<Appeal, Command['type']> = {
  mandate: {
    zh: '会议交办',
    by: ['system'],
    from: ['accepted', 'consulting', 'dispatched', 'inProgress', 'reworking', 'onHold'],
    article: '条例第二十条',
  },
};

export const decide: Decisions<Command, Fact | Resumed | Consulted | Designated> = {
  mandate(appeal, { units, words, due }, context) {
    mustNameUnits(appeal, units, context);
    const { round, status, whistleAsked } = appeal;
    const held = status === 'onHold';
    const again = round > 0 ? { ...limit(appeal, context), redo: due } : {};
    return [
      { type: 'mandated', ...(whistleAsked && { whistle: whistleAsked }) },
      ...(held ? [resumed(appeal, words, context)] : []),
      ...(held || inHands(appeal) ? [consulted(appeal, words, context)] : []),
      { type: 'designated', units, words, own: due, ...again },
    ];
  },
};

export const evolve: Memory<Fact> = { mandated: () => ({ onAgenda: false, whistleAsked: undefined }) };

export const errands: Errands<Fact> = {
  mandated: (_, { fact: { whistle } }) => callOff(whistle, '会议已经交办'),
};

export const line: Lines<Fact> = {
  mandated: () => ({ zh: '会议交办' }),
};
