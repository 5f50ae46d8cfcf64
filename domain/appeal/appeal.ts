import type { Clocks, Mark } from '../kernel/deadlines.ts';
import type { Kind, Point, RequestKind, Tier } from '../office/office.ts';
import type { HoldReason, Measure } from '../request/request.ts';
import type { Supervision } from '../supervision/supervision.ts';
import type { Contacted } from '../task/news.ts';
import type { TaskRole, Status as TaskStatus } from '../task/task.ts';
import type { ClimbReason, Lower, Step } from '../topic/steps.ts';
import type { Recording, Transcript } from './recording.ts';

/** 诉求的状态。`closed` is not `solved`: the reason says which. */
export type Status =
  | 'submitted'
  | 'needsInfo'
  | 'accepted'
  | 'consulting'
  | 'dispatched'
  | 'inProgress'
  | 'onHold'
  | 'replied'
  | 'awaitingRating'
  | 'reworking'
  | 'closed'
  | 'declined'
  | 'transferred'
  | 'merged'
  | 'withdrawn';

/** 公开 · 隐名（承办单位不见姓名电话）· 匿名（谁也不见）. */
export type Identity = 'open' | 'nameHidden' | 'anonymous';
/** What somebody is to an appeal. */
export type Relation = 'owner' | 'coordinator' | 'supervisor' | 'unit' | 'accused' | 'grid';
export type Solved = 'solved' | 'partly' | 'unsolved';
/** 移送给谁. */
export type Channel =
  | 'police'
  | 'fire'
  | 'ambulance'
  | 'traffic'
  | 'discipline'
  | 'petition'
  | 'court'
  | 'arbitration'
  | 'review'
  | 'legalAid';
export type Satisfied = 'satisfied' | 'basically' | 'neutral' | 'dissatisfied';
export type CloseReason =
  | 'solved'
  | 'partlySolved'
  | 'explained'
  | 'unreachable'
  | 'unrated'
  | 'answered'
  | 'terminated';
/** 《北京市接诉即办工作条例》第十一条第一款（一）至（六）项. */
export type DeclineBranch =
  | 'emergency'
  | 'otherProcedure'
  | 'sameMatter'
  | 'secret'
  | 'beyondDuty'
  | 'unlawful';

/** Why it ended, whichever way. */
export type EndReason = CloseReason | DeclineBranch | 'withdrawn' | 'unanswered' | 'transferred';
/** 可以申请的. A second extension is asked for like the first. */
export type AskKind = Exclude<RequestKind, 'extendAgain'>;

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
  readonly role: TaskRole;
  readonly status: TaskStatus;
  /** The task's event this stands on: older news that comes late is passed over. */
  readonly asOf: number;
  readonly interim?: true | undefined;
  readonly recused?: readonly string[] | undefined;
  readonly contacted?: Contacted | undefined;
  /** Given to this step below the street. */
  readonly step?: Lower | undefined;
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
  /** Whether the unit had been in touch, as the resident said when he was called back; he tapped it himself where absent. */
  readonly contacted?: boolean;
  /** By somebody of the office, whether for another or for himself. */
  readonly byStaff?: true;
  readonly at: number;
}

/** One step up the ladder. `at` is epoch ms. */
export interface Hop {
  readonly step: Step;
  readonly reason: ClimbReason;
  readonly at: number;
}

/** What a content check says: `review` and `risky` are for a person to look at. */
export type Verdict = 'pass' | 'review' | 'risky';

/** What the content check has said so far; what is missing has not been checked. */
export interface Checked {
  readonly text?: Verdict;
  /** Of every photo and every recording, by its file. */
  readonly photos: Readonly<Record<string, Verdict>>;
  /** A person has looked, and lets others see it or not. */
  readonly shown?: boolean;
  /** What was written later for others to read: by the number of its event, or by task and number. */
  readonly later?: Readonly<Record<string, Later>>;
}

/** Words and photos of one event, as far as they have been checked; those of photos are with all the others. */
export interface Later {
  readonly text?: Verdict;
  readonly photos: readonly string[];
  readonly shown?: boolean;
  /** The reply to the resident. */
  readonly reply?: true;
}

