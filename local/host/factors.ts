import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Doc, Store } from '../../cloudfunctions/store.ts';
import type { Seal } from './seal.ts';
import { newSecret, stepOf } from './totp.ts';
import { type Patience, type Tries, tried, untried } from './tries.ts';

/** What staff prove on the web: something they know, and something they have — an authenticator app or their WeChat. */
export interface Factors {
  /** An invitation to enrol, good once and for a day. What is enrolled stays good until another is. */
  invite(person: string): Promise<string>;
  /** A new passphrase and a new secret for an app, to be shown once; `undefined` without an invitation. */
  begin(person: string, invitation: string): Promise<Enrolment | undefined>;
  /** Whether the app gives the right code: then it is enrolled, the invitation and whatever was before are gone. */
  confirm(person: string, invitation: string, code: string): Promise<boolean>;
  isEnrolled(person: string): Promise<boolean>;
  /**
   * A code good once, for two minutes, to be shown in the WeChat of this person; nobody can make it wait. `undefined`
   * for somebody who is not enrolled.
   */
  showCode(person: string): Promise<ShownCode | undefined>;
  /**
   * A browser this person can be known by from now on; `undefined` unless it is this person. After five failures in
   * a row there is a wait, of a quarter of an hour and twice as long after each further one. A browser that is known
   * has its own: whoever fails elsewhere holds up nobody who comes from there.
   */
  proves(person: string, proof: Proof): Promise<string | undefined>;
  knows(person: string, browser: string | undefined): Promise<boolean>;
}

/** `until`: epoch ms. */
export interface ShownCode {
  readonly code: string;
  readonly until: number;
}

export interface Enrolment {
  readonly passphrase: string;
  readonly secret: Buffer;
}

export interface Proof {
  readonly passphrase: string;
  readonly code: string;
  readonly browser?: string | undefined;
}

/** Kept of an enrolment: the secret sealed, of the passphrase only what cannot be read back. */
interface Kept {
  readonly sealed: string;
  readonly salt: string;
  readonly hash: string;
}

interface Browser extends Tries {
  readonly hash: string;
  readonly usedAt: number;
}

export interface FactorDoc extends Doc {
  readonly enrolled?: Kept;
  /** Of the last code of the app: none of that step or before it is good again. */
  readonly lastStep: number;
  readonly invited?: { readonly hash: string; readonly until: number; readonly begun?: Kept } | undefined;
  readonly shown?: { readonly hash: string; readonly until: number } | undefined;
  /** Of all who come from a browser that is not known. */
  readonly strangers: Tries;
  readonly browsers: readonly Browser[];
}

export const collection = 'factor';
const patience: Patience = { most: 5, first: 15 * 60_000, longest: 24 * 3_600_000 };
const shows = 2 * 60_000;
const invites = 24 * 3_600_000;
const mostBrowsers = 10;
const derive = promisify<string, string, number, Buffer>(scrypt);

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const nothing = { lastStep: 0, strangers: untried, browsers: [] };

