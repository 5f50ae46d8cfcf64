import { accuracyOfSurest, calibrationError } from '../../domain/routing/calibration.ts';

/** What was guessed of one message, likeliest first, and what was right. */
export interface Outcome {
  readonly guesses: readonly string[];
  readonly confidence: number;
  readonly right: string;
}

export interface Cost {
  readonly msPerMessage: number;
  readonly modelBytes: number;
  readonly trainSeconds: number;
  readonly loadMs: number;
}

export interface Figures extends Cost {
  readonly rows: number;
  readonly top1: number;
  readonly top2: number;
  readonly macroF1: number;
  readonly ece: number;
  readonly top1At80: number;
}

const round = (value: number, digits = 4) => Number(value.toFixed(digits));

/** The figures of a run: accuracies 0–1, times as named. */
export function figuresOf(outcomes: readonly Outcome[], cost: Cost): Figures {
  const within = (n: number) =>
    outcomes.filter(({ guesses, right }) => guesses.slice(0, n).includes(right)).length /
    Math.max(1, outcomes.length);
  const answers = outcomes.map(({ guesses, confidence, right }) => ({
    confidence,
    right: guesses[0] === right,
  }));
  return {
    rows: outcomes.length,
    top1: round(within(1)),
    top2: round(within(2)),
    macroF1: round(macroF1(outcomes)),
    ece: round(calibrationError(answers)),
    top1At80: round(accuracyOfSurest(answers, 0.8)),
    msPerMessage: round(cost.msPerMessage, 3),
    modelBytes: cost.modelBytes,
    trainSeconds: round(cost.trainSeconds, 2),
    loadMs: round(cost.loadMs, 1),
  };
}

function macroF1(outcomes: readonly Outcome[]): number {
  const labels = [...new Set(outcomes.map((outcome) => outcome.right))];
  const each = labels.map((label) => {
    const hit = outcomes.filter(({ guesses, right }) => right === label && guesses[0] === label).length;
    const named = outcomes.filter(({ guesses }) => guesses[0] === label).length;
    const real = outcomes.filter(({ right }) => right === label).length;
    return (2 * hit) / (named + real);
  });
  return each.reduce((sum, f1) => sum + f1, 0) / Math.max(1, each.length);
}
