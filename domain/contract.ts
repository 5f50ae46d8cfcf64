import type { View as AlertView } from './alert/index.ts';
import type { View as AppealView } from './appeal/view.ts';
import type { View as AttendanceView } from './attendance/index.ts';
import type { Flag } from './figures/doubts.ts';
import type { Figures, Three } from './figures/figures.ts';
import type { Daily } from './figures/tally.ts';
import type { View as FollowUpView } from './followUp/view.ts';
import type { Ball } from './kernel/ball.ts';
import type { Line, Role } from './kernel/process.ts';
import type { View as MeetingView } from './meeting/view.ts';
import type { View as ObjectionView } from './objection/view.ts';
import type { Purpose } from './office/messages.ts';
import type { Approval, FigureRules, Matter, Office, Point, Theme, Unit } from './office/office.ts';
import type { View as RequestView } from './request/view.ts';
import type { RoutingQueries } from './routing/contract.ts';
import type { View as SupervisionView } from './supervision/view.ts';
import type { View as TaskView } from './task/view.ts';
import type { Agenda } from './topic/steps.ts';
import type { View as TopicView } from './topic/view.ts';
import type { View as WhistleView } from './whistle/view.ts';

/** What every call is answered with. `now` is the office's clock in epoch ms; `links` leads to the files of the answer. */
export type Answer<Value = unknown> =
  | {
      readonly ok: true;
      readonly now: number;
      readonly value: Value;
      readonly links: Readonly<Record<string, string>>;
    }
  | Failure;

/** The three kinds of failure. A fault may be sent again as it is, with the same command id. */
export type Failure = { readonly ok: false; readonly now: number; readonly message: string } & (
  | { readonly kind: 'refusal'; readonly code: string; readonly basis?: string }
  | { readonly kind: 'input'; readonly field: string }
  | { readonly kind: 'fault'; readonly commandId: string }
);

/** Where a page of a list ended. */
export interface Cursor {
  readonly value: string | number;
  readonly id: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Given back as `after`, it asks for the page that follows; absent on the last page. */
  readonly next?: Cursor;
}

/** One thing whole: what may be seen of it, what may be done with it now, and its history so far. */
export interface Detail<View> {
  readonly view: View;
  readonly moves: readonly string[];
  readonly lines: readonly Line[];
}

/** Something the office has to say yes or no to, and what the asker may do about it. */
export interface Pending<View> {
  readonly view: View;
  readonly moves: readonly string[];
}

export interface MeetingDetail extends Detail<MeetingView> {
  /** What it still has to deal with. */
  readonly agenda: readonly TopicView[];
  /** In the order of `view.resolved`. */
  readonly titles: readonly string[];
}

/** What is asked for about an appeal and not decided yet, as far as the asker may see it. */
export interface Leave {
  readonly requests: readonly Pending<RequestView>[];
  readonly objections: readonly Pending<ObjectionView>[];
}

export interface AppealDetail extends Detail<AppealView> {
  readonly leave: Leave;
}

export interface TaskDetail extends Detail<TaskView> {
  readonly leave?: Leave | undefined;
  /** The appeal it serves, while the unit still has part in it. */
  readonly appeal?: Omit<Detail<AppealView>, 'lines'> | undefined;
  readonly whistle?: WhistleView | undefined;
  /** What the unit may do with the whistle it was called by. */
  readonly whistleMoves: readonly string[];
}

export interface WhistleDetail extends Detail<WhistleView> {
  /** In the order of `view.units`. */
  readonly balls: readonly (Ball | undefined)[];
  /** Of the units that turned red here, what the street should know: how often they did of late. */
  readonly reds: readonly string[];
}

export interface Me {
  readonly id: string;
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  readonly phone?: string | undefined;
  /** WeChat vouches for the phone. */
  readonly proved?: boolean | undefined;
  readonly roles: readonly Role[];
  readonly unit?: { readonly id: string; readonly zh: string } | undefined;
  /** The id of this person's account. */
  readonly account: string;
  /** Notices since this person last looked; 100 stands for that many or more. */
  readonly unread: number;
}

/** A matter as everybody may know it. */
export type PublicMatter = Pick<Matter, 'id' | 'zh' | 'group' | 'lead' | 'assists' | 'tier' | 'words'>;

