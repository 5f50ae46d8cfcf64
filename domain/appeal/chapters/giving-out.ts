import * as v from 'valibot';
import { id, words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context, Errand } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import { type Office, unitName } from '../../office/office.ts';
import { type Note, withNews } from '../../task/task.ts';
import { type Clock, startClock } from '../../time/clock.ts';
import type { Appeal, Assignment } from '../appeal.ts';
import { type Decisions, type Errands, type Lines, type Memory, type Notices, toOwner } from '../chapter.ts';
import { limitOf } from '../clocks.ts';
import { hasLead, inHands, parentOf, taskOf, tasksOf } from '../tasks.ts';
import { type Consulted, consulted } from './consulting.ts';

/** 派单：交给一个主办和若干协办（条例第十一条至第十四条）. */
interface Dispatch {
  readonly type: 'dispatch';
  readonly units: readonly Assignment[];
}
interface TaskNote extends Note {
  readonly type: 'note';
}
export type Command = Dispatch | TaskNote;

/** The limit of an appeal given out again after a reply that did not solve it. */
export interface Again {
  readonly redo?: Clock;
}
interface Dispatched extends Omit<Dispatch, 'type'>, Again {
  readonly type: 'dispatched';
}
interface Noted extends Note {
  readonly type: 'noted';
}
export type Fact = Dispatched | Noted;

export const moves: MoveTable<Appeal, Command['type']> = {
  dispatch: {
    zh: '派单',
    by: ['coordinator'],
    from: ['accepted', 'consulting'],
    article: '条例第十一条、第十二条',
  },
  note: {
    zh: '任务进展',
    by: ['system'],
    from: [
      ...['dispatched', 'inProgress', 'replied', 'awaitingRating', 'reworking', 'consulting'],
      ...['closed', 'withdrawn'],
    ],
  },
};

export const units = <Entries extends v.ObjectEntries>(entries: Entries, least: number) =>
  v.pipe(
    v.array(
      v.strictObject({
        unit: id('单位'),
        role: v.picklist(['lead', 'assist'], '请选择主办或协办'),
        ...entries,
      }),
    ),
    v.minLength(least, least === 1 ? '请选择主办单位' : `至少选择 ${least} 个部门`),
    v.maxLength(20, '最多 20 个单位'),
  );

export const inputs = [
  v.strictObject({
    type: v.literal('dispatch'),
    units: units({ need: v.optional(words('要求', 200)) }, 1),
  }),
] as const;

export const decide: Decisions<Command, Fact | Consulted> = {
  dispatch(appeal, { units }, context) {
    mustNameUnits(units, context);
    return [{ type: 'dispatched', units, ...limit(appeal, context) }];
  },
  /** 首接负责：主办的任务撤了，就回到会商，重新确定由谁办（条例第十四条）. */
  note(appeal, news, context) {
    const noted: Fact = { ...news, type: 'noted' };
    if (!inHands(appeal) || hasLead(withNews(appeal.tasks, news))) return [noted];
    return [noted, consulted(appeal, '主办单位的任务已撤销', context)];
  },
};

/** 首接负责：主办有且只有一个（条例第十四条）. */
export function mustNameUnits(units: readonly Assignment[], { office }: Context): void {
  const leads = units.filter((unit) => unit.role === 'lead');
  must(leads.length === 1, 'one-lead', '主办单位要有且只有一个', '条例第十四条');
  must(new Set(units.map((unit) => unit.unit)).size === units.length, 'unit-twice', '同一个单位选了两次');
  for (const { unit } of units) {
    must(
      office.units.some((known) => known.id === unit),
      'unknown-unit',
      '选了不存在的单位，请重新选择',
    );
  }
}

/** 再次派出的，重办时限自派出起算. */
export function limit({ round }: Appeal, { now, office }: Context): Again {
  return round > 0 ? { redo: startClock(now, office.rules.redo, office.calendar) } : {};
}

export const evolve: Memory<Fact> = {
  dispatched(appeal, { stream, seq, fact }) {
    return { ...givenOut(appeal, parentOf(stream, seq, 'd'), fact), whistle: undefined };
  },
  noted(appeal, { fact }) {
    const tasks = withNews(appeal.tasks, fact);
    const begun = tasks.some((each) => each.status !== 'pending' && each.status !== 'released');
    return appeal.status === 'dispatched' && begun ? { tasks, status: 'inProgress' } : { tasks };
  },
};

export interface Given extends Again {
  readonly units: readonly Assignment[];
}

export function givenOut({ clocks }: Appeal, parent: string, { units, redo }: Given): Partial<Appeal> {
  return {
    status: 'dispatched',
    tasks: tasksOf(parent, units),
    ...(redo && { clocks: { ...clocks, redo } }),
  };
}

export const errands: Errands<Fact> = {
  dispatched: (appeal, { stream, seq, fact }) =>
    fact.units.map((unit) => assign(appeal, parentOf(stream, seq, 'd'), unit)),
};

function assign(appeal: Appeal, parent: string, assignment: Assignment): Errand {
  return {
    process: 'task',
    id: taskOf(parent, assignment.unit),
    command: {
      type: 'assign',
      ...assignment,
      finish: appeal.clocks[limitOf(appeal)],
      brief: brief(appeal),
    },
    together: 'must',
  };
}

/** What a unit's list shows of the appeal without opening it. */
export function brief({ id, number, matter, place }: Appeal) {
  return { appeal: id, number, matter, address: place?.address, grid: place?.grid };
}

export const notices: Notices<Fact> = { dispatched: toOwner };

export const line: Lines<Fact> = {
  dispatched: ({ fact, office }) => ({ zh: `已派单：${named(fact.units, office)}` }),
  noted: () => undefined,
};

export function named(units: readonly Assignment[], office: Office): string {
  return units
    .map(({ unit, role }) => `${unitName(office, unit)}${role === 'lead' ? '（主办）' : ''}`)
    .join('、');
}
