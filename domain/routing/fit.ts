import { fitSharpness, type Judged } from './calibration.ts';
import type { Features } from './features.ts';
import { type Descent, type Matrix, many, ratios, softmax, type Weights } from './learn.ts';
import { Slots } from './slots.ts';

/** How a model is trained. The defaults are what was measured; see docs/routing.md. */
export interface Recipe extends Descent {
  /** Most features kept, whatever was seen. */
  readonly features: number;
  /** A feature counts from this many rows on, from two where there are few rows: seen once it tells nothing. */
  readonly least: number;
  readonly smoothing: number;
  /** How much of the plain ratios is mixed into what descent found: they know rare words better. */
  readonly plain: number;
  /** Most steps of descent: rows × classes × epochs. */
  readonly steps: number;
}

export const recipe: Recipe = {
  features: 48_000,
  least: 3,
  smoothing: 0.03,
  epochs: 5,
  rate: 1,
  plain: 0.03,
  leeway: 0.05,
  steps: 1_000_000,
};

/** A row ready to learn from. */
export interface Row {
  readonly features: Features;
  readonly label: number;
}

/** What learning gives: the kept features in order, their weights by class, the bias, the sharpness. */
export interface Fit {
  readonly keys: Uint32Array;
  readonly weights: Weights;
  readonly sharpness: number;
}

/** Learns weights from rows, and the sharpness from rows held out of a second, smaller learning. */
export function fitted(rows: readonly Row[], classes: number, with_: Recipe): Fit {
  const { keys, weights } = learn(rows, classes, with_);
  return { keys, weights, sharpness: fitSharpness(heldOut(rows, classes, with_)) };
}

function learn(
  rows: readonly Row[],
  classes: number,
  with_: Recipe,
): { keys: Uint32Array; weights: Weights } {
  const columns = columnsOf(rows, rows.length < 3_000 ? Math.min(2, with_.least) : with_.least);
  const matrix = matrixOf(rows, columns, classes);
  const ratio = ratios(matrix, with_.smoothing);
  const weights = softmax(matrix, ratio, { ...with_, epochs: epochsFor(rows.length, classes, with_) });
  const spread = rarity(matrix);
  for (let i = 0; i < ratio.length; i++) {
    const idf = spread[Math.floor(i / classes)] ?? 0;
    weights[i] = (weights[i] ?? 0) + with_.plain * idf * (ratio[i] ?? 0);
  }
  return prune(columns.keys, matrix, weights, with_.features);
}

/** Few rows need more rounds to settle; many classes leave room for fewer. */
function epochsFor(rows: number, classes: number, { epochs, steps }: Recipe): number {
  const wanted = Math.max(epochs, Math.min(24, Math.round(20_000 / rows)));
  return Math.max(1, Math.min(wanted, Math.floor(steps / (rows * classes))));
}

function columnsOf(rows: readonly Row[], least: number): Slots {
  const seen = new Slots(50_000);
  const counts: number[] = [];
  for (const { features } of rows)
    for (const key of features.keys) {
      const slot = seen.add(key);
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  return Slots.of(seen.keys.filter((_, slot) => (counts[slot] ?? 0) >= least));
}

function matrixOf(rows: readonly Row[], columns: Slots, classes: number): Matrix {
  const room = rows.reduce((sum, row) => sum + row.features.keys.length, 0);
  const starts = new Int32Array(rows.length + 1);
  const at = new Int32Array(room);
  const values = new Float64Array(room);
  let end = 0;
  for (const [index, { features }] of rows.entries()) {
    const first = end;
    let norm = 0;
    for (const [i, key] of features.keys.entries()) {
      const column = columns.find(key);
      if (column < 0) continue;
      const value = features.values[i] ?? 0;
      at[end] = column;
      values[end++] = value;
      norm += value * value;
    }
    const length = Math.sqrt(norm) || 1;
    for (let i = first; i < end; i++) values[i] = (values[i] ?? 0) / length;
    starts[index + 1] = end;
  }
  return {
    starts,
    columns: at.subarray(0, end),
    values: values.subarray(0, end),
    labels: Int32Array.from(rows, (row) => row.label),
    width: columns.size,
    classes,
  };
}

/** Log of how rare each column is. */
function rarity({ columns, labels, width }: Matrix): Float64Array {
  const seen = new Float64Array(width);
  for (const column of columns) seen[column] = (seen[column] ?? 0) + 1;
  return seen.map((count) => Math.log(Math.max(1, labels.length / Math.max(1, count))));
}

/** Keeps the columns that move scores most; ties fall to the smaller key, so the outcome is always the same. */
function prune(keys: Uint32Array, matrix: Matrix, weights: Weights, most: number) {
  const { width, classes } = matrix;
  const seen = new Float64Array(width);
  for (const [at, column] of matrix.columns.entries())
    seen[column] = (seen[column] ?? 0) + (matrix.values[at] ?? 0) ** 2;
  const influence = seen.map((mass, column) => Math.sqrt(mass) * span(weights, column, classes));
  const keyAt = (column: number) => keys[column] ?? 0;
  const kept = Array.from(keys.keys())
    .sort((a, b) => (influence[b] ?? 0) - (influence[a] ?? 0) || keyAt(a) - keyAt(b))
    .slice(0, most)
    .sort((a, b) => keyAt(a) - keyAt(b));
  const pruned = new Float64Array((kept.length + 1) * classes);
  for (const [to, from] of kept.entries()) copy(weights, from, pruned, to, classes);
  copy(weights, width, pruned, kept.length, classes);
  return { keys: Uint32Array.from(kept, keyAt), weights: pruned };
}

function span(weights: Weights, column: number, classes: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < classes; c++) {
    const w = weights[column * classes + c] ?? 0;
    if (w < low) low = w;
    if (w > high) high = w;
  }
  return high - low;
}

function copy(from: Weights, column: number, to: Weights, at: number, classes: number): void {
  for (let c = 0; c < classes; c++) to[at * classes + c] = from[column * classes + c] ?? 0;
}

/** Scores of rows by models that never saw them; like rows fall into the same fold. */
function heldOut(rows: readonly Row[], classes: number, with_: Recipe): Judged[] {
  const folds = 5;
  const judge = rows.length < 1_000 && classes <= many ? folds : 1;
  const parts = rows.map(
    (row) => row.features.keys.reduce((least, key) => Math.min(least, key), 2 ** 32) % folds,
  );
  const judged: Judged[] = [];
  for (let fold = 0; fold < judge; fold++) {
    const { keys, weights } = learn(
      rows.filter((_, at) => parts[at] !== fold),
      classes,
      with_,
    );
    const slots = Slots.of(keys);
    for (const [at, row] of rows.entries())
      if (parts[at] === fold)
        judged.push({ scores: score(row.features, slots, weights, classes), right: row.label });
  }
  return judged;
}

function score({ keys, values }: Features, slots: Slots, weights: Weights, classes: number): Float64Array {
  const scores = new Float64Array(classes);
  let norm = 0;
  for (const [i, key] of keys.entries()) {
    const column = slots.find(key);
    if (column < 0) continue;
    const value = values[i] ?? 0;
    norm += value * value;
    for (let c = 0; c < classes; c++)
      scores[c] = (scores[c] ?? 0) + value * (weights[column * classes + c] ?? 0);
  }
  const length = Math.sqrt(norm) || 1;
  const bias = weights.length - classes;
  return scores.map((sum, c) => sum / length + (weights[bias + c] ?? 0));
}