export interface PublicOffice extends Pick<Office, 'id' | 'zh' | 'centre' | 'phone' | 'grids'> {
  readonly replyLength: number;
  /** How long a recording may be, in seconds, and how many of them an appeal may have. */
  readonly recording: Office['rules']['recording'];
  readonly units: readonly Unit[];
  readonly matters: readonly PublicMatter[];
  /** Whose word a whistle of each theme needs first. */
  readonly approvals: Readonly<Record<Theme, Approval>>;
}

export interface InboxItem {
  readonly _id: string;
  /** A key of the words for notices. */
  readonly about: string;
  readonly process: string;
  readonly id: string;
  readonly at: number;
  readonly unread: boolean;
  /** Of which appeal, about what, and whose task it is where that is not the reader's own. */
  readonly number?: string | undefined;
  readonly matterZh?: string | undefined;
  readonly unitZh?: string | undefined;
}

/** A kind of message this person may agree to, WeChat's template for it, and how many he has agreed to. */
export interface Reminder {
  readonly purpose: Purpose;
  readonly template: string;
  readonly left: number;
}

export interface Inbox extends Page<InboxItem> {
  readonly reminders: readonly Reminder[];
}

/** An errand that was put aside after too many attempts. Instants are epoch ms. */
export interface DeadLetter {
  readonly _id: string;
  /** Which process it comes from, what happened there, and which processes wait for it. */
  readonly process: string;
  readonly kind: string;
  readonly to: readonly string[];
  readonly at: number;
  readonly deadAt: number;
  readonly attempts: number;
}

/** A unit that is named for its reds, and the whistles behind them: what may be done about each. */
export interface RedUnit {
  readonly view: AttendanceView;
  /** The latest first. */
  readonly whistles: readonly Pending<WhistleView>[];
}

/** One row of a table of figures: a unit, a grid or a matter. */
export interface FiguresRow extends Pick<Figures, 'appeals' | 'open' | 'closed'> {
  readonly key: string;
  readonly zh: string;
  readonly raw: Three;
  readonly adjusted: Three;
  readonly onTime?: number | undefined;
}

/** One month of a trend. */
export interface FiguresMonth extends Pick<Figures, 'appeals' | 'whistles'> {
  /** `2026-11`. */
  readonly month: string;
  readonly onTime?: number | undefined;
}

/** The street, or one grid or matter, over time: `at` is a month of the year asked for or a day of the month. */
export interface Trend {
  readonly zh: string;
  readonly whole: Moment;
  /** In order, without the days and months to come. */
  readonly moments: readonly (Moment & { readonly at: string })[];
}

export interface Moment extends Pick<Figures, 'appeals' | 'closed' | 'raw' | 'adjusted'> {
  readonly onTime?: number | undefined;
}

export interface FiguresPage {
  readonly whole: Figures;
  readonly months: readonly FiguresMonth[];
  /** Most appeals first. */
  readonly rows: readonly FiguresRow[];
  readonly flags: readonly (Flag & { readonly zh: string })[];
  readonly rules: FigureRules;
  /** 参与吹哨的部门数. */
  readonly departments: number;
  /** 每千人诉求量, where the population is known. */
  readonly perThousand?: number | undefined;
  readonly whistleAlarm?: 'low' | 'high' | undefined;
}

/** An open appeal on the map: what it is about, where, until when. */
export interface MapItem extends Pick<AppealView, 'id' | 'number' | 'status'> {
  readonly zh?: string | undefined;
  readonly grid?: string | undefined;
  readonly point?: Point | undefined;
  readonly dueAt?: number | undefined;
}

export interface OpenMap {
  /** The most urgent first. */
  readonly items: readonly MapItem[];
  /** More are open than are told here. */
  readonly more: boolean;
}

/** What a unit sees of itself, beside the whole street. */
export interface MyFigures {
  readonly unit: { readonly id: string; readonly zh: string };
  readonly own: Figures;
  readonly street: Pick<Figures, 'raw' | 'adjusted' | 'shares'>;
  readonly months: readonly FiguresMonth[];
  /** Tasks it has to act on now, and those of them that are late. */
  readonly inHand: number;
  readonly late: number;
  readonly rules: FigureRules;
}

/** What everybody may read. A number is absent where it is too small to be told. */
export interface PublicFigures {
  readonly month: string;
  readonly appeals?: number | undefined;
  readonly closed?: number | undefined;
  readonly whistles?: number | undefined;
  readonly onTime?: number | undefined;
  readonly rates: Three;
  readonly groups: readonly { readonly zh: string; readonly appeals?: number | undefined }[];
  /** Below which number nothing is told. */
  readonly smallest: number;
}

