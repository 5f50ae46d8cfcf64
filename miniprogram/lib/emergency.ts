import * as domain from './domain';

/** Whom to call at once. */
export interface Call {
  readonly number: string;
  readonly zh: string;
}

export const emergencyCalls: readonly Call[] = [
  { number: '110', zh: '报警' },
  { number: '119', zh: '火警' },
  { number: '120', zh: '急救' },
  { number: '122', zh: '交通事故' },
];

/** Danger spoken of in the text: whom to call, and the words it was heard in. It delays and blocks nothing. */
export function emergencyIn(text: string): { numbers: Call[]; words: readonly string[] } | undefined {
  const { numbers, words } = domain.emergencyIn(text);
  if (numbers.length === 0) return undefined;
  return { numbers: emergencyCalls.filter(({ number }) => numbers.some((each) => each === number)), words };
}
