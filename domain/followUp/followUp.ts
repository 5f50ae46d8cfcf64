import type { Satisfied, Solved } from '../appeal/appeal.ts';
import type { Clocks, Mark } from '../kernel/deadlines.ts';
import type { Kind, Tier } from '../office/office.ts';
import type { ContactWay } from '../task/task.ts';
import type { Clock } from '../time/clock.ts';

/** 待回访 · 已回访 · 未联系上 · 不用回访了. */
export type Status = 'open' | 'reached' | 'unreached' | 'settled';

/** A try that reached nobody. `at` is epoch ms. */
export interface Attempt {
  readonly way: ContactWay;
  readonly words?: string | undefined;
  readonly at: number;
}

/** 三问：联系了没有、解决了没有、满意不满意. */
export interface Answers {
  /** The unit did get in touch with the resident. */
  readonly contacted: boolean;
  readonly solved: Solved;
  readonly satisfied: Satisfied;
  readonly words?: string | undefined;
}

/** One call to a resident about the reply of one round. Instants are epoch ms. */
export interface FollowUp {
  readonly id: string;
  readonly status: Status;
  readonly appeal: string;
  readonly number: string;
  readonly round: number;
  readonly matter?: string | undefined;
  readonly address?: string | undefined;
  /** On the list of calls; otherwise the resident is only waited for. */
  readonly called: boolean;
  /** Whose appeal it is, who collected, handled or reviewed it: none of them follows it up (采办分离). */
  readonly apart: readonly string[];
  readonly openedAt: number;
  readonly clocks: Clocks;
  readonly missed: readonly Mark[];
  readonly attempts: readonly Attempt[];
  /** So many tries, on so many days, are enough. */
  readonly enough: { readonly tries: number; readonly days: number };
  readonly answers?: Answers & { readonly at: number };
}

export type Command =
  | {
      readonly type: 'open';
      readonly appeal: string;
      readonly number: string;
      readonly round: number;
      readonly matter?: string | undefined;
      readonly address?: string | undefined;
      readonly kind?: Kind | undefined;
      readonly tier?: Tier | undefined;
      /** There is a number to call. */
      readonly callable: boolean;
      readonly apart: readonly string[];
    }
  | { readonly type: 'attempt'; readonly way: ContactWay; readonly words?: string | undefined }
  | ({ readonly type: 'record' } & Answers)
  | { readonly type: 'settle' };

type Of<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'type'>;

export type Fact =
  | ({
      readonly type: 'opened';
      readonly called: boolean;
      readonly enough: FollowUp['enough'];
      readonly due: Clock;
      readonly wait: Clock;
    } & Omit<Of<'open'>, 'kind' | 'tier' | 'callable'>)
  | ({ readonly type: 'attempted' } & Of<'attempt'>)
  | ({ readonly type: 'recorded' } & Of<'record'>)
  | { readonly type: 'gaveUp' }
  | { readonly type: 'settled' };
