import type { Button } from '../../lib/moves';

const most = 3;

/**
 * What stands on the bar and what goes behind 更多. Where nothing is named the main one, the first is, unless it
 * cannot be undone.
 */
export function split(moves: readonly Button[]): { near: Button[]; far: Button[] } {
  const named = moves.some((move) => move.main);
  const all = moves.map((move, place) => ({
    ...move,
    main: named ? move.main === true : place === 0 && !move.danger && !move.quiet,
  }));
  const cut = all.length > most ? most - 1 : most;
  return { near: all.slice(0, cut), far: all.slice(cut) };
}
