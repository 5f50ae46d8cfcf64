/** A cell as the public sees it: its number, or that it is too small to be told. */
export interface Told<Cell> {
  readonly cell: Cell;
  readonly number: number | undefined;
}

/**
 * Hides cells under `smallest`, and of the others, from the smallest on, as many as it takes that nothing hidden
 * can be computed from the sum: at least two are hidden, which together hold at least `smallest` more than one each.
 */
export function withoutSmall<Cell>(
  cells: readonly Cell[],
  numberOf: (cell: Cell) => number,
  smallest: number,
): Told<Cell>[] {
  const byNumber = cells
    .filter((cell) => numberOf(cell) > 0)
    .toSorted((one, other) => numberOf(one) - numberOf(other));
  const hidden = new Set(byNumber.filter((cell) => numberOf(cell) < smallest));
  for (const cell of byNumber) {
    if (hidden.size === 0 || isSafe([...hidden].map(numberOf), smallest)) break;
    hidden.add(cell);
  }
  return cells.map((cell) => ({ cell, number: hidden.has(cell) ? undefined : numberOf(cell) }));
}

function isSafe(numbers: readonly number[], smallest: number): boolean {
  const sum = numbers.reduce((all, each) => all + each, 0);
  return numbers.length >= 2 && sum >= numbers.length + smallest;
}
