import type { Clocks, Mark } from '../kernel/deadlines.ts';
import type { Kind, Point, Theme, Tier } from '../office/office.ts';
import type { Status as TaskStatus } from '../task/task.ts';

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
/** What somebody is to an appeal. */
export type Relation = 'owner' | 'coordinator' | 'unit' | 'grid';
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

/** What a content check says: `review` and `risky` are for a person to look at. */
export type Verdict = 'pass' | 'review' | 'risky';

/** What the content check has said so far; what is missing has not been checked. */
export interface Checked {
  readonly text?: Verdict;
  readonly photos: Readonly<Record<string, Verdict>>;
  /** A person has looked, and lets others see it or not. */
  readonly shown?: boolean;
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
  readonly clocks: Clocks;
  readonly missed: readonly Mark[];
  readonly tasks: readonly TaskRef[];
  /** The whistle its tasks hang on now. */
  readonly whistle?: string | undefined;
  readonly round: number;
  /** Only where the office has contents checked. */
  readonly check?: Checked;
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
