/** A refusal in the protocol's own form. */
export class Fault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export function invalid(message: string): Fault {
  return new Fault('INVALID_PARAM', message);
}
