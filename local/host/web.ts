import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { Doc, Store } from '../../cloudfunctions/store.ts';
import { type Factors, openFactors } from './factors.ts';
import { openSessions, type Sessions } from './sessions.ts';

/** How staff come in from a browser, where nobody is known by WeChat. */
export interface Web {
  readonly factors: Factors;
  readonly sessions: Sessions;
  /** A ticket for a session, good once and for a minute; `undefined` for whoever has not proved to be on the roster. */
  signIn(body: unknown): Promise<string | undefined>;
}

interface OnRoster extends Doc {
  readonly roles?: readonly string[];
}

interface Ticket extends Doc {
  readonly person: string;
  readonly until: number;
}

const minute = 60_000;
/** Unused for a quarter of an hour, or a working day after it began, a session in a browser is over. */
export const idle = 15 * minute;
export const workingDay = 8 * 60 * minute;

const short = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
const signing = v.strictObject({ phone: short(20), passphrase: short(100), code: short(8) });

export function openWeb(store: Store, realm: string, now: () => number): Web {
  const factors = openFactors(store, now);
  const idOf = (ticket: string) => `ticket.${createHash('sha256').update(ticket).digest('hex')}`;

  const exchange = async (code: string) => {
    if (!code.startsWith(mark)) return undefined;
    return store.transact(async (tx) => {
      const ticket = await tx.get<Ticket>('factor', idOf(code.slice(mark.length)));
      if (ticket) await tx.remove('factor', ticket._id);
      return ticket && ticket.until > now() ? ticket.person : undefined;
    });
  };

  const terms = { realm: `${realm} web`, lasts: idle, most: workingDay, now };
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
    async signIn(body) {
      const asked = v.safeParse(signing, body);
      if (!asked.success) return undefined;
      const { phone, passphrase, code } = asked.output;
      const person = await staffOf(store, phone);
      const proved = await factors.proves(person ?? 'nobody', passphrase, code);
      if (!proved || person === undefined) return undefined;
      const ticket = randomBytes(32).toString('base64url');
      const doc: Ticket = { _id: idOf(ticket), person, until: now() + minute };
      await store.transact((tx) => tx.put('factor', doc));
      return `${mark}${ticket}`;
    },
  };
}

/** What a ticket begins with: no login code of WeChat's does. */
export const mark = 'web:';

/** Who on the roster has this phone, and some work there. */
async function staffOf(store: Store, phone: string): Promise<string | undefined> {
  const found = await store.find<OnRoster>({ collection: 'person', where: { phone }, limit: 2 });
  const [person, another] = found.filter(({ roles = [] }) => roles.some((role) => role !== 'resident'));
  return another ? undefined : person?._id;
}
