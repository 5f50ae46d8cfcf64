/** A cell as the public sees it: its number, or that it is too small to be told. */
export interface Told<Cell> {
  readonly cell: Cell;
  readonly number: number | undefined;
}

interface Hidden<Cell> {
  readonly cells: readonly Told<Cell>[];
  /** Whether the sum of them all may be told beside them. */
  readonly sumToo: boolean;
}

/**
 * Hides cells under `smallest`, and of the others, from the smallest on, as many as it takes that nothing hidden
 * can be computed from the sum: at least two are hidden, which together hold at least `smallest` more than one each.
 */
export function withoutSmall<Cell>(
  cells: readonly Cell[],
  numberOf: (cell: Cell) => number,
  smallest: number,
): Hidden<Cell> {
  const some = cells.filter((cell) => numberOf(cell) > 0);
  const hidden = new Set(some.filter((cell) => numberOf(cell) < smallest));
  const sumToo = () => hidden.size === 0 || isSafe([...hidden].map(numberOf), smallest);
  for (const cell of some.toSorted((one, other) => numberOf(one) - numberOf(other))) {
    if (sumToo()) break;
    hidden.add(cell);
  }
  const told = cells.map((cell) => ({ cell, number: hidden.has(cell) ? undefined : numberOf(cell) }));
  return { cells: told, sumToo: sumToo() };
}

function isSafe(numbers: readonly number[], smallest: number): boolean {
  const sum = numbers.reduce((all, each) => all + each, 0);
  return numbers.length >= 2 && sum >= numbers.length + smallest;
}
