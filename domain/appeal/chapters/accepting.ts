import * as v from 'valibot';
import { id, words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context, Errand } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import { gridOf, type Kind, type Tier, unitName } from '../../office/office.ts';
import { type Clock, retermClock, startClock } from '../../time/clock.ts';
import { isLower } from '../../topic/steps.ts';
import type { Appeal } from '../appeal.ts';
import { mayGoByItself } from '../automatic.ts';
import { rebrief } from '../brief.ts';
import {
  type Decisions,
  type Errands,
  type Lines,
  type Memory,
  type Notices,
  type Reading,
  toLeads,
  toOwner,
} from '../chapter.ts';
import { mustLack, within } from '../place.ts';
import { leadOf, stepOf, toTasks } from '../tasks.ts';
import { isAnothers } from '../who.ts';

/** 受理：定类型、事项、办结时限、被投诉的单位，地图上没有标的还定网格；定错了可以改，时限仍从提交起算（条例第十条）. */
interface Sorting {
  readonly kind: Kind;
  readonly tier: Tier;
  readonly matter: string;
  readonly accused?: string | undefined;
  /** Only where the place itself does not say. */
  readonly grid?: string | undefined;
}
interface Accept extends Sorting {
  readonly type: 'accept';
  /** What the router had proposed: both are kept. */
  readonly proposed?: string | undefined;
}
interface Reclassify extends Sorting {
  readonly type: 'reclassify';
  readonly words: string;
}
export type Command = Accept | Reclassify;

interface Accepted extends Omit<Accept, 'type'> {
  readonly type: 'accepted';
  readonly dispatch: Clock;
  readonly finish: Clock;
}
interface Reclassified extends Omit<Reclassify, 'type'> {
  readonly type: 'reclassified';
  readonly finish: Clock;
}
export type Fact = Accepted | Reclassified;

export const moves: MoveTable<Appeal, Command['type']> = {
  accept: {
    zh: '受理',
    by: ['coordinator', 'system'],
    from: ['submitted'],
    offered: mayTakeOn,
    article: '条例第十条',
  },
  reclassify: {
    zh: '改类型和时限',
    by: ['coordinator'],
    from: ['accepted', 'consulting', 'dispatched', 'inProgress'],
    whose: isAnothers,
    when: ({ round }) => round === 0,
    article: '条例第十条、第十三条',
  },
};

/** 有人提出了不予受理的，他自己可以改主意；别人不同意，要在复核里写明理由. */
function mayTakeOn({ declineProposal }: Appeal, { actor }: Context): boolean {
  return declineProposal === undefined || declineProposal.by === actor.id;
}

const sorting = {
  kind: v.picklist(['consult', 'help', 'complain', 'report', 'suggest', 'praise'], '请选择诉求类型'),
  tier: v.picklist(['T1', 'T2', 'T3', 'T4'], '请选择办理时限'),
  matter: id('事项'),
  accused: v.optional(id('被投诉的单位')),
  grid: v.optional(id('网格')),
};

export const inputs = [
  v.strictObject({ type: v.literal('accept'), ...sorting, proposed: v.optional(id('事项')) }),
  v.strictObject({ type: v.literal('reclassify'), ...sorting, words: words('更改理由', 200, 4) }),
] as const;

export const decide: Decisions<Command, Fact> = {
  accept(appeal, command, context) {
    const { submittedAt, place } = appeal;
    must(mayTakeOn(appeal, context), 'not-now', '有人提出了不予受理，请先复核；不同意的写明理由');
    mayGoByItself(command, context);
    mustLack(place, command.grid, context.office);
    return [accepted(command, submittedAt, context)];
  },
  reclassify(appeal, command, context) {
    const { rules, calendar } = context.office;
    mustSort(command, context);
    mustNotLead(appeal, command.accused, context);
    mustLack(appeal.place, command.grid, context.office);
    const term = rules.finish[command.tier];
    const { finish = startClock(appeal.submittedAt, term, calendar) } = appeal.clocks;
    return [{ ...command, type: 'reclassified', finish: retermClock(finish, term, calendar) }];
  },
};

export function accepted(command: Accept, submittedAt: number, context: Context): Accepted {
  const { now, office } = context;
  mustSort(command, context);
  return {
    ...command,
    type: 'accepted',
    dispatch: startClock(now, office.rules.dispatch, office.calendar),
    finish: startClock(submittedAt, office.rules.finish[command.tier], office.calendar),
  };
}

/** 举报公职人员和单位违纪的，告诉居民找 12388，绝不派单（条例第十一条第（二）项）. */
function mustSort({ kind, matter: id, accused }: Sorting, { office }: Context): void {
  const matter = office.matters.find((each) => each.id === id);
  must(matter, 'unknown-matter', '派单目录里没有这个事项，请重新选择');
  const known = accused === undefined || office.units.some((unit) => unit.id === accused);
  must(known, 'unknown-unit', '选了不存在的单位，请重新选择');
  must(
    !(kind === 'report' && accused),
    'discipline',
    '举报单位或工作人员违纪的，不派单，请移送纪检监察 12388',
    '条例第十一条第（二）项',
  );
}

function mustNotLead({ tasks }: Appeal, accused: string | undefined, { office }: Context): void {
  const lead = leadOf(tasks)?.unit ?? '';
  const leads = accused !== undefined && [lead, gridOf(office, lead)?.community].includes(accused);
  must(!leads, 'accused-lead', '被投诉的单位正在主办，请先撤销它的任务，换一个单位', '条例第三十五条');
}

export const evolve: Memory<Fact> = {
  accepted({ clocks, place }, { at, fact }) {
    const { kind, tier, matter, accused, grid, proposed, dispatch, finish } = fact;
    return {
      ...{ status: 'accepted', kind, tier, matter, accused, proposed, sortedAt: at },
      place: within(place, grid),
      declineProposal: undefined,
      clocks: { ...clocks, dispatch, finish },
    };
  },
  reclassified: ({ clocks, place }, { at, fact: { kind, tier, matter, accused, grid, finish } }) => ({
    ...{ kind, tier, matter, accused, sortedAt: at },
    place: within(place, grid),
    clocks: { ...clocks, finish },
  }),
};

export const errands: Errands<Fact> = {
  reclassified: (appeal, { fact: { finish } }) => [...rebrief(appeal), ...reterm(appeal, finish)],
};

/** A whistle counts by its own clocks, and so does a grid. */
function reterm(appeal: Appeal, { amount, unit }: Clock): Errand[] {
  if (appeal.whistle || isLower(stepOf(appeal))) return [];
  return toTasks(appeal, { type: 'reterm', term: { amount, unit } });
}

export const notices: Notices<Fact> = {
  accepted: toOwner,
  reclassified: (appeal) => [...toOwner(appeal), ...toLeads(appeal)],
};

export const line: Lines<Fact> = {
  accepted: (reading) => ({ zh: `已受理${gridSet(reading)}` }),
  reclassified: (reading) => ({
    zh: `更改类型和办结时限${gridSet(reading)}`,
    words: reading.inner ? reading.fact.words : undefined,
  }),
};

/** 被投诉的单位不见在哪里（条例第三十五条）. */
function gridSet({ fact: { grid }, inner, office }: Reading<Fact>): string {
  return inner && grid ? `，网格定为${unitName(office, grid)}` : '';
}
