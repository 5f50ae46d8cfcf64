import type { Clock } from '../time/clock.ts';
import type { Agenda, ClimbReason } from './steps.ts';

/** 待议 · 已交办 · 已了结 · 已报区. */
export type Status = 'open' | 'assigned' | 'closed' | 'reported';

/** The appeal a topic hangs on, as a list shows it: no words of the resident. */
export interface About {
  readonly appeal: string;
  readonly number: string;
  readonly matter?: string | undefined;
  readonly address?: string | undefined;
}

export interface Hop {
  readonly agenda: Agenda;
  readonly reason: ClimbReason;
  readonly words?: string | undefined;
  readonly at: number;
}

/** Who does it now, and by when. `dueAt` is epoch ms. */
export interface Mandate {
  readonly lead: string;
  readonly assists: readonly string[];
  readonly dueAt: number;
}

/** What a meeting decided on one topic. */
export type Decision =
  | ({ readonly way: 'assign'; readonly words: string } & Mandate)
  | { readonly way: 'climb'; readonly words: string }
  | { readonly way: 'close'; readonly words: string };

export interface Decided {
  readonly meeting: string;
  readonly agenda: Agenda;
  readonly decision: Decision;
  readonly at: number;
}

/** Something a meeting has to decide. One that hangs on an appeal comes back as often as that does. */
export interface Topic {
  readonly id: string;
  readonly status: Status;
  readonly agenda: Agenda;
  readonly title?: string | undefined;
  readonly about?: About | undefined;
  readonly raisedAt: number;
  readonly hops: readonly Hop[];
  readonly decided: readonly Decided[];
}

export type Command =
  | {
      readonly type: 'raise';
      readonly agenda: Agenda;
      readonly reason: ClimbReason;
      readonly title?: string | undefined;
      readonly words?: string | undefined;
      readonly about?: About | undefined;
    }
  | {
      readonly type: 'decide';
      readonly meeting: string;
      readonly agenda: Agenda;
      readonly decision: Decision;
    }
  | { readonly type: 'settle'; readonly words: string };

type Of<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'type'>;

export type Fact =
  | ({ readonly type: 'raised' } & Of<'raise'>)
  | ({ readonly type: 'decided'; readonly due?: Clock } & Of<'decide'>)
  | ({ readonly type: 'settled' } & Of<'settle'>);
