import type { Theme } from '../office/office.ts';
import type { Brief, Note } from '../task/task.ts';

/** 报到中 · 联办中 · 已交付 · 已撤哨. Follows from the lights of its units. */
export type Status = 'mustering' | 'working' | 'delivered' | 'cancelled';

export interface Called {
  readonly unit: string;
  readonly role: 'lead' | 'assist';
  readonly need: string;
}

export interface Summoned extends Called, Note {
  /** Clocks this unit missed: it stays on the record after the unit came. */
  readonly late: readonly string[];
}

/** One blow of the whistle. Instants are epoch ms. */
export interface Whistle {
  readonly id: string;
  readonly status: Status;
  readonly theme: Theme;
  readonly subject: string;
  readonly brief: Brief;
  readonly units: readonly Summoned[];
  readonly partners: readonly string[];
  readonly meetAt?: number | undefined;
  readonly meetPlace?: string | undefined;
  readonly blownAt: number;
  readonly cancelled?: string;
}

export type Command =
  | {
      readonly type: 'blow';
      readonly theme: Theme;
      readonly subject: string;
      readonly units: readonly Called[];
      readonly brief: Brief;
      readonly meetAt?: number | undefined;
      readonly meetPlace?: string | undefined;
      readonly partners?: readonly string[] | undefined;
    }
  | ({ readonly type: 'note'; readonly late?: string | undefined } & Note)
  | { readonly type: 'cancel'; readonly words: string };

type Of<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'type'>;

export type Fact =
  | ({ readonly type: 'blown' } & Of<'blow'>)
  | ({ readonly type: 'noted' } & Of<'note'>)
  | { readonly type: 'delivered' }
  | ({ readonly type: 'cancelled' } & Of<'cancel'>);
