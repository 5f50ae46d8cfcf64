import * as v from 'valibot';
import { instant, words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Errand } from '../../kernel/process.ts';
import type { Appeal, WhistleCall } from '../appeal.ts';
import { type Decisions, type Errands, type Lines, type Memory, type Notices, toOwner } from '../chapter.ts';
import { parentOf } from '../tasks.ts';
import { type Again, briefFor, givenOut, limit, mustNameUnits, named, units } from './giving-out.ts';

/** 吹哨：叫来几个部门一起办（条例第十六条）. */
interface Whistle extends WhistleCall {
  readonly type: 'whistle';
}
export type Command = Whistle;

interface Whistled extends WhistleCall, Again {
  readonly type: 'whistled';
}
export type Fact = Whistled;

export const moves: MoveTable<Appeal, Command['type']> = {
  whistle: { zh: '吹哨', by: ['coordinator'], from: ['accepted', 'consulting'], article: '条例第十六条' },
};

export const inputs = [
  v.strictObject({
    type: v.literal('whistle'),
    theme: v.picklist(['appeal', 'keyWork', 'enforcement', 'emergency'], '请选择哨种'),
    subject: words('吹哨事由', 200, 4),
    units: units({ need: words('需要做什么', 200, 2) }, 2),
    meetAt: v.optional(instant),
    meetPlace: v.optional(words('集合地点', 120)),
    partners: v.optional(v.pipe(v.array(words('联办方', 40)), v.maxLength(20, '最多 20 个联办方'))),
  }),
] as const;

export const decide: Decisions<Command, Fact> = {
  whistle(appeal, command, context) {
    mustNameUnits(appeal, command.units, context);
    return [{ ...command, type: 'whistled', ...limit(appeal, context) }];
  },
};

export const evolve: Memory<Fact> = {
  whistled(appeal, { stream, seq, at, fact }) {
    const whistle = parentOf(stream, seq, 'w');
    const locked = appeal.status === 'consulting' && { locked: true as const };
    return { ...givenOut(appeal, whistle, at, fact), whistle, ...locked };
  },
};

export const errands: Errands<Fact> = {
  whistled: (appeal, { stream, seq, fact }) => [blow(appeal, parentOf(stream, seq, 'w'), fact)],
};

/** Who is called is told the place by the call; where the unit complained about is among them, not by the appeal. */
function blow(appeal: Appeal, id: string, call: WhistleCall): Errand {
  const { theme, subject, units, meetAt, meetPlace, partners } = call;
  const brief = briefFor(appeal, units.find(({ unit }) => unit === appeal.accused)?.unit);
  const command = { type: 'blow', theme, subject, units, meetAt, meetPlace, partners, brief };
  return { process: 'whistle', id, command, together: 'must' };
}

export const notices: Notices<Fact> = { whistled: toOwner };

export const line: Lines<Fact> = {
  whistled: ({ fact, office, inner }) => ({
    zh: `已吹哨：${named(fact.units, office)}`,
    words: inner ? fact.subject : undefined,
  }),
};
