import type { Office } from '../office/office.ts';
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

/** One state as the figures see it: where and when it counts, and for what. `month` is `2026-11`, Beijing time. */
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

/** How one kind of process counts; `undefined` when it does not. Instants are epoch ms. */
export type Tallier<State> = (state: State, office: Office) => Tally | undefined;

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
 * increments of all the events of a stream add up to the tally of its last state.
 */
export function increments(before: Tally | undefined, after: Tally | undefined): Increment[] {
  return dimensions.flatMap((by) => {
    if (before && after && cellOf(before, by) === cellOf(after, by)) {
      return ofCell(after, by, plus(after.counts, before.counts, -1));
    }
    return [
      ...(before ? ofCell(before, by, plus({}, before.counts, -1)) : []),
      ...(after ? ofCell(after, by, after.counts) : []),
    ];
  });
}

function cellOf({ month, cells }: Tally, by: Dimension): string {
  return `${month}/${cells[by]}`;
}

function ofCell({ month, cells }: Tally, by: Dimension, all: Counts): Increment[] {
  const counts = by === 'grid' || by === 'matter' ? withoutBuckets(all) : all;
  return Object.keys(counts).length === 0 ? [] : [{ month, by, key: cells[by], counts }];
}
