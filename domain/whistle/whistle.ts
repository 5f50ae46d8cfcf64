import type { Clocks, Mark } from '../kernel/deadlines.ts';
import type { Approval, Point, Theme } from '../office/office.ts';
import type { Brief } from '../task/brief.ts';
import type { Note } from '../task/news.ts';
import type { TaskRole } from '../task/task.ts';
import type { Clock } from '../time/clock.ts';

/** 待审批 · 报到中 · 联办中 · 已交付 · 已评哨 · 已归档；退回、撤哨。Once blown it follows from the lights of its units. */
export type Status =
  | 'pendingApproval'
  | 'mustering'
  | 'working'
  | 'delivered'
  | 'evaluated'
  | 'archived'
  | 'returned'
  | 'cancelled';

/** 为什么非吹不可：街道已经办过 · 街道没有职权 · 情况紧急. */
export interface Grounds {
  readonly because: 'tried' | 'noAuthority' | 'danger';
  readonly words: string;
}

export interface Called {
  readonly unit: string;
  readonly role: Exclude<TaskRole, 'partner'>;
  readonly need: string;
}

/** 联办方和请它做的事. */
export interface Help {
  readonly unit: string;
  readonly need: string;
}

export interface Summoned extends Called, Note {
  /** Clocks this unit missed: it stays on the record after the unit came. */
  readonly late: readonly string[];
}

export interface Helping extends Help, Note {}

/** What somebody calls the units with. Instants are epoch ms. */
export interface Call {
  readonly theme: Theme;
  readonly subject: string;
  readonly grounds: Grounds;
  readonly units: readonly Called[];
  readonly partners?: readonly Help[] | undefined;
  readonly meetAt?: number | undefined;
  readonly meetPlace?: string | undefined;
  readonly meetPoint?: Point | undefined;
  /** 报到码, told on the spot by the street; in no view of a unit. */
  readonly code?: string | undefined;
  /** Reporting in from afar is enough. */
  readonly online?: boolean | undefined;
  /** 计划完成的时刻, in place of the theme's own term. */
  readonly planAt?: number | undefined;
  /** The alert under which it is blown: its clocks are shorter. */
  readonly alert?: string | undefined;
}

/** 双考核之一：街道给部门打分，各 1 至 5 分. */
export interface Score {
  readonly unit: string;
  readonly reportIn: number;
  readonly handling: number;
  readonly result: number;
  readonly words?: string | undefined;
}

/** 双考核之二：部门说这一哨吹得有没有必要. */
export interface Verdict {
  readonly unit: string;
  readonly valid: boolean;
  readonly words?: string | undefined;
  readonly at: number;
}

export interface Escalation {
  readonly unit: string;
  readonly because: 'red' | 'refused';
  readonly words: string;
  readonly at: number;
}

/** One blow of the whistle. Instants are epoch ms. */
export interface Whistle extends Omit<Call, 'units' | 'partners'> {
  readonly id: string;
  readonly status: Status;
  readonly brief: Brief;
  readonly units: readonly Summoned[];
  readonly partners: readonly Helping[];
  /** Who composed it: somebody else approves it. */
  readonly blower: string;
  /** Whose word it waits for, or waited for. */
  readonly approval: Approval;
  readonly askedAt: number;
  readonly blownAt?: number;
  readonly confirmedAt?: number;
  readonly clocks: Clocks;
  readonly missed: readonly Mark[];
  readonly escalations: readonly Escalation[];
  readonly scores: readonly Score[];
  readonly verdicts: readonly Verdict[];
  /** Why it was returned or called off. */
  readonly ended?: string;
}

export type Command =
  | ({ readonly type: 'blow'; readonly brief?: Brief | undefined } & Call)
  | { readonly type: 'approve' }
  | { readonly type: 'return'; readonly words: string }
  | { readonly type: 'confirm' }
  | ({ readonly type: 'note'; readonly late?: string | undefined } & Note)
  | ({ readonly type: 'escalate' } & Omit<Escalation, 'at'>)
  | { readonly type: 'evaluate'; readonly scores: readonly Score[] }
  | ({ readonly type: 'judge' } & Omit<Verdict, 'unit' | 'at'>)
  | { readonly type: 'rebrief'; readonly brief: Brief }
  | { readonly type: 'cancel'; readonly words: string };

type Of<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'type'>;

/** What sounds with the whistle: the clock of its plan, how fast clocks run, and until when a leader confirms it. */
export interface Sounding {
  readonly plan?: Clock;
  /** Share of the usual terms, under an alert. */
  readonly pace?: number;
  readonly confirm?: Clock;
}

export type Fact =
  | ({
      readonly type: 'asked';
      readonly brief: Brief;
      readonly approval: Approval;
      readonly approve: Clock;
    } & Call)
  | ({ readonly type: 'blown'; readonly brief: Brief } & Call & Sounding)
  | ({ readonly type: 'approved' } & Sounding)
  | ({ readonly type: 'returned' } & Of<'return'>)
  | { readonly type: 'confirmed' }
  | ({ readonly type: 'noted' } & Of<'note'>)
  | ({ readonly type: 'escalated' } & Of<'escalate'>)
  | { readonly type: 'delivered'; readonly evaluate: Clock }
  | ({ readonly type: 'evaluated'; readonly archive: Clock } & Of<'evaluate'>)
  | ({ readonly type: 'judged'; readonly unit: string } & Of<'judge'>)
  | ({ readonly type: 'rebriefed' } & Of<'rebrief'>)
  | ({ readonly type: 'cancelled' } & Of<'cancel'>);
