import type { Clocks, Mark } from '../kernel/deadlines.ts';
import type { Kind, Point, Theme, Tier } from '../office/office.ts';
import type { Note, Status as TaskStatus } from '../task/task.ts';
import type { Clock } from '../time/clock.ts';

/** 诉求的状态。`closed` is not `solved`: the reason says which. */
export type Status =
  | 'submitted'
  | 'accepted'
  | 'consulting'
  | 'dispatched'
  | 'inProgress'
  | 'replied'
  | 'awaitingRating'
  | 'reworking'
  | 'closed'
  | 'declined'
  | 'withdrawn';

/** 公开 · 隐名（承办单位不见姓名电话）· 匿名（谁也不见）. */
export type Identity = 'open' | 'nameHidden' | 'anonymous';
export type Solved = 'solved' | 'partly' | 'unsolved';
export type Satisfied = 'satisfied' | 'basically' | 'neutral' | 'dissatisfied';
export type CloseReason = 'solved' | 'partlySolved' | 'explained' | 'unreachable' | 'answered';
/** 《北京市接诉即办工作条例》第十一条第一款（一）至（六）项. */
export type DeclineBranch =
  | 'emergency'
  | 'otherProcedure'
  | 'sameMatter'
  | 'secret'
  | 'beyondDuty'
  | 'unlawful';

export interface Place {
  readonly point?: Point | undefined;
  readonly address?: string | undefined;
  readonly grid?: string | undefined;
}

export interface Someone {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
}

export interface TaskRef {
  readonly task: string;
  readonly unit: string;
  readonly role: 'lead' | 'assist';
  readonly status: TaskStatus;
  /** The task's event this stands on: older news that comes late is passed over. */
  readonly asOf: number;
}

export interface Reply {
  readonly text: string;
  readonly outcome: Solved;
  readonly photos: readonly string[];
  readonly unit: string;
  readonly at: number;
  /** The street has let it through to the resident. */
  readonly passed: boolean;
}

export interface Rating {
  readonly solved: Solved;
  readonly satisfied: Satisfied;
  readonly words?: string | undefined;
  readonly at: number;
}

/** One citizen request. Instants are epoch ms, `round` counts how often it was handled again. */
export interface Appeal {
  readonly id: string;
  readonly number: string;
  readonly status: Status;
  /** Whose appeal it is; for one written on behalf of somebody, the worker who wrote it. */
  readonly owner: string;
  readonly collector?: string | undefined;
  readonly onBehalfOf?: Someone | undefined;
  readonly identity: Identity;
  readonly contact: Someone;
  readonly text: string;
  readonly photos: readonly string[];
  readonly place?: Place | undefined;
  readonly matter?: string | undefined;
  readonly kind?: Kind;
  readonly tier?: Tier;
  readonly submittedAt: number;
  /** When its matter or its units were last decided: what the router learns from. */
  readonly sortedAt?: number;
  /** The matter that was proposed when it was accepted. */
  readonly proposed?: string | undefined;
  readonly clocks: Clocks;
  readonly missed: readonly Mark[];
  readonly tasks: readonly TaskRef[];
  /** The whistle its tasks hang on now. */
  readonly whistle?: string | undefined;
  readonly round: number;
  readonly reply?: Reply;
  /** Who wrote the reply: somebody else reviews it (采办分离). */
  readonly repliedBy?: string;
  /** Of the reply that stands; a new reply is not yet rated. */
  readonly rating?: Rating | undefined;
  readonly end?: {
    readonly reason: CloseReason | DeclineBranch | 'withdrawn';
    readonly words?: string | undefined;
    readonly at: number;
  };
}

export interface Assignment {
  readonly unit: string;
  readonly role: 'lead' | 'assist';
  readonly need?: string | undefined;
}

export interface WhistleCall {
  readonly theme: Theme;
  readonly subject: string;
  readonly units: readonly (Assignment & { readonly need: string })[];
  readonly meetAt?: number | undefined;
  readonly meetPlace?: string | undefined;
  readonly partners?: readonly string[] | undefined;
}

export type Command =
  | {
      readonly type: 'submit';
      readonly text: string;
      readonly photos: readonly string[];
      readonly place?: Place | undefined;
      readonly matter?: string | undefined;
      readonly identity: Identity;
      readonly contact?: Someone | undefined;
      readonly onBehalfOf?: (Someone & { readonly consent: string }) | undefined;
    }
  | {
      readonly type: 'accept';
      readonly kind: Kind;
      readonly tier: Tier;
      readonly matter: string;
      /** What the router had proposed: both are kept. */
      readonly proposed?: string | undefined;
    }
  | { readonly type: 'decline'; readonly branch: DeclineBranch; readonly words: string }
  | { readonly type: 'dispatch'; readonly units: readonly Assignment[] }
  | ({ readonly type: 'whistle' } & WhistleCall)
  | ({ readonly type: 'note' } & Note)
  | { readonly type: 'recall'; readonly whistle: string; readonly words: string }
  | {
      readonly type: 'reply';
      readonly text: string;
      readonly outcome: Solved;
      readonly photos: readonly string[];
    }
  | { readonly type: 'review'; readonly pass: boolean; readonly words?: string | undefined }
  | {
      readonly type: 'rate';
      readonly solved: Solved;
      readonly satisfied: Satisfied;
      readonly words?: string | undefined;
    }
  | { readonly type: 'redo'; readonly words: string }
  | {
      readonly type: 'close';
      readonly reason: Exclude<CloseReason, 'solved' | 'partlySolved'>;
      readonly words: string;
    }
  | { readonly type: 'withdraw'; readonly words?: string | undefined };

type Of<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'type'>;

/** The limit of an appeal given out again after a reply that did not solve it. */
interface Again {
  readonly redo?: Clock;
}

export type Fact =
  | ({
      readonly type: 'submitted';
      readonly number: string;
      readonly collector?: string | undefined;
      readonly clock: Clock;
    } & Of<'submit'>)
  | ({ readonly type: 'accepted'; readonly dispatch: Clock; readonly finish: Clock } & Of<'accept'>)
  | ({ readonly type: 'declined'; readonly basis: string } & Of<'decline'>)
  | ({ readonly type: 'dispatched'; readonly units: readonly Assignment[] } & Again)
  | ({ readonly type: 'whistled' } & WhistleCall & Again)
  | ({ readonly type: 'noted' } & Note)
  | ({ readonly type: 'replied'; readonly unit: string; readonly review: Clock } & Of<'reply'>)
  | { readonly type: 'passed'; readonly text: string; readonly photos: readonly string[] }
  | { readonly type: 'returned'; readonly words: string }
  | ({ readonly type: 'rated' } & Of<'rate'>)
  | { readonly type: 'redone'; readonly round: number; readonly words: string; readonly redo: Clock }
  | {
      readonly type: 'consulted';
      readonly round: number;
      readonly words: string;
      readonly dispatch: Clock;
    }
  | { readonly type: 'closed'; readonly reason: CloseReason; readonly words?: string | undefined }
  | ({ readonly type: 'withdrawn' } & Of<'withdraw'>);
