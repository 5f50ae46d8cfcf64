import type { Clocks, Mark } from '../kernel/deadlines.ts';
import type { Point, Theme } from '../office/office.ts';
import type { Clock } from '../time/clock.ts';

/** 单位手里的任务。一次派单或一声哨，每个单位一件. */
export type Status =
  | 'pending'
  | 'acknowledged'
  | 'onTheWay'
  | 'reportedIn'
  | 'handling'
  | 'submitted'
  | 'accepted'
  | 'released';

export type Outcome = 'solved' | 'partly' | 'unsolved';
export type ContactWay = 'phone' | 'visit' | 'message';

/** What a unit's list shows of the appeal without opening it: no words of the resident, no name. */
export interface Brief {
  readonly appeal?: string | undefined;
  readonly number?: string | undefined;
  readonly matter?: string | undefined;
  readonly address?: string | undefined;
  readonly grid?: string | undefined;
  /** What it is about, where it hangs on no appeal. */
  readonly title?: string | undefined;
  /** 再次办理：the head of the unit hands it in. */
  readonly byLeader?: boolean;
}

export interface Task {
  readonly id: string;
  readonly status: Status;
  readonly unit: string;
  readonly role: 'lead' | 'assist';
  readonly need?: string | undefined;
  readonly brief: Brief;
  readonly whistle?: string | undefined;
  readonly theme?: Theme | undefined;
  readonly assignedAt: number;
  readonly clocks: Clocks;
  readonly missed: readonly Mark[];
  readonly reportedInAt?: number;
  readonly contacts: number;
  readonly works: number;
  readonly result?: { readonly words: string; readonly outcome: Outcome; readonly at: number };
  readonly sentBack?: string;
  /** The lead has replied to the resident on what it handed in. */
  readonly answered?: boolean;
}

/** News of a task for those it hangs on. `asOf` is the task's event it stands on. */
export interface Note {
  readonly task: string;
  readonly status: Status;
  readonly asOf: number;
}

/** The list with the news in it, unless newer news was there before. */
export function withNews<Ref extends Note>(refs: readonly Ref[], { task, status, asOf }: Note): Ref[] {
  return refs.map((ref) => (ref.task === task && ref.asOf < asOf ? { ...ref, status, asOf } : ref));
}

export type Command =
  | {
      readonly type: 'assign';
      readonly unit: string;
      readonly role: 'lead' | 'assist';
      readonly need?: string | undefined;
      readonly brief: Brief;
      readonly finish?: Clock | undefined;
      readonly whistle?: string | undefined;
      readonly theme?: Theme | undefined;
    }
  | { readonly type: 'acknowledge' }
  | { readonly type: 'setOut' }
  | {
      readonly type: 'reportIn';
      readonly way: 'onsite' | 'online';
      readonly point?: Point | undefined;
      readonly words?: string | undefined;
    }
  | { readonly type: 'contact'; readonly way: ContactWay; readonly words: string }
  | {
      readonly type: 'work';
      readonly words: string;
      readonly photos: readonly string[];
      readonly shared: boolean;
    }
  | {
      readonly type: 'submit';
      readonly words: string;
      readonly outcome: Outcome;
      readonly photos: readonly string[];
    }
  | { readonly type: 'answer' }
  | { readonly type: 'accept' }
  | { readonly type: 'return'; readonly words: string }
  | { readonly type: 'redo'; readonly words: string; readonly due: Clock; readonly byLeader?: boolean }
  | { readonly type: 'release'; readonly words: string };

type Of<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'type'>;

export type Fact =
  | ({ readonly type: 'assigned'; readonly clocks: Clocks } & Omit<Of<'assign'>, 'finish'>)
  | { readonly type: 'acknowledged' }
  | { readonly type: 'setOut' }
  | ({ readonly type: 'reportedIn' } & Of<'reportIn'>)
  | ({ readonly type: 'contacted' } & Of<'contact'>)
  | ({ readonly type: 'worked' } & Of<'work'>)
  | ({ readonly type: 'submitted' } & Of<'submit'>)
  | { readonly type: 'answered' }
  | { readonly type: 'accepted' }
  | ({ readonly type: 'returned' } & Of<'return'>)
  | ({ readonly type: 'redone' } & Of<'redo'>)
  | ({ readonly type: 'released' } & Of<'release'>);
