/** Why a command cannot be: a stable code, a plain sentence for the person, and the law or rule it stands on. */
export class Refusal extends Error {
  readonly code: string;
  readonly basis: string | undefined;

  constructor(code: string, sentence: string, basis?: string) {
    super(sentence);
    this.code = code;
    this.basis = basis;
  }
}

/** Throws the refusal unless the condition holds. */
export function must(condition: unknown, code: string, sentence: string, basis?: string): asserts condition {
  if (!condition) throw new Refusal(code, sentence, basis);
}
