import * as v from 'valibot';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Errand } from '../../kernel/process.ts';
import { approvalOf } from '../../whistle/approval.ts';
import { call } from '../../whistle/inputs.ts';
import type { Call } from '../../whistle/whistle.ts';
import type { Appeal } from '../appeal.ts';
import { briefFor, rebrief } from '../brief.ts';
import {
  type Decisions,
  type Errands,
  type Lines,
  type Memory,
  type Notices,
  toDesk,
  toOwner,
} from '../chapter.ts';
import { isOurs, noWhistleAsked, parentOf } from '../tasks.ts';
import { type Given, givenOut, limit, mustNameUnits, named } from './giving-out.ts';

/** 吹哨：叫来几个部门一起办；要审批的，批准了才吹响（条例第十六条）. */
interface Whistle extends Call {
  readonly type: 'whistle';
}
/** 批准了：吹响. */
interface Muster extends Omit<Given, 'redo'> {
  readonly type: 'muster';
  readonly whistle: string;
  readonly subject: string;
}
/** 没有批准，或批准前就撤了. */
interface TurnDown {
  readonly type: 'turnDown';
  readonly whistle: string;
  readonly words: string;
}
export type Command = Whistle | Muster | TurnDown;

interface WhistleAsked extends Call {
  readonly type: 'whistleAsked';
}
interface Whistled extends Given {
  readonly type: 'whistled';
  readonly subject: string;
  /** The whistle that waited for approval; without it the whistle is blown by this very fact. */
  readonly whistle?: string;
  readonly call?: Call;
}
interface TurnedDown extends Omit<TurnDown, 'type'> {
  readonly type: 'turnedDown';
}
export type Fact = WhistleAsked | Whistled | TurnedDown;

export const moves: MoveTable<Appeal, Command['type']> = {
  whistle: {
    zh: '吹哨',
    by: ['coordinator'],
    from: ['accepted', 'consulting'],
    when: (appeal) => noWhistleAsked(appeal) && isOurs(appeal),
    article: '条例第十六条',
  },
  muster: { zh: '哨已批准', by: ['system'], from: ['accepted', 'consulting'], when: isAsked },
  turnDown: { zh: '哨未批准', by: ['system'], from: ['accepted', 'consulting'], when: isAsked },
};

function isAsked(appeal: Appeal): boolean {
  return !noWhistleAsked(appeal);
}

export const inputs = [v.strictObject({ type: v.literal('whistle'), ...call })] as const;

export const decide: Decisions<Command, Fact> = {
  whistle(appeal, { type: _, ...call }, context) {
    mustNameUnits(appeal, call.units, context);
    if (approvalOf(call.theme, context.office) !== 'none') return [{ ...call, type: 'whistleAsked' }];
    const { units, subject } = call;
    return [{ type: 'whistled', units, subject, call, ...limit(appeal, context) }];
  },
  muster(appeal, { whistle, units, subject }, context) {
    if (whistle !== appeal.whistleAsked) return [];
    return [{ type: 'whistled', units, subject, whistle, ...limit(appeal, context) }];
  },
  turnDown: (appeal, command) =>
    command.whistle === appeal.whistleAsked ? [{ ...command, type: 'turnedDown' }] : [],
};

export const evolve: Memory<Fact> = {
  whistleAsked: (_, { stream, seq }) => ({ whistleAsked: parentOf(stream, seq, 'w') }),
  whistled(appeal, { stream, seq, at, fact }) {
    const whistle = fact.whistle ?? parentOf(stream, seq, 'w');
    const locked = appeal.status === 'consulting' && { locked: true as const };
    return { ...givenOut(appeal, whistle, at, fact), whistle, whistleAsked: undefined, ...locked };
  },
  turnedDown: () => ({ whistleAsked: undefined }),
};

export const errands: Errands<Fact> = {
  whistleAsked: (appeal, { stream, seq, fact }) => [blow(appeal, parentOf(stream, seq, 'w'), fact)],
  whistled: (appeal, { stream, seq, fact }) =>
    fact.call ? [blow(appeal, parentOf(stream, seq, 'w'), fact.call)] : rebrief(appeal),
};

/** Who is called is told the place by the call; where the unit complained about is among them, not by the appeal. */
function blow(appeal: Appeal, id: string, call: Call): Errand {
  const accused = call.units.find(({ unit }) => unit === appeal.accused)?.unit;
  const meetPoint = call.meetPoint ?? (accused === undefined ? appeal.place?.point : undefined);
  const command = { ...call, type: 'blow', meetPoint, brief: briefFor(appeal, accused) };
  return { process: 'whistle', id, command, together: 'must' };
}

export const notices: Notices<Fact> = { whistled: toOwner, turnedDown: toDesk };

export const line: Lines<Fact> = {
  whistleAsked: ({ fact, inner }) => (inner ? { zh: '报请吹哨', words: fact.subject } : undefined),
  whistled: ({ fact, office, inner }) => ({
    zh: `已吹哨：${named(fact.units, office)}`,
    words: inner ? fact.subject : undefined,
  }),
  turnedDown: ({ fact, inner }) => (inner ? { zh: '吹哨未获批准', words: fact.words } : undefined),
};
