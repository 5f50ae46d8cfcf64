import type { Purpose } from '../office/messages.ts';

/** What the office keeps about one person himself. Only he sees it; it is gone when he wants it gone. */
export type Status = 'open';

/** A notice that was sent to WeChat, kept for a while so that none is sent twice. `at`: when, epoch ms. */
export interface Told {
  readonly notice: string;
  readonly purpose: Purpose;
  readonly at: number;
}

export interface Account {
  readonly id: string;
  readonly status: Status;
  readonly owner: string;
  /** Notices up to this moment have been read, epoch ms. */
  readonly readAt: number;
  /** How many messages this person has agreed to and not yet been sent. */
  readonly credits: Readonly<Partial<Record<Purpose, number>>>;
  readonly told: readonly Told[];
  /** Put into a new appeal by itself. `proved`: WeChat vouches for it. */
  readonly phone?: { readonly number: string; readonly proved: boolean } | undefined;
}

/** What somebody said when WeChat asked whether he wants a message of this kind: one yes, one message. */
export interface Consent {
  readonly purpose: Purpose;
  readonly accepted: boolean;
}

export type Command =
  | { readonly type: 'read'; readonly upTo: number }
  | { readonly type: 'consent'; readonly answers: readonly Consent[] }
  | {
      readonly type: 'spend';
      readonly purpose: Purpose;
      readonly notice: string;
      readonly about: string;
      /** Since when the notice has stood in the inbox, epoch ms. */
      readonly at: number;
    }
  | { readonly type: 'refund'; readonly notice: string }
  | { readonly type: 'void'; readonly purpose: Purpose }
  | { readonly type: 'verify'; readonly phone: string }
  | { readonly type: 'correct'; readonly phone?: string | undefined };

type Of<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'type'>;

export type Fact =
  | { readonly type: 'read'; readonly upTo: number }
  | ({ readonly type: 'consented' } & Of<'consent'>)
  | { readonly type: 'spent'; readonly purpose: Purpose; readonly notice: string }
  | ({ readonly type: 'refunded' } & Of<'refund'>)
  | ({ readonly type: 'voided' } & Of<'void'>)
  | ({ readonly type: 'verified' } & Of<'verify'>)
  | ({ readonly type: 'corrected' } & Of<'correct'>);

/** The one account of a person: its id is his, written with the letters an id may have. */
export function accountOf(person: string): string {
  return `account-${person.replace(/[^A-Za-z0-9]/g, (sign) => `-${sign.charCodeAt(0).toString(16)}-`)}`;
}
