import * as v from 'valibot';
import { fateOf } from './codes.ts';
import { WeChatFault } from './port.ts';

/** What is asked of WeChat. */
export interface Asked {
  /** The call's name in faults: never an address, which holds secrets. */
  readonly call: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** With a body it is a POST, without one a GET. */
  readonly body?: object;
}

export interface Line {
  ask<Answer>(asked: Asked, schema: v.GenericSchema<unknown, Answer>): Promise<Answer>;
}

const verdict = v.looseObject({ errcode: v.optional(v.pipe(v.number(), v.integer()), 0) });

/** The line to WeChat: one call, one answer within `patience` ms, or a {@link WeChatFault}. Never tries twice. */
export function openLine(base: string, patience: number): Line {
  return {
    async ask(asked, schema) {
      const answer = await answerOf(base, asked, patience);
      const { errcode } = read(asked, verdict, answer);
      if (errcode !== 0) throw new WeChatFault(asked.call, errcode, fateOf(errcode));
      return read(asked, schema, answer);
    },
  };
}

async function answerOf(base: string, { call, path, query, body }: Asked, patience: number) {
  const url = new URL(path, base);
  url.search = new URLSearchParams(query).toString();
  const posting = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(url, { ...posting, signal, redirect: 'error' });
    if (!response.ok) throw new Error(`${response.status}`);
    return (await response.json()) as unknown;
  } catch {
    throw new WeChatFault(call, 0, 'retry');
  }
}

function read<Answer>({ call }: Asked, schema: v.GenericSchema<unknown, Answer>, value: unknown): Answer {
  const result = v.safeParse(schema, value);
  if (!result.success) throw new WeChatFault(call, 0, 'retry');
  return result.output;
}
