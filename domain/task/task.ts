import type { Clocks, Mark } from '../kernel/deadlines.ts';
import type { Point, Theme } from '../office/office.ts';
import type { Clock } from '../time/clock.ts';
import type { Lower } from '../topic/steps.ts';
import type { Brief } from './brief.ts';
import type * as leave from './leave.ts';

/** 单位手里的任务。一次派单或一声哨，每个单位一件. */
export type Status =
  | 'pending'
  | 'acknowledged'
  | 'onTheWay'
  | 'reportedIn'
  | 'handling'
  | 'submitted'
  | 'accepted'
  | 'released'
  | 'informed';

/** 主办 · 协办 · 知会（只看，没有时限）· 联办方（没有法定时限）. */
export type TaskRole = 'lead' | 'assist' | 'inform' | 'partner';
export type Outcome = 'solved' | 'partly' | 'unsolved';
export type ContactWay = 'phone' | 'visit' | 'message';

/** Where those called meet, and how they show that they came. `at` is epoch ms, `radius` metres. */
export interface Meet {
  readonly at?: number | undefined;
  readonly place?: string | undefined;
  readonly point?: Point | undefined;
  /** Said on the spot by the street. No view shows it to a unit. */
  readonly code?: string | undefined;
  readonly online?: boolean | undefined;
}

/** How a unit showed that it came: by the place its phone stood at, by the code, or the street saw it. `metres` from the meeting place. */
export interface Arrival {
  readonly way: 'onsite' | 'online';
  readonly proof?: 'place' | 'code' | 'street' | undefined;
  readonly metres?: number | undefined;
}

export interface Task {
  readonly id: string;
  readonly status: Status;
  readonly unit: string;
  readonly role: TaskRole;
  readonly need?: string | undefined;
  readonly brief: Brief;
  readonly whistle?: string | undefined;
  readonly theme?: Theme | undefined;
  readonly meet?: (Meet & { readonly radius: number }) | undefined;
  /** 指定了的、裁定过的：不能再退. */
  readonly locked?: true | undefined;
  /** Given to this step below the street first: what it cannot do goes up. */
  readonly step?: Lower | undefined;
  readonly objected?: true;
  readonly assignedAt: number;
  readonly clocks: Clocks;
  readonly missed: readonly Mark[];
  /** 到时没有签收，按已签收计，计入该单位. */
  readonly autoSigned?: true;
  readonly reportedInAt?: number;
  readonly arrival?: Arrival;
  /** Wrong codes said so far, and how many more are taken. */
  readonly miscodes?: number;
  readonly codesLeft?: number;
  readonly contacts: number;
  readonly works: number;
  /** 阶段性报告: how far it is, and why not further. */
  readonly interim?: { readonly words: string; readonly at: number };
  /** 回避: who of the unit stays out of it. */
  readonly recused: readonly string[];
  readonly result?: { readonly words: string; readonly outcome: Outcome; readonly at: number };
  readonly sentBack?: string;
  /** The lead has replied to the resident on what it handed in. */
  readonly answered?: boolean;
}

/** 知会的只看，一开始就到头了. */
export function firstStatus(role: TaskRole): Status {
  return role === 'inform' ? 'informed' : 'pending';
}

export type Command =
  | {
      readonly type: 'assign';
      readonly unit: string;
      readonly role: TaskRole;
      readonly need?: string | undefined;
      readonly brief: Brief;
      readonly finish?: Clock | undefined;
      readonly whistle?: string | undefined;
      readonly theme?: Theme | undefined;
      readonly meet?: Meet | undefined;
      /** Share of the usual terms, under an alert. */
      readonly pace?: number | undefined;
      readonly locked?: true | undefined;
      readonly step?: Lower | undefined;
      /** Who stays out of it from the beginning. */
      readonly recused?: readonly string[] | undefined;
    }
  | { readonly type: 'acknowledge' }
  | { readonly type: 'setOut' }
  | {
      readonly type: 'reportIn';
      readonly way: 'onsite' | 'online';
      readonly point?: Point | undefined;
      readonly code?: string | undefined;
      readonly words?: string | undefined;
    }
  | { readonly type: 'vouch'; readonly words: string }
  | { readonly type: 'contact'; readonly way: ContactWay; readonly words: string }
  | {
      readonly type: 'work';
      readonly words: string;
      readonly photos: readonly string[];
      readonly shared: boolean;
    }
  | { readonly type: 'interim'; readonly words: string }
  | {
      readonly type: 'submit';
      readonly words: string;
      readonly outcome: Outcome;
      readonly photos: readonly string[];
    }
  | { readonly type: 'done'; readonly words?: string | undefined }
  | { readonly type: 'recuse'; readonly words: string }
  | { readonly type: 'passUp'; readonly words: string }
  | { readonly type: 'answer' }
  | { readonly type: 'accept' }
  | { readonly type: 'return'; readonly words: string }
  | { readonly type: 'redo'; readonly words: string; readonly due: Clock; readonly byLeader?: boolean }
  | { readonly type: 'rebrief'; readonly brief: Brief }
  | { readonly type: 'release'; readonly words: string }
  | leave.Command;

type Of<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'type'>;

export type Fact =
  | ({
      readonly type: 'assigned';
      readonly clocks: Clocks;
      readonly meet?: Task['meet'];
    } & Omit<Of<'assign'>, 'finish' | 'meet' | 'pace'>)
  | { readonly type: 'acknowledged' }
  | { readonly type: 'setOut' }
  | ({ readonly type: 'reportedIn'; readonly words?: string | undefined } & Arrival)
  | { readonly type: 'miscoded'; readonly left: number }
  | ({ readonly type: 'contacted' } & Of<'contact'>)
  | ({ readonly type: 'worked' } & Of<'work'>)
  | ({ readonly type: 'interim' } & Of<'interim'>)
  | ({ readonly type: 'submitted' } & Of<'submit'>)
  | ({ readonly type: 'done' } & Of<'done'>)
  | ({ readonly type: 'recused' } & Of<'recuse'>)
  | ({ readonly type: 'passedUp' } & Of<'passUp'>)
  | { readonly type: 'answered' }
  | { readonly type: 'accepted' }
  | ({ readonly type: 'returned' } & Of<'return'>)
  | ({ readonly type: 'redone' } & Of<'redo'>)
  | ({ readonly type: 'rebriefed' } & Of<'rebrief'>)
  | ({ readonly type: 'released' } & Of<'release'>)
  | leave.Fact;