export interface Ended {
  readonly reason: EndReason;
  readonly words?: string | undefined;
  readonly basis?: string | undefined;
  readonly channel?: Channel;
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
  /** What was spoken instead of written, or beside it. */
  readonly recordings?: readonly Recording[] | undefined;
  readonly transcript?: Transcript;
  readonly place?: Place | undefined;
  readonly matter?: string | undefined;
  readonly kind?: Kind;
  readonly tier?: Tier;
  /** 未诉先办: found by the grid itself, before anybody complained. */
  readonly patrol?: true;
  readonly submittedAt: number;
  /** When its matter or its units were last decided: what the router learns from. */
  readonly sortedAt?: number;
  /** The matter that was proposed when it was accepted. */
  readonly proposed?: string | undefined;
  /** First given out. */
  readonly dispatchedAt?: number;
  /** How often given out: 流转次数. */
  readonly dispatches?: number;
  readonly clocks: Clocks;
  readonly missed: readonly Mark[];
  readonly tasks: readonly TaskRef[];
  /** The whistle its tasks hang on now. */
  readonly whistle?: string | undefined;
  /** The whistle that waits for approval. */
  readonly whistleAsked?: string | undefined;
  readonly round: number;
  /** Only where the office has contents checked. */
  readonly check?: Checked;
  readonly reply?: Reply;
  /** Who wrote the reply: somebody else reviews it (采办分离). */
  readonly repliedBy?: string;
  /** What the street asked the resident last, and whether it can go on without an answer. */
  readonly questions?: readonly string[] | undefined;
  readonly vital?: boolean;
  readonly unanswered?: true;
  /** 不予受理第（六）项，等第二个人. */
  readonly declineProposal?:
    | { readonly branch: DeclineBranch; readonly words: string; readonly by: string }
    | undefined;
  readonly declinedBy?: string;
  /** When the resident asked for a review of a refusal: once. */
  readonly contested?: number;
  /** The unit complained about: never the lead, and it does not learn from whom. */
  readonly accused?: string | undefined;
  /** Of the reply that stands; a new reply is not yet rated. */
  readonly rating?: Rating | undefined;
  /** The follow-up of the last reply. */
  readonly followUp?: string;
  /** Who handled, replied or reviewed, by id. */
  readonly hands: readonly string[];
  /** 负责人亲自办：the head of the lead unit hands in and replies. */
  readonly byLeader?: boolean;
  readonly supervisions: readonly Pick<Supervision, 'id' | 'unit' | 'kind' | 'cause'>[];
  /** The street, or above it; what is with a grid is known by who leads it. */
  readonly step: Step;
  readonly climbs: readonly Hop[];
  /** It waits for a meeting. */
  readonly onAgenda: boolean;
  readonly end?: Ended | undefined;
  /** 并案: the appeal it goes with, and how that stands as far as is known here. */
  readonly parent?:
    | {
        readonly id: string;
        readonly number?: string;
        readonly status?: Status;
        readonly asOf: number;
      }
    | undefined;
  /** It was never written, only followed. */
  readonly follows?: true;
  readonly followers: readonly { readonly id: string; readonly number: string; readonly owner: string }[];
  readonly givenOutAt?: number;
  readonly urges: number;
  readonly urgedAt?: number;
  readonly reopenedAt?: number;
  /** The closed appeal whose trouble came back, and the other way round. */
  readonly relapseOf?: string | undefined;
  readonly relapsedBy?: string;
  /** 回避: who of the street stays out of it. */
  readonly recused: readonly string[];
  /** Who may see, until when, whose appeal with a hidden name it is. */
  readonly unmasked: readonly Unmasking[];
  /** Requests not decided yet. */
  readonly requests?: readonly { readonly request: string; readonly kind: RequestKind }[];
  /** The hold it is in, or the last one it was in; `before`: where it goes on. */
  readonly hold?: {
    readonly reason: HoldReason;
    readonly words: string;
    readonly before: Status;
    readonly times: number;
  };
  /** 核定的三率里不计的. */
  readonly excluded?: { readonly measures: readonly Measure[]; readonly words: string; readonly at: number };
  /** 会商指定或裁定过，不能再退. */
  readonly locked?: true;
  /** Units whose objections are not decided yet. */
  readonly disputes?: readonly string[];
  /** How many objections were upheld. */
  readonly returns?: number;
  /** The unit named by the objection that was upheld. */
  readonly suggested?: string | undefined;
}

interface Unmasking {
  readonly person: string;
  readonly purpose: string;
  readonly until: number;
}

export interface Assignment {
  readonly unit: string;
  readonly role: 'lead' | 'assist' | 'inform';
  readonly need?: string | undefined;
  /** Below the street. */
  readonly step?: Lower | undefined;
}
