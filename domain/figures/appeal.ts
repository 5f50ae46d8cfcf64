import type { Appeal } from '../appeal/appeal.ts';
import { stepOf } from '../appeal/tasks.ts';
import type { Office } from '../office/office.ts';
import { openTime, PastHorizon } from '../time/calendar.ts';
import { isLower } from '../topic/steps.ts';
import { type Counts, counted, outOf, plus } from './counts.ts';
import { duration } from './durations.ts';
import { type Tally, tallyAt } from './tally.ts';

const minute = 60_000;

/** 期次按首次派单日；没有派单的按提交日. It counts for the unit that leads it now. */
export function tallyAppeal(appeal: Appeal, office: Office): Tally {
  const { dispatchedAt, submittedAt, place, matter, tasks, reply } = appeal;
  const unit = tasks.find((task) => task.role === 'lead' && task.status !== 'released')?.unit ?? reply?.unit;
  const counts = [
    standing(appeal),
    ...(dispatchedAt === undefined ? [] : [handling(appeal, dispatchedAt, office), told(appeal)]),
  ].reduce((sum, each) => plus(sum, each), {});
  return {
    ...tallyAt(dispatchedAt ?? submittedAt, { unit, grid: place?.grid, matter }, counts),
    ...(reply && dispatchedAt !== undefined && { reply: markOf(reply.text) }),
  };
}

const ended: readonly Appeal['status'][] = ['closed', 'declined', 'transferred', 'merged', 'withdrawn'];

/** 网格内解决：在联户长、网格、社区手里答复，居民说解决了的. */
function standing(appeal: Appeal): Counts {
  const { status, dispatchedAt, dispatches: hops, patrol, relapseOf, end, returns } = appeal;
  return counted({
    appeals: 1,
    patrol,
    repeats: relapseOf !== undefined || end?.reason === 'sameMatter',
    open: !ended.includes(status),
    onSpot: status === 'closed' && dispatchedAt === undefined,
    inGrid: end?.reason === 'solved' && isLower(stepOf(appeal)),
    dispatched: dispatchedAt !== undefined,
    hops,
    upheld: returns,
  });
}

/** Nobody's to finish now. */
const unfinished: readonly Appeal['status'][] = ['withdrawn', 'merged', 'onHold'];

/** 按期：该办结的里，没有超过办理时限和重办时限的. */
function handling(appeal: Appeal, from: number, office: Office): Counts {
  const { status, round, reply, missed, end } = appeal;
  const late = missed.some(({ clock }) => clock === 'finish' || clock === 'redo');
  const due = !unfinished.includes(status) && (late || reply?.passed === true || status === 'closed');
  const closed = status === 'closed';
  const counts = counted({
    due,
    onTime: due && !late,
    answered: reply !== undefined,
    held: status === 'onHold',
    ...settled(appeal),
    redone: round > 0,
    closed,
    firstTime: closed && round === 0,
    quick: closed && end !== undefined && end.at - from < office.rules.figures.signs.quickMinutes * minute,
  });
  return closed && reply ? plus(counts, durations(from, reply.at, office)) : counts;
}

/** 销账：挂过账、后来办结了的；撤回、并案的不算挂过账，终止办理的不算办结. */
function settled({ hold, status, end }: Appeal) {
  const everHeld = hold !== undefined && status !== 'withdrawn' && status !== 'merged';
  return { everHeld, settled: everHeld && status === 'closed' && end?.reason !== 'terminated' };
}

/** 办理时长：派单到答复，自然时间和办公时间. */
function durations(from: number, to: number, { calendar }: Office): Counts {
  const handled = duration('handled', to - from);
  try {
    return plus(handled, duration('worked', openTime(from, to, calendar)));
  } catch (error) {
    if (error instanceof PastHorizon) return handled;
    throw error;
  }
}

const out = {
  response: ['responseDue', 'responded'],
  resolution: ['solved', 'partly', 'unsolved'],
  satisfaction: ['satisfied', 'basically', 'neutral', 'dissatisfied'],
} as const;

/** 三率：单位记了联系、居民没有否认的算响应；解决、满意只听居民的. What is left out is counted apart as well. */
function told({ tasks, rating, excluded }: Appeal): Counts {
  const contacted = tasks.find((task) => task.role === 'lead' && task.status !== 'released')?.contacted;
  const counts = counted({
    responseDue: contacted !== undefined,
    responded: contacted === 'onTime' && rating?.contacted !== false,
    confirmed: contacted === 'onTime' && rating?.contacted,
    ...(rating && { [rating.solved]: 1, [rating.satisfied]: 1, ratedByStaff: rating.byStaff }),
    excluded: excluded !== undefined,
  });
  const names = (excluded?.measures ?? []).flatMap((measure) => out[measure]);
  return plus(counts, counted(Object.fromEntries(names.map((name) => [outOf(name), counts[name]]))));
}

/** FNV-1a over the words without spaces and signs: 32 bits, enough to see that a text comes again. */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text.replace(/[\s\p{P}]/gu, '')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
