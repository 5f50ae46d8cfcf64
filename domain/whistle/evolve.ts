import type { Event, Missed } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import { withNews } from '../task/task.ts';
import type { Fact, Status, Summoned, Whistle } from './whistle.ts';

export function evolve(whistle: Whistle | undefined, event: Event<Fact | Missed>): Whistle {
  const { stream, at, fact } = event;
  if (fact.type === 'blown') {
    const { type: _, units, partners = [], ...given } = fact;
    return {
      ...given,
      id: stream,
      status: 'mustering',
      partners,
      blownAt: at,
      units: units.map((each) => ({
        ...each,
        task: taskOf(stream, each.unit),
        status: 'pending',
        asOf: 0,
        late: [],
      })),
    };
  }
  if (whistle === undefined) throw new Refusal('not-found', '没有找到这一哨');
  switch (fact.type) {
    case 'noted': {
      const units = lit(whistle.units, fact);
      return { ...whistle, units, status: whistle.status === 'cancelled' ? 'cancelled' : statusOf(units) };
    }
    case 'delivered':
      return { ...whistle, status: 'delivered' };
    case 'cancelled':
      return { ...whistle, status: 'cancelled', cancelled: fact.words };
    case 'missed':
      return whistle;
  }
}

export function taskOf(whistle: string, unit: string): string {
  return `${whistle}-${unit}`;
}

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
export function statusOf(units: readonly Summoned[]): Status {
  const called = units.filter((unit) => unit.status !== 'released');
  const done = (unit: Summoned) => unit.status === 'submitted' || unit.status === 'accepted';
  if (called.length > 0 && called.every(done)) return 'delivered';
  const present = (unit: Summoned) =>
    ['reportedIn', 'handling', 'submitted', 'accepted'].includes(unit.status);
  return hasLead(called) && called.every((unit) => unit.role !== 'lead' || present(unit))
    ? 'working'
    : 'mustering';
}

export function hasLead(units: readonly Summoned[]): boolean {
  return units.some((unit) => unit.role === 'lead' && unit.status !== 'released');
}
