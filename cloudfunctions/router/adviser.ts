import * as v from 'valibot';
import type { Question } from '../../domain/routing/advice.ts';

/** An adviser outside the house: asked which of a few matters it may be, answers with the id of one, or `none`. */
export type Adviser = (question: Question) => Promise<string>;

export interface Setting {
  readonly url: string;
  /** Sent as a bearer token. */
  readonly key?: string | undefined;
  /** How long an answer is waited for, in ms; 2,000 if not said. */
  readonly patience?: number;
}

/** Nothing but this is read of an answer: no words of an adviser ever reach a person. */
const answered = v.object({ matter: v.pipe(v.string(), v.maxLength(64)) });
/** Bytes read of an answer. */
const most = 4_096;
const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** Over HTTPS; without it only on this machine. Gives it no tools, follows no redirect. Throws where there is no answer. */
export function openAdviser({ url, key, patience = 2_000 }: Setting): Adviser {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && !loopback.includes(hostname)) throw new Error('ADVISER_URL must be https');
  return async (question) => {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify(question),
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) throw new Error(`adviser: ${response.status}`);
    return v.parse(answered, JSON.parse(await begunOf(response))).matter;
  };
}

/** The body, as long as it is short. */
async function begunOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > most) throw new Error('adviser: too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The one of the environment, `ADVISER_URL` and `ADVISER_KEY`; off where nothing is said. */
export function adviserOf(environment: Readonly<Record<string, string | undefined>>): { adviser?: Adviser } {
  const { ADVISER_URL: url, ADVISER_KEY: key } = environment;
  return url ? { adviser: openAdviser({ url, key }) } : {};
}
