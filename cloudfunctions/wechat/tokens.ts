import * as v from 'valibot';
import type { Line } from './line.ts';

export interface Credentials {
  readonly appid: string;
  readonly secret: string;
}

/** The access token of this process; whoever needs one while it is being fetched waits for the same fetch. */
export interface Tokens {
  current(): Promise<string>;
  /** Another one in place of one WeChat no longer takes. */
  instead(stale: string): Promise<string>;
}

interface Token {
  readonly value: string;
  /** Epoch ms. */
  readonly until: number;
}

const granted = v.looseObject({
  access_token: v.pipe(v.string(), v.minLength(1)),
  expires_in: v.pipe(v.number(), v.minValue(0)),
});

/** How long before its end a token is replaced, in s; by then WeChat gives the next one. */
const early = 300;

export function openTokens(line: Line, { appid, secret }: Credentials, now: () => number): Tokens {
  let kept: Token | undefined;
  let coming: Promise<Token> | undefined;

  async function grant(force: boolean): Promise<Token> {
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: force };
    const asked = { call: 'stable_token', path: '/cgi-bin/stable_token', body };
    const { access_token: value, expires_in: seconds } = await line.ask(asked, granted);
    return { value, until: now() + (seconds - early) * 1000 };
  }

  /** WeChat forces a new one 20 times a day, so that is asked for only when it gives the stale one again. */
  async function fetched(stale: string | undefined): Promise<Token> {
    const token = await grant(false);
    return token.value === stale ? grant(true) : token;
  }

  async function fetchOnce(stale?: string): Promise<string> {
    coming ??= fetched(stale).finally(() => {
      coming = undefined;
    });
    kept = await coming;
    return kept.value;
  }

  return {
    current: async () => (kept && now() < kept.until ? kept.value : fetchOnce()),
    instead: async (stale) => (kept && kept.value !== stale ? kept.value : fetchOnce(stale)),
  };
}
