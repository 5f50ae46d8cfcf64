import type { Bucket, Counts } from './counts.ts';

/** Classes of duration by their upper ends in hours; the last one has none. */
const ends = [1, 2, 4, 8, 12, 24, 36, 48, 72, 96, 120, 168, 240, 336, 480, 720, 1440] as const;

type Kind = 'handled' | 'worked';

/** 平均、中位、九成以内. In minutes; median and ninth decile within a class are drawn as a straight line. */
export interface Spread {
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
}

/** One duration, counted: its class and its minutes. */
export function duration(kind: Kind, ms: number): Counts {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  return { [bucketOf(kind, minutes)]: 1, ...(minutes > 0 && { [`${kind}Minutes`]: minutes }) };
}

function bucketOf(kind: Kind, minutes: number): Bucket {
  const place = ends.findIndex((end) => minutes <= end * 60);
  return `${kind}${place === -1 ? ends.length : place}`;
}

/** `undefined` when nothing has been counted. */
export function spreadOf(kind: Kind, counts: Counts): Spread | undefined {
  const classes = [...ends, undefined].map((_, place) => counts[`${kind}${place}`] ?? 0);
  const number = classes.reduce((sum, count) => sum + count, 0);
  if (number === 0) return undefined;
  const mean = (counts[`${kind}Minutes`] ?? 0) / number;
  return { mean, median: quantile(classes, number / 2), p90: quantile(classes, number * 0.9) };
}

function quantile(classes: readonly number[], rank: number): number {
  let below = 0;
  for (const [place, count] of classes.entries()) {
    if (count > 0 && below + count >= rank) {
      const from = (ends[place - 1] ?? 0) * 60;
      const to = (ends[place] ?? ends[place - 1] ?? 0) * 60;
      return from + ((rank - below) / count) * (to - from);
    }
    below += count;
  }
  return 0;
}