/** A file to be kept on the phone. `name` holds no personal data, `content` is base64. */
export interface FileOut {
  readonly name: string;
  readonly content: string;
}

interface After {
  readonly after?: Cursor | undefined;
}

interface ById {
  readonly id: string;
}

/** Every question the door answers: what is asked with, and what comes back. */
export interface Queries extends RoutingQueries {
  /** Who I am here. */
  me: { input: Record<never, never>; output: Me };
  /** What everybody may know of the office. */
  office: { input: Record<never, never>; output: PublicOffice };
  /** My own appeals, the newest first. */
  mine: { input: After; output: Page<AppealView> };
  appeal: { input: ById; output: AppealDetail };
  /** For coordinators: the appeal of this number, whole as it is read out. */
  numbered: { input: { readonly number: string }; output: Page<AppealView> };
  /** For coordinators: what lies on whose desk, the most urgent first (what has ended: the newest first). */
  desk: {
    input: After & { readonly desk: 'coordinator' | 'unit' | 'resident' | 'none' };
    output: Page<AppealView>;
  };
  /** My unit's tasks: those it has to act on, the most urgent first; or those it has handed in, the newest first. */
  tasks: { input: After & { readonly desk: 'unit' | 'done' }; output: Page<TaskView> };
  task: { input: ById; output: TaskDetail };
  /** For the street: whistles that wait for approval, that are under way, to be evaluated, or over. */
  whistles: {
    input: After & { readonly desk: 'approval' | 'open' | 'evaluate' | 'done' };
    output: Page<WhistleView>;
  };
  whistle: { input: ById; output: WhistleDetail };
  /** For the street's leaders: a year `2026` or a month `2026-11`, by unit, grid or matter. */
  figures: {
    input: { readonly period: string; readonly by: 'unit' | 'grid' | 'matter' };
    output: FiguresPage;
  };
  /** For the street's leaders: units that turned red so often of late that their heads are named, the most reds first. */
  reds: { input: Record<never, never>; output: { readonly items: readonly RedUnit[] } };
  /** How it went, month by month or day by day. `key`: of a grid or a matter. */
  trend: {
    input: { readonly period: string; readonly by: Daily; readonly key?: string | undefined };
    output: Trend;
  };
  /** For the street: where the open appeals are. */
  map: { input: Record<never, never>; output: OpenMap };
  myFigures: { input: { readonly period: string }; output: MyFigures };
  /** For everybody; without a month, this one. */
  publicFigures: { input: { readonly month?: string | undefined }; output: PublicFigures };
  /** The table of figures, or the appeals of a month, as a file. Names and phones are masked. */
  export: {
    input: {
      readonly period: string;
      readonly what: 'unit' | 'grid' | 'matter' | 'appeals';
      readonly format: 'xlsx' | 'csv';
    };
    output: FileOut;
  };
  /** The alert that is open now, and what may be done about it; without one, whether one may be opened. */
  alert: {
    input: Record<never, never>;
    output: { readonly view?: AlertView | undefined; readonly moves: readonly string[] };
  };
  /** Residents to be called back, the most urgent first; those who rate by themselves; what is over. */
  followUps: {
    input: After & { readonly desk: 'open' | 'waiting' | 'done' };
    output: Page<Pending<FollowUpView>>;
  };
  followUp: { input: ById; output: Detail<FollowUpView> };
  /** For the street all of them, for a unit its own. */
  supervisions: {
    input: After & { readonly desk: 'unit' | 'street' | 'done' };
    output: Page<Pending<SupervisionView>>;
  };
  supervision: { input: ById; output: Detail<SupervisionView> };
  /** What waits for a meeting of a kind, the longest first. */
  topics: { input: After & { readonly agenda: Agenda }; output: Page<TopicView> };
  topic: { input: ById; output: Detail<TopicView> };
  meetings: { input: After & { readonly desk: 'open' | 'done' }; output: Page<MeetingView> };
  meeting: { input: ById; output: MeetingDetail };
  /** For coordinators: requests that wait for the street, the most urgent first; those decided, the newest first. */
  requests: {
    input: After & { readonly desk: 'coordinator' | 'leader' | 'none' };
    output: Page<Pending<RequestView>>;
  };
  objections: { input: After & { readonly desk: 'open' | 'done' }; output: Page<Pending<ObjectionView>> };
  /** My inbox, the newest first. */
  notices: { input: After; output: Inbox };
  /** For coordinators: errands that could not be run, the latest first. */
  deadLetters: { input: After; output: Page<DeadLetter> };
}

export type QueryName = keyof Queries;
