/** Rows of a sparse matrix, each of length one, with the label of each row. */
export interface Matrix {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly labels: Int32Array;
  readonly width: number;
  readonly classes: number;
}

/** Weights by column then class, the bias in the last column. */
export type Weights = Float64Array;

/** A shuffle that is the same every time; not for secrets. */
function shuffler(seed: number): (order: Int32Array) => void {
  let state = seed >>> 0;
  return (order) => {
    for (let i = order.length - 1; i > 0; i--) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const j = Math.floor((state / 2 ** 32) * (i + 1));
      const kept = order[i] ?? 0;
      order[i] = order[j] ?? 0;
      order[j] = kept;
    }
  };
}

/** How much more each column speaks for a class than for the rest (log of the ratio of shares). */
export function ratios(matrix: Matrix, smoothing: number): Float64Array {
  const { starts, columns, values, labels, width, classes } = matrix;
  const mass = new Float64Array(width * classes);
  const all = new Float64Array(width);
  const ofClass = new Float64Array(classes);
  let total = 0;
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row] ?? 0;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const column = columns[at] ?? 0;
      const value = values[at] ?? 0;
      mass[column * classes + label] = (mass[column * classes + label] ?? 0) + value;
      all[column] = (all[column] ?? 0) + value;
      ofClass[label] = (ofClass[label] ?? 0) + value;
      total += value;
    }
  }
  const add = (smoothing * total) / Math.max(1, width);
  const ratio = new Float64Array(width * classes);
  for (let column = 0; column < width; column++) {
    for (let c = 0; c < classes; c++) {
      const here = mass[column * classes + c] ?? 0;
      const own = (here + add) / ((ofClass[c] ?? 0) + add * width);
      const rest = ((all[column] ?? 0) - here + add) / (total - (ofClass[c] ?? 0) + add * width);
      ratio[column * classes + c] = Math.log(own / rest);
    }
  }
  return ratio;
}

/** With more classes than this the ones a row hardly concerns are passed over: there are too many. */
export const many = 20;

/** How descent goes. */
export interface Descent {
  /** Rounds over all rows. */
  readonly epochs: number;
  /** The length of the first step; steps shorten to nothing. */
  readonly rate: number;
  /** The share of each label left to all labels alike: who decided may have been wrong. */
  readonly leeway: number;
}

/** Softmax regression on columns scaled by their ratios, by stochastic descent in a fixed order. */
export function softmax(matrix: Matrix, ratio: Float64Array, { epochs, rate, leeway }: Descent): Weights {
  const { starts, columns, values, labels, width, classes } = matrix;
  const weights = new Float64Array((width + 1) * classes);
  const gap = new Float64Array(classes);
  const faint = classes > many ? 1e-3 : 0;
  const order = Int32Array.from(labels.keys());
  const shuffle = shuffler(20_240);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order);
    const step = rate * (1 - epoch / epochs);
    for (const row of order) {
      const first = starts[row] ?? 0;
      const last = starts[row + 1] ?? 0;
      for (let c = 0; c < classes; c++) gap[c] = weights[width * classes + c] ?? 0;
      for (let at = first; at < last; at++) {
        const base = (columns[at] ?? 0) * classes;
        const value = values[at] ?? 0;
        for (let c = 0; c < classes; c++) gap[c] = (gap[c] ?? 0) + value * (weights[base + c] ?? 0);
      }
      toProbabilities(gap, 1);
      const label = labels[row] ?? 0;
      gap[label] = (gap[label] ?? 0) - (1 - leeway);
      for (let c = 0; c < classes; c++) {
        if (Math.abs(gap[c] ?? 0) < faint) continue;
        const pull = step * ((gap[c] ?? 0) - leeway / classes);
        for (let at = first; at < last; at++) {
          const cell = (columns[at] ?? 0) * classes + c;
          weights[cell] = (weights[cell] ?? 0) - (values[at] ?? 0) * pull * (ratio[cell] ?? 0) ** 2;
        }
        weights[width * classes + c] = (weights[width * classes + c] ?? 0) - 0.1 * pull;
      }
    }
  }
  return weights;
}

/** Turns scores into probabilities in place; `sharpness` is one over the temperature. */
export function toProbabilities(scores: Float64Array, sharpness: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const e = Math.exp(((scores[c] ?? 0) - top) * sharpness);
    scores[c] = e;
    sum += e;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / sum;
}
