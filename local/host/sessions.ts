import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Doc, Store, Transaction } from '../../cloudfunctions/store.ts';

/** Sessions of phones with an own server: random tokens of 256 bits, kept only as their hash. */
export interface Sessions {
  /** A new token for whoever the login code stands for; `undefined` when it stands for nobody. */
  open(code: string): Promise<string | undefined>;
  /** Who is calling; being asked keeps a session alive. */
  callerOf(authorization: string | undefined): Promise<string | undefined>;
  /** Ends every session of a person; the next call with one of them is nobody's. */
  revoke(person: string): Promise<void>;
  /** A person's sessions, the latest used first. */
  list(person: string, authorization: string | undefined): Promise<readonly OpenSession[]>;
  /** Ends one of them. */
  end(person: string, id: string): Promise<void>;
}

/** Instants are epoch ms; a use is written down a little late. `own`: it is the one that asks. */
export interface OpenSession {
  readonly id: string;
  readonly kind: Terms['kind'];
  readonly openedAt: number;
  readonly usedAt: number;
  readonly own: boolean;
}

/** Whom a login code stands for: WeChat's answer, or the person picker's. */
export type Exchange = (code: string) => Promise<string | undefined>;

export interface Terms {
  readonly kind: 'phone' | 'browser';
  /** Where its people come from: a token of one realm is worth nothing in another. */
  readonly realm: string;
  /** How long a session lasts unused, in ms. */
  readonly lasts: number;
  /** How long it lasts however much it is used, in ms; for ever if not said. */
  readonly most?: number;
  /** Epoch ms. */
  now(): number;
}

interface Session {
  readonly hash: string;
  readonly usedAt: number;
  readonly openedAt?: number;
}

/** All sessions of one person stand on one document: there are never too many, and they end at once. */
interface SessionsDoc extends Doc {
  readonly person: string;
  readonly sessions: readonly Session[];
}

export const thirtyDays = 30 * 86_400_000;
const collection = 'session';
const mostAtOnce = 10;
/** A use is written down when this part of the time has gone by, not at every call. */
const part = 30;
const tokens = /^Bearer ([\w-]{22})\.([\w-]{43})$/;

/** Names a session without letting anybody use it. */
const idOf = (hash: string) => hash.slice(0, 16);
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

export function openSessions(
  store: Store,
  exchange: Exchange,
  { kind, realm, lasts, most = Infinity, now }: Terms,
): Sessions {
  /** Which document is a person's; does not say who it is. */
  const keyOf = (person: string) =>
    createHash('sha256').update(`${realm}\0${person}`).digest('base64url').slice(0, 22);
  const isAlive = ({ usedAt, openedAt = usedAt }: Session) =>
    now() - usedAt < lasts && now() - openedAt < most;
  const read = (tx: Transaction, key: string) => tx.get<SessionsDoc>(collection, key);

  async function use(key: string, hash: string): Promise<void> {
    await store.transact(async (tx) => {
      const doc = await read(tx, key);
      if (!doc?.sessions.some((each) => each.hash === hash)) return;
      const sessions = doc.sessions.map((each) => (each.hash === hash ? { ...each, usedAt: now() } : each));
      await tx.put(collection, { ...doc, sessions });
    });
  }

  return {
    async open(code) {
      const person = await exchange(code);
      if (person === undefined) return undefined;
      const key = keyOf(person);
      const secret = randomBytes(32).toString('base64url');
      await store.transact(async (tx) => {
        const others = ((await read(tx, key))?.sessions ?? []).filter(isAlive);
        const latest = others.sort((one, other) => other.usedAt - one.usedAt).slice(0, mostAtOnce - 1);
        const sessions = [{ hash: hashOf(secret), usedAt: now(), openedAt: now() }, ...latest];
        await tx.put(collection, { _id: key, person, sessions });
      });
      return `${key}.${secret}`;
    },
    async callerOf(authorization) {
      const [, key = '', secret = ''] = tokens.exec(authorization ?? '') ?? [];
      if (key === '') return undefined;
      const hash = hashOf(secret);
      const doc = await store.get<SessionsDoc>(collection, key);
      const session = doc?.sessions.find((each) => same(each.hash, hash));
      if (!doc || keyOf(doc.person) !== key || !session || !isAlive(session)) return undefined;
      if (now() - session.usedAt > lasts / part) await use(key, hash);
      return doc.person;
    },
    async revoke(person) {
      await store.transact((tx) => tx.remove(collection, keyOf(person)));
    },
    async list(person, authorization) {
      const doc = await store.get<SessionsDoc>(collection, keyOf(person));
      const [, key, secret = ''] = tokens.exec(authorization ?? '') ?? [];
      const own = key === keyOf(person) ? hashOf(secret) : undefined;
      const alive = (doc?.sessions ?? []).filter(isAlive).sort((one, other) => other.usedAt - one.usedAt);
      return alive.map(({ hash, usedAt, openedAt = usedAt }) => ({
        id: idOf(hash),
        kind,
        openedAt,
        usedAt,
        own: hash === own,
      }));
    },
    async end(person, id) {
      await store.transact(async (tx) => {
        const doc = await read(tx, keyOf(person));
        if (!doc) return;
        const sessions = doc.sessions.filter(({ hash }) => idOf(hash) !== id);
        await tx.put(collection, { ...doc, sessions });
      });
    },
  };
}

/** Sessions of two kinds: a token of either is good, and revoking ends both. A code opens one of the first kind. */
export function bothOf(one: Sessions, other: Sessions): Sessions {
  return {
    open: one.open,
    callerOf: async (authorization) =>
      (await one.callerOf(authorization)) ?? (await other.callerOf(authorization)),
    async revoke(person) {
      await Promise.all([one.revoke(person), other.revoke(person)]);
    },
    async list(person, authorization) {
      const lists = [one, other].map((each) => each.list(person, authorization));
      return (await Promise.all(lists)).flat();
    },
    async end(person, id) {
      await Promise.all([one.end(person, id), other.end(person, id)]);
    },
  };
}

function same(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
