import { isCounted, withNews } from '../task/news.ts';
import type { Fact, Status, Summoned } from './whistle.ts';

type News = Omit<Extract<Fact, { type: 'noted' }>, 'type'>;

/** The lights after a unit's news. */
export function lit(units: readonly Summoned[], { late, ...note }: News): Summoned[] {
  return withNews(units, note).map((each) =>
    late && each.task === note.task && !each.late.includes(late)
      ? { ...each, late: [...each.late, late] }
      : each,
  );
}

/** Mustering until every lead is there; delivered when every unit still called has handed in its part. */
export function statusOf(units: readonly Summoned[]): 'mustering' | 'working' | 'delivered' {
  const called = units.filter(isCounted);
  if (called.length > 0 && called.every(isDone)) return 'delivered';
  return hasLead(called) && called.every((unit) => unit.role !== 'lead' || isPresent(unit))
    ? 'working'
    : 'mustering';
}

export function isDone({ status }: Summoned): boolean {
  return status === 'submitted' || status === 'accepted';
}

export function isPresent({ status }: Summoned): boolean {
  return ['reportedIn', 'handling', 'submitted', 'accepted'].includes(status);
}

export function hasLead(units: readonly Summoned[]): boolean {
  return units.some((unit) => unit.role === 'lead' && unit.status !== 'released');
}

/** 已评哨、已归档的，部门补办完了仍是评过的. */
export function statusAfter(before: Status, units: readonly Summoned[]): Status {
  const now = statusOf(units);
  const closed = before === 'cancelled' || (now === 'delivered' && isJudged(before));
  return closed ? before : now;
}

function isJudged(status: Status): boolean {
  return status === 'evaluated' || status === 'archived';
}
