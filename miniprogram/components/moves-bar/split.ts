import type { Button } from '../../lib/moves';

const most = 3;

/**
 * What stands on the bar and what goes behind 更多. Where nothing is named the main one, the first is, unless it
 * cannot be undone. The main one is never behind it.
 */
export function split(moves: readonly Button[]): { near: Button[]; far: Button[] } {
  const named = moves.some((move) => move.main);
  const all = moves.map((move, place) => ({
    ...move,
    main: named ? move.main === true : place === 0 && !move.danger && !move.quiet,
  }));
  const cut = all.length > most ? most - 1 : most;
  const near = all.slice(0, cut);
  const kept = near.some(({ main }) => main)
    ? near
    : [...all.filter(({ main }) => main), ...near].slice(0, cut);
  return { near: kept, far: all.filter((move) => !kept.includes(move)) };
}

/** WeChat shows six lines in a sheet. */
const lines = 6;

/** One sheet of what lies behind 更多; where it does not hold them all, its last line leads to the rest. */
export function sheetOf(far: readonly Button[]): { shown: readonly Button[]; rest: readonly Button[] } {
  const cut = far.length > lines ? lines - 1 : lines;
  return { shown: far.slice(0, cut), rest: far.slice(cut) };
}
