import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Doc, Store } from '../../cloudfunctions/store.ts';
import { newSecret, stepOf } from './totp.ts';

/** What staff prove on the web: something they know, and something they have — an authenticator app or their WeChat. */
export interface Factors {
  /** A new passphrase and a new secret for an app; what was there before is worth nothing. */
  enrol(person: string): Promise<{ readonly passphrase: string; readonly secret: Buffer }>;
  remove(person: string): Promise<void>;
  isEnrolled(person: string): Promise<boolean>;
  /** A code good once, for two minutes, to be shown in the WeChat of this person. */
  showCode(person: string): Promise<{ readonly code: string; readonly until: number }>;
  /**
   * Whether it is this person. After five failures in a row nothing counts for a quarter of an hour, and twice as
   * long after each further one.
   */
  proves(person: string, passphrase: string, code: string): Promise<boolean>;
}

interface FactorDoc extends Doc {
  readonly secret: string;
  readonly salt: string;
  readonly hash: string;
  /** In a row. One that is under way counts as failed until it has been found right. */
  readonly failures: number;
  readonly lockedUntil: number;
  /** Of the last code of the app: none of that step or before it is good again. */
  readonly lastStep: number;
  readonly shown?: { readonly hash: string; readonly until: number } | undefined;
}

const collection = 'factor';
const most = 5;
const quarter = 15 * 60_000;
const longest = 24 * 3_600_000;
const shows = 2 * 60_000;
const derive = promisify<string, string, number, Buffer>(scrypt);

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
/** Of what is given somebody who is not enrolled: it takes as long, and is never right. */
const nobody = { salt: 'nobody', hash: '0'.repeat(64), secret: '' };

export function openFactors(store: Store, now: () => number): Factors {
  const change = (person: string, to: (doc: FactorDoc) => FactorDoc | undefined) =>
    store.transact(async (tx) => {
      const doc = await tx.get<FactorDoc>(collection, person);
      const next = doc && to(doc);
      if (next) await tx.put(collection, next);
      return next;
    });

  /** Takes one try, before it is known how it ends: many at once are as many tries. */
  const takeTry = (person: string) =>
    change(person, (doc) => {
      if (doc.lockedUntil > now()) return undefined;
      const failures = doc.failures + 1;
      const wait = Math.min(quarter * 2 ** (failures - most), longest);
      return { ...doc, failures, lockedUntil: failures >= most ? now() + wait : 0 };
    });

  /** The try was right: unless its code was used meanwhile, nothing is held against this person any more. */
  const accept = async (person: string, code: string, step: number | undefined) => {
    const accepted = await change(person, (doc) => {
      const shown = doc.shown?.hash === hashOf(code) && doc.shown.until > now();
      if (!shown && (step === undefined || step <= doc.lastStep)) return undefined;
      const used = shown ? { shown: undefined } : { lastStep: step ?? doc.lastStep };
      return { ...doc, ...used, failures: 0, lockedUntil: 0 };
    });
    return accepted !== undefined;
  };

  return {
    async enrol(person) {
      const [passphrase, secret, salt] = [newPassphrase(), newSecret(), randomBytes(16).toString('hex')];
      const hash = (await derive(passphrase, salt, 32)).toString('hex');
      const kept = { secret: secret.toString('hex'), salt, hash, failures: 0, lockedUntil: 0, lastStep: 0 };
      await store.transact((tx) => tx.put(collection, { _id: person, ...kept }));
      return { passphrase, secret };
    },
    async remove(person) {
      await store.transact((tx) => tx.remove(collection, person));
    },
    async isEnrolled(person) {
      return (await store.get(collection, person)) !== undefined;
    },
    async showCode(person) {
      const code = String(randomInt(10 ** 8)).padStart(8, '0');
      const until = now() + shows;
      await change(person, (doc) => ({ ...doc, shown: { hash: hashOf(code), until } }));
      return { code, until };
    },
    async proves(person, passphrase, code) {
      const doc = await takeTry(person);
      const { salt, hash, secret } = doc ?? nobody;
      const given = await derive(passphrase, salt, 32);
      const known = timingSafeEqual(given, Buffer.from(hash, 'hex'));
      const step = stepOf(Buffer.from(secret, 'hex'), code, now());
      return doc !== undefined && known && accept(person, code, step);
    },
  };
}

/** 80 bits in groups that can be read aloud; no letter that looks like another. */
function newPassphrase(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
