import type { Button } from '../../lib/moves';

const most = 3;

/**
 * What stands on the bar and what goes behind 更多. Where nothing is named the main one, the first is, unless it
 * cannot be undone or is said not to be. The main one is never behind it, nor what comes right before it. Where not all fit, the quiet
 * ones give way to the steps of the work.
 */
export function split(moves: readonly Button[]): { near: Button[]; far: Button[] } {
  const named = moves.some((move) => move.main);
  const all = moves.map((move, place) => ({
    ...move,
    main: named ? move.main === true : place === 0 && move.main !== false && !move.danger && !move.quiet,
  }));
  const near = all.length > most ? nearest(all.filter(({ quiet }) => !quiet)) : all;
  return { near, far: all.filter((move) => !near.includes(move)) };
}

function nearest<Step extends Button>(steps: readonly Step[]): Step[] {
  const cut = steps.length > most ? most - 1 : most;
  const from = Math.max(0, steps.findIndex(({ main }) => main) - cut + 1);
  return steps.slice(from, from + cut);
}

/** WeChat shows six lines in a sheet. */
const lines = 6;

/** One sheet of what lies behind 更多; where it does not hold them all, its last line leads to the rest. */
export function sheetOf(far: readonly Button[]): { shown: readonly Button[]; rest: readonly Button[] } {
  const cut = far.length > lines ? lines - 1 : lines;
  return { shown: far.slice(0, cut), rest: far.slice(cut) };
}
