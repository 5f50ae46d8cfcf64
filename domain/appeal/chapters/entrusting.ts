import * as v from 'valibot';
import { words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import { handOn } from '../../office/hands.ts';
import { gridOf, unitName } from '../../office/office.ts';
import { type Clock, startClock } from '../../time/clock.ts';
import { above, type ClimbReason, isLower, type Lower, type Step } from '../../topic/steps.ts';
import type { Appeal, Assignment } from '../appeal.ts';
import { type Decisions, type Errands, type Lines, type Memory, type Notices, toOwner } from '../chapter.ts';
import { mayBeGiven, partOfCommunity } from '../shield.ts';
import { isOurs, leadOf, parentOf } from '../tasks.ts';
import { type Climbed, toStreet } from './climbing.ts';
import { assign, givenOut } from './giving-out.ts';

/** 先交网格：联户长、网格员、社区办得了的，就地答复；办不了的、到时没有办的，上交一级，写明为什么. */
interface Entrust {
  readonly type: 'entrust';
  readonly step: Lower;
  readonly need?: string | undefined;
}
/** News of a task below the street: it goes up. */
interface PassUp {
  readonly type: 'passUp';
  readonly task: string;
  readonly reason: Extract<ClimbReason, 'overdue' | 'noAuthority'>;
  readonly words?: string | undefined;
}
export type Command = Entrust | PassUp;

interface Entrusted {
  readonly type: 'entrusted';
  readonly units: readonly Assignment[];
  /** How long this step has; the resident's own clock goes on as it was. */
  readonly own: Clock;
}
export type Fact = Entrusted;

export const moves: MoveTable<Appeal, Command['type']> = {
  entrust: { zh: '先交网格', by: ['coordinator'], from: ['accepted'], when: isFresh },
  passUp: { zh: '上交一级', by: ['system'], from: ['dispatched', 'inProgress'] },
};

/** 知道在哪个网格；没有从下面交上来过，也没有重办过. */
function isFresh(appeal: Appeal): boolean {
  const { place, climbs, round } = appeal;
  return isOurs(appeal) && place?.grid !== undefined && climbs.length === 0 && round === 0;
}

export const inputs = [
  v.strictObject({
    type: v.literal('entrust'),
    step: v.picklist(['household', 'grid', 'community'], '请选择先交给谁'),
    need: v.optional(words('要求', 200)),
  }),
] as const;

export const decide: Decisions<Command, Fact | Climbed> = {
  entrust: (appeal, { step, need }, context) => [entrusted(appeal, step, context, need)],
  passUp(appeal, { task, reason, words }, context) {
    const lead = leadOf(appeal.tasks);
    if (lead?.task !== task || lead.step === undefined) return [];
    const step = stepAfter(appeal, lead.step, context);
    if (!isLower(step)) return [toStreet(appeal, { reason, words }, context)];
    const climbed: Climbed = { type: 'climbed', from: lead.step, step, reason, words };
    return [climbed, entrusted(appeal, step, context)];
  },
};

/** 居民的时限过了的、不在社区职责清单里的，直接到街道（条例第十七条）. */
function stepAfter(appeal: Appeal, step: Lower, { now, office }: Context): Step {
  const next = above(step);
  const late = (appeal.clocks.finish?.dueAt ?? 0) <= now;
  const apart = next === 'community' && partOfCommunity(appeal, office) !== 'lead';
  return late || apart ? 'street' : next;
}

/** 被投诉的社区，它的网格、联户长也不接（条例第三十五条）；职责清单只管社区. */
export function entrusted(appeal: Appeal, step: Lower, context: Context, need?: string): Entrusted {
  const { office } = context;
  const grid = gridOf(office, appeal.place?.grid ?? '');
  must(grid, 'unknown-unit', '没有这个网格，请直接派单');
  must(grid.community !== appeal.accused, 'accused-lead', '被投诉的社区和它的网格不能主办', '条例第三十五条');
  const given: Assignment = { unit: handOn(step, grid), role: 'lead', need, step };
  if (step === 'community') mayBeGiven(appeal, given, office);
  return { type: 'entrusted', units: [given], own: clockFor(appeal, step, context) };
}

/** 不超过居民的时限. */
function clockFor({ clocks: { finish } }: Appeal, step: Lower, { now, office }: Context): Clock {
  const own = startClock(now, office.rules.lower[step], office.calendar);
  return finish && finish.dueAt < own.dueAt ? finish : own;
}

export const evolve: Memory<Fact> = {
  entrusted: (appeal, { stream, seq, at, fact }) => givenOut(appeal, parentOf(stream, seq, 'd'), at, fact),
};

export const errands: Errands<Fact> = {
  entrusted: (appeal, { stream, seq, fact }) =>
    fact.units.map((unit) => assign(appeal, parentOf(stream, seq, 'd'), unit, fact)),
};

export const notices: Notices<Fact> = { entrusted: toOwner };

export const line: Lines<Fact> = {
  entrusted: ({ fact, office }) => ({
    zh: `交${fact.units.map(({ unit }) => unitName(office, unit)).join()}先办`,
  }),
};
