import type { Clocks, Mark } from '../kernel/deadlines.ts';
import type { Brief } from '../task/brief.ts';
import type { Clock } from '../time/clock.ts';

/** 已提出 · 成立 · 不成立 · 逾期未裁. */
export type Status = 'raised' | 'upheld' | 'overruled' | 'expired';

/** One unit's objection to one appeal: there is never a second one. Instants are epoch ms. */
export interface Objection {
  readonly id: string;
  readonly status: Status;
  readonly task: string;
  readonly unit: string;
  readonly brief: Brief & { readonly appeal: string };
  /** The clause of its duties that says it is not its business. */
  readonly duty: string;
  /** The unit whose business it is. */
  readonly owner: string;
  readonly raisedBy: string;
  readonly raisedAt: number;
  readonly clocks: Clocks;
  readonly missed: readonly Mark[];
  readonly decided?: { readonly words?: string | undefined; readonly at: number };
}

export type Command =
  | {
      readonly type: 'raise';
      readonly task: string;
      readonly unit: string;
      readonly duty: string;
      readonly owner: string;
      readonly brief: Objection['brief'];
    }
  | { readonly type: 'uphold'; readonly words: string }
  | { readonly type: 'overrule'; readonly words: string };

type Of<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'type'>;

export type Fact =
  | ({ readonly type: 'raised'; readonly decide: Clock } & Of<'raise'>)
  | ({ readonly type: 'upheld' } & Of<'uphold'>)
  | ({ readonly type: 'overruled' } & Of<'overrule'>);

/** Where the objection of a unit to an appeal stands: the second one would be the same one. */
export function objectionOf(appeal: string, unit: string): string {
  return `${appeal}-o-${unit}`;
}
