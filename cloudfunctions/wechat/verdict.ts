import type { Verdict } from './port.ts';

/** What is not known is for a person to look at. */
export function verdictOf(suggest: unknown): Verdict {
  return suggest === 'pass' || suggest === 'risky' ? suggest : 'review';
}

/** Nothing said is nothing wrong. */
export function gravest(verdicts: readonly Verdict[]): Verdict {
  return (['risky', 'review'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'pass';
}
