import type { Clocks, Mark } from '../kernel/deadlines.ts';
import type { Brief } from '../task/brief.ts';
import type { Clock, Term } from '../time/clock.ts';

/** 已提出 · 已签署 · 已批准 · 不批准 · 逾期未批 · 已收回. */
export type Status = 'raised' | 'endorsed' | 'granted' | 'refused' | 'expired' | 'takenBack';

/** 挂账的六种情形. */
export type HoldReason = 'season' | 'works' | 'funds' | 'ownership' | 'lawsuit' | 'policy';

/** 三率里可以剔除的. */
export type Measure = 'response' | 'resolution' | 'satisfaction';

/** What is asked for and why. */
export type Plea =
  | {
      readonly kind: 'hold';
      readonly reason: HoldReason;
      /** The plan, told to the resident. */
      readonly words: string;
      /** Days until the review. */
      readonly days: number;
    }
  | ({
      readonly kind: 'extend' | 'extendAgain';
      /** Told to the resident. */
      readonly words: string;
    } & Term)
  | { readonly kind: 'terminate'; readonly basis: string; readonly words: string }
  | { readonly kind: 'exclude'; readonly measures: readonly Measure[]; readonly words: string }
  | { readonly kind: 'unmask'; readonly words: string };

export interface Request {
  readonly id: string;
  readonly status: Status;
  readonly plea: Plea;
  readonly brief: Brief & { readonly appeal: string };
  readonly asker: Asker;
  /** The task of the unit that asks. */
  readonly task?: string | undefined;
  readonly raisedAt: number;
  readonly clocks: Clocks;
  readonly missed: readonly Mark[];
  readonly endorsed?: Decision;
  readonly decided?: Decision;
}

interface Asker {
  readonly id: string;
  readonly unit?: string | undefined;
}

/** Who said what of it, and when. */
export interface Decision {
  readonly by: string;
  readonly words?: string | undefined;
  readonly at: number;
}

export type Command =
  | ({ readonly type: 'raise' } & Pick<Request, 'plea' | 'brief' | 'task'>)
  | { readonly type: 'endorse'; readonly words: string }
  | { readonly type: 'grant'; readonly words?: string | undefined }
  | { readonly type: 'refuse'; readonly words: string }
  | { readonly type: 'takeBack'; readonly words?: string | undefined };

type Of<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'type'>;

export type Fact =
  | ({ readonly type: 'raised'; readonly asker: Asker; readonly decide: Clock } & Of<'raise'>)
  | ({ readonly type: 'endorsed'; readonly decide: Clock } & Of<'endorse'>)
  | ({ readonly type: 'granted' } & Of<'grant'>)
  | ({ readonly type: 'refused' } & Of<'refuse'>)
  | ({ readonly type: 'takenBack' } & Of<'takeBack'>);
