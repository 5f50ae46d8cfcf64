import * as v from 'valibot';
import { id, words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context, Errand } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import { type Office, unitName } from '../../office/office.ts';
import { type Clock, startClock } from '../../time/clock.ts';
import type { Appeal, Assignment } from '../appeal.ts';
import { mayGoByItself } from '../automatic.ts';
import { briefFor } from '../brief.ts';
import { type Decisions, type Errands, type Lines, type Memory, type Notices, toOwner } from '../chapter.ts';
import { limitOf } from '../clocks.ts';
import { mayBeGiven } from '../shield.ts';
import { isOurs, parentOf, taskOf, tasksOf } from '../tasks.ts';
import { ownLimit } from './objecting.ts';

/** 派单：交给一个主办和若干协办（条例第十一条至第十四条）. */
interface Dispatch {
  readonly type: 'dispatch';
  readonly units: readonly Assignment[];
}
/** 会商定责：定下来的单位不能再退. */
interface Designate extends Omit<Dispatch, 'type'> {
  readonly type: 'designate';
  readonly words: string;
}
export type Command = Dispatch | Designate;

/** The limit of an appeal given out again after a reply that did not solve it. */
interface Again {
  readonly redo?: Clock;
  readonly byLeader?: boolean;
  /** The units' own limit after an objection or by a meeting, where it is not the resident's. */
  readonly own?: Clock;
}
interface Dispatched extends Omit<Dispatch, 'type'>, Again {
  readonly type: 'dispatched';
}
export interface Designated extends Omit<Designate, 'type'>, Again {
  readonly type: 'designated';
}
export type Fact = Dispatched | Designated;

export const moves: MoveTable<Appeal, Command['type']> = {
  dispatch: {
    zh: '派单',
    by: ['coordinator', 'system'],
    from: ['accepted'],
    when: isOurs,
    article: '条例第十一条、第十二条',
  },
  designate: {
    zh: '定责派单',
    by: ['coordinator'],
    from: ['consulting'],
    when: isOurs,
    article: '条例第十二条；潍坊市 12345 条例第二十二条',
  },
};

export const units = <Entries extends v.ObjectEntries>(entries: Entries, least: number) =>
  v.pipe(
    v.array(
      v.strictObject({
        unit: id('单位'),
        role: v.picklist(['lead', 'assist', 'inform'], '请选择主办、协办或知会'),
        ...entries,
      }),
    ),
    v.minLength(least, least === 1 ? '请选择主办单位' : `至少选择 ${least} 个部门`),
    v.maxLength(20, '最多 20 个单位'),
  );

const given = units({ need: v.optional(words('要求', 200)) }, 1);

export const inputs = [
  v.strictObject({ type: v.literal('dispatch'), units: given }),
  v.strictObject({ type: v.literal('designate'), units: given, words: words('会商结论', 500, 4) }),
] as const;

export const decide: Decisions<Command, Fact> = {
  dispatch(appeal, { units }, context) {
    mayGoByItself(appeal, context);
    mustNameUnits(appeal, units, context);
    return [{ type: 'dispatched', units, ...limit(appeal, context) }];
  },
  designate(appeal, { units, words }, context) {
    mustNameUnits(appeal, units, context);
    return [{ type: 'designated', units, words, ...limit(appeal, context) }];
  },
};

type Sorted = Parameters<typeof mayBeGiven>[0];

/** 首接负责：主办有且只有一个（条例第十四条）；每一个都接得了. */
export function mustNameUnits(appeal: Sorted, units: readonly Assignment[], { office }: Context): void {
  const leads = units.filter((unit) => unit.role === 'lead');
  must(leads.length === 1, 'one-lead', '主办单位要有且只有一个', '条例第十四条');
  must(new Set(units.map((unit) => unit.unit)).size === units.length, 'unit-twice', '同一个单位选了两次');
  for (const given of units) mayBeGiven(appeal, given, office);
}

/** 再次派出的，重办时限自派出起算. */
export function limit(appeal: Appeal, context: Context): Again {
  const { now, office } = context;
  const { redo, redoByLeader } = office.rules;
  if (appeal.round > 0) return { redo: startClock(now, redo, office.calendar), byLeader: redoByLeader };
  const own = ownLimit(appeal, appeal.clocks.finish, context);
  return own ? { own } : {};
}

export const evolve: Memory<Fact> = {
  dispatched(appeal, { stream, seq, at, fact }) {
    return { ...givenOut(appeal, parentOf(stream, seq, 'd'), at, fact), whistle: undefined };
  },
  designated(appeal, { stream, seq, at, fact }) {
    const given = givenOut(appeal, parentOf(stream, seq, 'd'), at, fact);
    return { ...given, whistle: undefined, locked: true };
  },
};

export interface Given extends Again {
  readonly units: readonly Assignment[];
}

export function givenOut(
  { clocks, dispatchedAt, dispatches = 0 }: Appeal,
  parent: string,
  at: number,
  { units, redo, byLeader = false }: Given,
): Partial<Appeal> {
  return {
    status: 'dispatched',
    dispatchedAt: dispatchedAt ?? at,
    givenOutAt: at,
    sortedAt: at,
    dispatches: dispatches + 1,
    tasks: tasksOf(parent, units),
    byLeader,
    ...(redo && { clocks: { ...clocks, redo } }),
  };
}

export const errands: Errands<Fact> = {
  designated: (appeal, { stream, seq, fact }) =>
    fact.units.map((unit) => assign(appeal, parentOf(stream, seq, 'd'), unit, fact)),
  dispatched: (appeal, { stream, seq, fact }) =>
    fact.units.map((unit) => assign(appeal, parentOf(stream, seq, 'd'), unit, fact)),
};

export function assign(appeal: Appeal, parent: string, assignment: Assignment, { own }: Again): Errand {
  return {
    process: 'task',
    id: taskOf(parent, assignment.unit),
    command: {
      type: 'assign',
      ...assignment,
      finish: own ?? appeal.clocks[limitOf(appeal)],
      ...(appeal.locked && { locked: true }),
      ...(assignment.step && { recused: [appeal.owner] }),
      brief: briefFor(appeal, assignment.unit),
    },
    together: 'must',
  };
}

export const notices: Notices<Fact> = { dispatched: toOwner, designated: toOwner };

export const line: Lines<Fact> = {
  dispatched: ({ fact, office }) => ({ zh: `已派单：${named(fact.units, office)}` }),
  designated: ({ fact, office, inner }) => ({
    zh: `会商定责：${named(fact.units, office)}`,
    words: inner ? fact.words : undefined,
  }),
};

export function named(units: readonly Assignment[], office: Office): string {
  return units.map(({ unit, role }) => `${unitName(office, unit)}${marks[role]}`).join('、');
}

const marks: Readonly<Record<Assignment['role'], string>> = {
  lead: '（主办）',
  assist: '',
  inform: '（知会）',
};
