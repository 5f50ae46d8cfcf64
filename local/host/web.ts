import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Doc, Store } from '../../cloudfunctions/store.ts';
import { collection, type Enrolment, type Factors, openFactors } from './factors.ts';
import type { Seal } from './seal.ts';
import { openSessions, type Sessions } from './sessions.ts';
import { openBrake } from './tries.ts';

/** How staff come in from a browser, where nobody is known by WeChat. `place`: where the call comes from. */
export interface Web {
  readonly factors: Factors;
  readonly sessions: Sessions;
  /** A ticket for a session, good once and for a minute; `undefined` for whoever has not proved to be on the roster. */
  signIn(body: unknown, place: string): Promise<SignedIn | undefined>;
  /** What to put into an app, for whoever has been invited. */
  enrol(body: unknown, place: string): Promise<(Enrolment & { readonly name: string }) | undefined>;
  /** The app is in use: a ticket; every session in a browser before it is over. */
  confirm(body: unknown, place: string): Promise<string | undefined>;
}

export interface SignedIn {
  readonly code: string;
  /** Shown again next time, it spares this person the waits others bring about. */
  readonly browser: string;
}

interface OnRoster extends Doc {
  readonly name?: string;
  readonly roles?: readonly string[];
}

export interface Ticket extends Doc {
  readonly person: string;
  readonly until: number;
}

const minute = 60_000;
/** Unused for a quarter of an hour, or a working day after it began, a session in a browser is over. */
export const idle = 15 * minute;
export const workingDay = 8 * 60 * minute;

const short = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
const invited = { phone: short(20), invitation: short(40) };
const enrolling = v.strictObject(invited);
const confirming = v.strictObject({ ...invited, code: short(8) });
const signing = v.strictObject({
  phone: short(20),
  passphrase: short(100),
  code: short(8),
  browser: v.optional(short(64)),
});

export function openWeb(store: Store, realm: string, seal: Seal, now: () => number): Web {
  const factors = openFactors(store, seal, now);
  const brake = openBrake(now);
  const idOf = (ticket: string) => `ticket.${createHash('sha256').update(ticket).digest('hex')}`;

  const exchange = async (code: string) => {
    if (!code.startsWith(mark)) return undefined;
    return store.transact(async (tx) => {
      const ticket = await tx.get<Ticket>(collection, idOf(code.slice(mark.length)));
      if (ticket) await tx.remove(collection, ticket._id);
      return ticket && ticket.until > now() ? ticket.person : undefined;
    });
  };
  const ticketFor = async (person: string) => {
    const ticket = randomBytes(32).toString('base64url');
    const doc: Ticket = { _id: idOf(ticket), person, until: now() + minute };
    await store.transact((tx) => tx.put(collection, doc));
    return `${mark}${ticket}`;
  };

  const terms = { kind: 'browser', realm: `${realm} web`, lasts: idle, most: workingDay, now } as const;
  const sessions = openSessions(store, exchange, terms);

  return {
    factors,
    sessions: {
      ...sessions,
      /** Who is no longer enrolled is out with the next call. */
      async callerOf(authorization) {
        const person = await sessions.callerOf(authorization);
        return person !== undefined && (await factors.isEnrolled(person)) ? person : undefined;
      },
    },
    async signIn(body, place) {
      const asked = v.safeParse(signing, body);
      if (!asked.success) return undefined;
      const person = (await staffOf(store, asked.output.phone))?._id ?? 'nobody';
      const known = await factors.knows(person, asked.output.browser);
      if (!known && !brake.take(place)) return undefined;
      const browser = await factors.proves(person, asked.output);
      if (browser === undefined) return undefined;
      brake.release(place);
      return { code: await ticketFor(person), browser };
    },
    async enrol(body, place) {
      const asked = v.safeParse(enrolling, body);
      if (!asked.success || !brake.take(place)) return undefined;
      const person = await staffOf(store, asked.output.phone);
      const begun = person && (await factors.begin(person._id, asked.output.invitation));
      if (begun) brake.release(place);
      return begun && { ...begun, name: String(person?.name) };
    },
    async confirm(body, place) {
      const asked = v.safeParse(confirming, body);
      if (!asked.success || !brake.take(place)) return undefined;
      const { phone, invitation, code } = asked.output;
      const person = (await staffOf(store, phone))?._id ?? 'nobody';
      if (!(await factors.confirm(person, invitation, code))) return undefined;
      brake.release(place);
      await sessions.revoke(person);
      return ticketFor(person);
    },
  };
}

/** What a ticket begins with: no login code of WeChat's does. */
export const mark = 'web:';

/** Who on the roster has this phone, and some work there. */
async function staffOf(store: Store, phone: string): Promise<OnRoster | undefined> {
  const found = await store.find<OnRoster>({ collection: 'person', where: { phone }, limit: 2 });
  const [person, another] = found.filter(({ roles = [] }) => roles.some((role) => role !== 'resident'));
  return another ? undefined : person;
}
