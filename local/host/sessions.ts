import { createHash, randomBytes } from 'node:crypto';
import type { Doc, Store } from '../../cloudfunctions/store.ts';

/** Sessions of phones with an own server: random tokens, kept only as their hash. */
export interface Sessions {
  /** A new token for whoever the login code stands for; `undefined` when it stands for nobody. */
  open(code: string): Promise<string | undefined>;
  callerOf(authorization: string | undefined): Promise<string | undefined>;
}

/** Whom a login code stands for: WeChat's answer, or the person picker's. */
export type Exchange = (code: string) => Promise<string | undefined>;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

export function openSessions(store: Store, exchange: Exchange): Sessions {
  return {
    async open(code) {
      const person = await exchange(code);
      if (person === undefined) return undefined;
      const token = randomBytes(32).toString('base64url');
      await store.transact((tx) => tx.create('session', { _id: hashOf(token), person, at: Date.now() }));
      return token;
    },
    async callerOf(authorization) {
      const token = /^Bearer ([\w-]{43})$/.exec(authorization ?? '')?.[1];
      if (token === undefined) return undefined;
      return (await store.get<Doc & { person: string }>('session', hashOf(token)))?.person;
    },
  };
}
