import type { Agenda } from '../topic/steps.ts';
import type { Decision } from '../topic/topic.ts';

/** 已召集 · 已开完 · 已取消. */
export type Status = 'convened' | 'held' | 'cancelled';

/** One topic dealt with. Instants are epoch ms. */
export interface Resolved {
  readonly topic: string;
  readonly decision: Decision;
  readonly at: number;
}

/** One sitting. What it has to deal with are the topics that wait for a meeting of its kind. */
export interface Meeting {
  readonly id: string;
  readonly status: Status;
  readonly kind: Agenda;
  readonly meetAt: number;
  readonly place?: string | undefined;
  readonly resolved: readonly Resolved[];
  /** 会议纪要. */
  readonly minutes?: string;
}

export type Command =
  | {
      readonly type: 'convene';
      readonly kind: Agenda;
      readonly meetAt: number;
      readonly place?: string | undefined;
    }
  | {
      readonly type: 'resolve';
      readonly topic: string;
      readonly way: Decision['way'];
      readonly words: string;
      /** Only of what is given out. */
      readonly lead?: string | undefined;
      readonly assists?: readonly string[] | undefined;
      readonly dueAt?: number | undefined;
    }
  | { readonly type: 'conclude'; readonly words: string }
  | { readonly type: 'cancel'; readonly words: string };

type Of<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'type'>;

export type Fact =
  | ({ readonly type: 'convened' } & Of<'convene'>)
  | { readonly type: 'resolved'; readonly topic: string; readonly decision: Decision }
  | ({ readonly type: 'concluded' } & Of<'conclude'>)
  | ({ readonly type: 'cancelled' } & Of<'cancel'>);
