/** The middle one. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** To three figures: more would pretend. */
export function rounded(figure: number): number {
  return Number(figure.toPrecision(3));
}

/** Milliseconds one call takes. */
export async function timed(doing: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await doing();
  return performance.now() - started;
}

/** Milliseconds of CPU this process has used so far, both kinds together. */
export function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
