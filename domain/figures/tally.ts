import { dayOf } from '../time/calendar.ts';
import { monthOf } from '../time/show.ts';
import { type Counts, plus, withoutBuckets } from './counts.ts';

/**
 * Each state falls into one cell of every dimension, so that the cells of each add up to the same whole; classes
 * of duration are kept for the whole street and for units alone, there being many grids and matters.
 */
export const dimensions = ['all', 'unit', 'grid', 'matter'] as const;
export type Dimension = (typeof dimensions)[number];

/** Those whose days are kept as well as their months. */
const daily = ['all', 'grid', 'matter'] as const satisfies readonly Dimension[];
export type Daily = (typeof daily)[number];

/** The cell of what has no unit, no grid or no matter. */
export const nowhere = '-';

/** One state, or a part of it, as the figures see it: where and when it counts, and for what. `2026-11` and `2026-11-21`, Beijing time. */
export interface Tally {
  readonly month: string;
  /** Absent from what was counted before days were kept. */
  readonly day?: string | undefined;
  readonly cells: Readonly<Record<Dimension, string>>;
  readonly counts: Counts;
  /** The mark of the reply's words, the same for the same words. */
  readonly reply?: string | undefined;
}

interface Place {
  readonly by: Dimension;
  readonly key: string;
  /** One day of the month, not the whole. */
  readonly day?: string | undefined;
}

/** What is to be added to one cell of one roll-up. */
export interface Increment extends Place {
  readonly month: string;
  readonly counts: Counts;
}

interface Where {
  readonly unit?: string | undefined;
  readonly grid?: string | undefined;
  readonly matter?: string | undefined;
}

export function tallyAt(at: number, { unit, grid, matter }: Where, counts: Counts): Tally {
  const cells = {
    all: nowhere,
    unit: unit ?? nowhere,
    grid: grid ?? nowhere,
    matter: matter ?? nowhere,
  };
  return { month: monthOf(at), day: dayOf(at), cells, counts };
}

/**
 * What an event changes in the figures: the state after it counts, the state before it no longer does. So the
 * increments of all the events of a stream add up to the tallies of its last state.
 */
export function increments(before: readonly Tally[], after: readonly Tally[]): Increment[] {
  const changes = new Map<string, Increment>();
  for (const [tallies, times] of [
    [before, -1],
    [after, 1],
  ] as const)
    for (const tally of tallies)
      for (const place of placesOf(tally)) {
        const { month } = tally;
        const name = [month, place.by, place.key, place.day].join(' ');
        const counts = plus(changes.get(name)?.counts ?? {}, countsAt(tally, place), times);
        changes.set(name, { month, ...place, counts });
      }
  return [...changes.values()].filter(({ counts }) => Object.keys(counts).length > 0);
}

function placesOf({ cells, day }: Tally): Place[] {
  const months = dimensions.map((by) => ({ by, key: cells[by] }));
  return day === undefined ? months : [...months, ...daily.map((by) => ({ by, key: cells[by], day }))];
}

function countsAt({ counts }: Tally, { by, day }: Place): Counts {
  return by === 'grid' || by === 'matter' || day !== undefined ? withoutBuckets(counts) : counts;
}
