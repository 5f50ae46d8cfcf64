import { monthOf } from '../time/show.ts';
import { type Counts, plus, withoutBuckets } from './counts.ts';

/**
 * Each state falls into one cell of every dimension, so that the cells of each add up to the same whole; classes
 * of duration are kept for the whole street and for units alone, there being many grids and matters.
 */
export const dimensions = ['all', 'unit', 'grid', 'matter'] as const;
export type Dimension = (typeof dimensions)[number];

/** The cell of what has no unit, no grid or no matter. */
export const nowhere = '-';

/** One state, or a part of it, as the figures see it: where and when it counts, and for what. `month` is `2026-11`, Beijing time. */
export interface Tally {
  readonly month: string;
  readonly cells: Readonly<Record<Dimension, string>>;
  readonly counts: Counts;
  /** The mark of the reply's words, the same for the same words. */
  readonly reply?: string | undefined;
}

/** What is to be added to one cell of one roll-up. */
export interface Increment {
  readonly month: string;
  readonly by: Dimension;
  readonly key: string;
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
  return { month: monthOf(at), cells, counts };
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
      for (const by of dimensions) {
        const key = tally.cells[by];
        const counts = plus(
          changes.get(`${tally.month} ${by} ${key}`)?.counts ?? {},
          countsBy(tally, by),
          times,
        );
        changes.set(`${tally.month} ${by} ${key}`, { month: tally.month, by, key, counts });
      }
  return [...changes.values()].filter(({ counts }) => Object.keys(counts).length > 0);
}

function countsBy({ counts }: Tally, by: Dimension): Counts {
  return by === 'grid' || by === 'matter' ? withoutBuckets(counts) : counts;
}