export function openFactors(store: Store, seal: Seal, now: () => number): Factors {
  const change = (person: string, to: (doc: FactorDoc) => FactorDoc | undefined) =>
    store.transact(async (tx) => {
      const doc = await tx.get<FactorDoc>(collection, person);
      const next = doc && to(doc);
      if (next) await tx.put(collection, next);
      return next;
    });
  const read = (person: string) => store.get<FactorDoc>(collection, person);
  const isShown = ({ shown }: FactorDoc, code: string) => shown?.hash === hashOf(code) && shown.until > now();
  const isInvited = ({ invited }: FactorDoc, invitation: string) =>
    invited?.hash === hashOf(invitation) && invited.until > now();
  const found = ({ browsers }: FactorDoc, browser: string | undefined) =>
    browser === undefined ? undefined : browsers.find(({ hash }) => hash === hashOf(browser));
  const stepIn = (kept: Kept | undefined, person: string, code: string) =>
    kept && stepOf(seal.open(kept.sealed, person), code, now());

  const takeTry = (person: string, { code, browser }: Proof) =>
    change(person, (doc) => {
      const known = found(doc, browser);
      const tries = known ?? doc.strangers;
      if (tries.waitUntil > now()) return isShown(doc, code) ? doc : undefined;
      const next = tried(tries, patience, now());
      if (!known) return { ...doc, strangers: next };
      return { ...doc, browsers: doc.browsers.map((each) => (each === known ? { ...each, ...next } : each)) };
    });

  /** The try was right: unless its code was used meanwhile, nothing is held against this browser any more. */
  const accept = async (person: string, { code, browser }: Proof) => {
    let token = randomBytes(32).toString('base64url');
    const accepted = await change(person, (doc) => {
      const shown = isShown(doc, code);
      const step = stepIn(doc.enrolled, person, code);
      if (!shown && (step === undefined || step <= doc.lastStep)) return undefined;
      const known = found(doc, browser);
      if (known && browser !== undefined) token = browser;
      const others = doc.browsers.filter((each) => each !== known).slice(0, mostBrowsers - 1);
      const browsers = [{ ...untried, hash: hashOf(token), usedAt: now() }, ...others];
      const used = shown ? { shown: undefined } : { lastStep: step ?? doc.lastStep };
      return { ...doc, ...used, browsers, ...(!known && { strangers: untried }) };
    });
    return accepted && token;
  };

  return {
    async invite(person) {
      const invitation = newPassphrase();
      await store.transact(async (tx) => {
        const doc = await tx.get<FactorDoc>(collection, person);
        const invited = { hash: hashOf(invitation), until: now() + invites };
        await tx.put(collection, { ...nothing, ...doc, _id: person, invited });
      });
      return invitation;
    },
    async begin(person, invitation) {
      const [passphrase, secret, salt] = [newPassphrase(), newSecret(), randomBytes(16).toString('hex')];
      const hash = (await derive(passphrase, salt, 32)).toString('hex');
      const begun = { sealed: seal.seal(secret, person), salt, hash };
      const invited = await change(person, (doc) =>
        isInvited(doc, invitation) && doc.invited
          ? { ...doc, invited: { ...doc.invited, begun } }
          : undefined,
      );
      return invited && { passphrase, secret };
    },
    async confirm(person, invitation, code) {
      const confirmed = await change(person, (doc) => {
        const begun = isInvited(doc, invitation) ? doc.invited?.begun : undefined;
        const step = stepIn(begun, person, code);
        if (!begun || step === undefined) return undefined;
        return { ...nothing, _id: person, enrolled: begun, lastStep: step };
      });
      return confirmed !== undefined;
    },
    async isEnrolled(person) {
      return (await read(person))?.enrolled !== undefined;
    },
    async showCode(person) {
      const code = String(randomInt(10 ** 8)).padStart(8, '0');
      const until = now() + shows;
      const shown = await change(person, (doc) =>
        doc.enrolled ? { ...doc, shown: { hash: hashOf(code), until } } : undefined,
      );
      return shown && { code, until };
    },
    async proves(person, proof) {
      const doc = await takeTry(person, proof);
      // Somebody who is not enrolled takes as long, and is never right.
      const { salt, hash } = doc?.enrolled ?? { salt: 'nobody', hash: '0'.repeat(64) };
      const given = await derive(proof.passphrase, salt, 32);
      const known = timingSafeEqual(given, Buffer.from(hash, 'hex'));
      return doc?.enrolled && known ? accept(person, proof) : undefined;
    },
    async knows(person, browser) {
      const doc = await read(person);
      return doc !== undefined && found(doc, browser) !== undefined;
    },
  };
}

/** Nobody comes in from a browser as this person any more. */
export async function removeFactors(store: Store, person: string): Promise<void> {
  await store.transact((tx) => tx.remove(collection, person));
}

/** 80 bits in groups that can be read aloud; no letter that looks like another. */
function newPassphrase(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
