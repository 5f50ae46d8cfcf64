import { toProbabilities } from './learn.ts';

/** Scores of one message and the index of what was right. */
export interface Judged {
  readonly scores: Float64Array;
  readonly right: number;
}

/** How surprised the scores are by what was right, at a sharpness (mean minus log probability). */
export function surprise(judged: readonly Judged[], sharpness: number): number {
  let sum = 0;
  for (const { scores, right } of judged) {
    const p = scores.slice();
    toProbabilities(p, sharpness);
    sum -= Math.log(Math.max(p[right] ?? 0, 1e-12));
  }
  return sum / Math.max(1, judged.length);
}

/** The one sharpness (1 / temperature) that surprises least, found between 1/20 and 20 by golden section. */
export function fitSharpness(judged: readonly Judged[]): number {
  if (judged.length === 0) return 1;
  const at = (x: number) => surprise(judged, Math.exp(x));
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = -3;
  let high = 3;
  for (let i = 0; i < 24; i++) {
    const a = high - golden * (high - low);
    const b = low + golden * (high - low);
    if (at(a) < at(b)) high = b;
    else low = a;
  }
  return Math.exp((low + high) / 2);
}

/** One answer: how sure it was, and whether it was right. */
export interface Answer {
  readonly confidence: number;
  readonly right: boolean;
}

/** Expected calibration error: mean distance between confidence and accuracy over equal bins, 0–1. */
export function calibrationError(answers: readonly Answer[], bins = 10): number {
  const sums = Array.from({ length: bins }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of answers) {
    const bin = sums[Math.min(bins - 1, Math.floor(confidence * bins))];
    if (!bin) continue;
    bin.confidence += confidence;
    bin.right += right ? 1 : 0;
  }
  const gaps = sums.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0);
  return answers.length === 0 ? 0 : gaps / answers.length;
}

/** Accuracy on the surest share (0–1] of the answers. */
export function accuracyOfSurest(answers: readonly Answer[], share: number): number {
  const kept = answers
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, Math.round(answers.length * share));
  return kept.length === 0 ? 0 : kept.filter((answer) => answer.right).length / kept.length;
}

/** The lowest confidence above which answers are right at least as often as asked; 1 when none is. */
export function thresholdFor(answers: readonly Answer[], accuracy: number): number {
  const sorted = answers.toSorted((a, b) => b.confidence - a.confidence);
  let right = 0;
  let threshold = 1;
  for (const [at, answer] of sorted.entries()) {
    right += answer.right ? 1 : 0;
    if (right / (at + 1) >= accuracy) threshold = answer.confidence;
  }
  return threshold;
}
