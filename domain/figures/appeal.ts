import type { Appeal } from '../appeal/appeal.ts';
import type { Office } from '../office/office.ts';
import { openTime, PastHorizon } from '../time/calendar.ts';
import { type Counts, counted, plus } from './counts.ts';
import { duration } from './durations.ts';
import { type Tally, tallyAt } from './tally.ts';

const minute = 60_000;

/** 期次按首次派单日；没有派单的按提交日. It counts for the unit that leads it now. */
export function tallyAppeal(appeal: Appeal, office: Office): Tally {
  const { dispatchedAt, submittedAt, place, matter, tasks, reply } = appeal;
  const unit = tasks.find((task) => task.role === 'lead' && task.status !== 'released')?.unit ?? reply?.unit;
  const counts = [
    standing(appeal),
    ...(dispatchedAt === undefined ? [] : [handling(appeal, dispatchedAt, office), rated(appeal)]),
  ].reduce((sum, each) => plus(sum, each), {});
  return {
    ...tallyAt(dispatchedAt ?? submittedAt, { unit, grid: place?.grid, matter }, counts),
    ...(reply && dispatchedAt !== undefined && { reply: markOf(reply.text) }),
  };
}

const ended: readonly string[] = ['closed', 'declined', 'withdrawn'];

function standing({ status, dispatchedAt, hops }: Appeal): Counts {
  return counted({
    appeals: 1,
    open: !ended.includes(status),
    onSpot: status === 'closed' && dispatchedAt === undefined,
    dispatched: dispatchedAt !== undefined,
    hops,
  });
}

/** 按期：该办结的里，没有超过办理时限和重办时限的. What was withdrawn is nobody's to finish. */
function handling(appeal: Appeal, from: number, office: Office): Counts {
  const { status, round, reply, missed, end } = appeal;
  const late = missed.some(({ clock }) => clock === 'finish' || clock === 'redo');
  const due = status !== 'withdrawn' && (late || reply?.passed === true || status === 'closed');
  const closed = status === 'closed';
  const counts = counted({
    due,
    onTime: due && !late,
    answered: reply !== undefined,
    redone: round > 0,
    closed,
    firstTime: closed && round === 0,
    quick: closed && end !== undefined && end.at - from < office.rules.figures.signs.quickMinutes * minute,
  });
  return closed && reply ? plus(counts, durations(from, reply.at, office)) : counts;
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

/** What the resident says of the reply that stands. */
function rated({ rating }: Appeal): Counts {
  if (rating === undefined) return {};
  const { solved, satisfied, byStaff } = rating;
  return counted({ [solved]: 1, [satisfied]: 1, ratedByStaff: byStaff });
}

/** FNV-1a over the words without spaces and signs: 32 bits, enough to see that a text comes again. */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text.replace(/[\s\p{P}]/gu, '')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
