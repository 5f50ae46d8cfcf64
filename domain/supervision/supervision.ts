import type { Clocks, Mark } from '../kernel/deadlines.ts';
import type { Clock } from '../time/clock.ts';

/** 待说明 · 已说明 · 已解除. */
export type Status = 'open' | 'answered' | 'lifted';

/** 日常督办 · 挂牌督办 · 约谈督办（《潍坊市12345政务服务便民热线条例》第二十六条）. */
export type Kind = 'routine' | 'listed' | 'interview';

/** 有人发起 · 三次催办 · 办理超时 · 推诿不办. */
export type Cause = 'manual' | 'urged' | 'overdue' | 'refused';

/** The street presses one unit about one appeal. Instants are epoch ms. */
export interface Supervision {
  readonly id: string;
  readonly status: Status;
  readonly kind: Kind;
  readonly cause: Cause;
  readonly unit: string;
  readonly words: string;
  readonly appeal: string;
  readonly number: string;
  readonly matter?: string | undefined;
  readonly address?: string | undefined;
  /** Opened by somebody above the desk, and lifted by nobody below. */
  readonly high: boolean;
  readonly openedAt: number;
  readonly clocks: Clocks;
  readonly missed: readonly Mark[];
  readonly answer?: { readonly words: string; readonly at: number };
  readonly lifted?: { readonly words: string; readonly at: number };
}

export type Command =
  | ({
      readonly type: 'open';
      /** When the limit of the appeal ran out; only of one that is overdue. */
      readonly expiredAt?: number | undefined;
    } & Pick<
      Supervision,
      'kind' | 'cause' | 'unit' | 'words' | 'appeal' | 'number' | 'matter' | 'address' | 'high'
    >)
  | { readonly type: 'answer'; readonly words: string }
  | { readonly type: 'lift'; readonly words: string }
  | { readonly type: 'settle'; readonly words: string };

type Of<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'type'>;

export type Fact =
  | ({
      readonly type: 'opened';
      readonly answer: Clock;
      /** 催办通知书. */
      readonly letter: Clock;
      /** 通报. */
      readonly circular?: Clock;
    } & Omit<Of<'open'>, 'expiredAt'>)
  | ({ readonly type: 'answered' } & Of<'answer'>)
  | ({ readonly type: 'lifted' } & Of<'lift'>);
