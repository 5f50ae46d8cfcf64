import type { Json } from '../world.ts';

type Callbacks = {
  success?: (result: Json) => void;
  fail?: (error: Json) => void;
  complete?: (result: Json) => void;
};
export type Options = Json & Callbacks;
export type Call = (options?: Options) => unknown;

/** Says why a wx call failed; the text becomes errMsg. */
export class Failure extends Error {
  readonly extra: Json;

  constructor(reason: string, extra: Json = {}) {
    super(reason);
    this.extra = extra;
  }
}

/** Makes a wx call of a function: callbacks where they are given, a promise where none is. */
export function wxCall(name: string, act: (options: Options) => unknown): Call {
  return (options = {}) => {
    const done = Promise.resolve()
      .then(() => act(options))
      .then((result): Json => ({ errMsg: `${name}:ok`, ...(result as Json | undefined) }));
    if (options.success === undefined && options.fail === undefined && options.complete === undefined) {
      return done.catch((error: unknown) => Promise.reject(described(name, error)));
    }
    done.then(
      (result) => {
        options.success?.(result);
        options.complete?.(result);
      },
      (error: unknown) => {
        const failure = described(name, error);
        options.fail?.(failure);
        options.complete?.(failure);
      },
    );
    return undefined;
  };
}

function described(name: string, error: unknown): Json {
  const reason = error instanceof Error ? error.message : String(error);
  return { errMsg: `${name}:fail ${reason}`.trim(), ...(error instanceof Failure ? error.extra : {}) };
}

export function wxCalls(acts: Record<string, (options: Options) => unknown>): Record<string, Call> {
  return Object.fromEntries(Object.entries(acts).map(([name, act]) => [name, wxCall(name, act)]));
}
