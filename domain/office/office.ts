import type { Calendar } from '../time/calendar.ts';
import type { Term } from '../time/clock.ts';
import type { Lower } from '../topic/steps.ts';
import type { MessageRules } from './messages.ts';

/** Who can be given work or be somebody's home: the street itself, its communities, the departments, its partners. */
export interface Unit {
  readonly id: string;
  readonly zh: string;
  readonly kind: 'street' | 'community' | 'department' | 'partner';
  /** What the unit answers for, in words people use. */
  readonly duty?: string;
  readonly phone?: string;
}

/** GCJ-02 degrees. */
export interface Point {
  readonly lng: number;
  readonly lat: number;
}

export interface Grid {
  readonly id: string;
  readonly zh: string;
  readonly community: string;
  /** The outline in order, not closed. */
  readonly outline: readonly Point[];
}

export type Kind = 'consult' | 'help' | 'complain' | 'report' | 'suggest' | 'praise';
export type Tier = 'T1' | 'T2' | 'T3' | 'T4';
export type Theme = 'appeal' | 'keyWork' | 'enforcement' | 'emergency';

/** 需要别人点头的六种：挂账 · 延期 · 再次延期 · 终止办理 · 剔除 · 解密. */
export type RequestKind = 'hold' | 'extend' | 'extendAgain' | 'terminate' | 'exclude' | 'unmask';

/** 派单目录的一行: a matter, who leads it, on what duty, where and when this holds. */
export interface Matter {
  readonly id: string;
  /** 三级名称. */
  readonly zh: string;
  /** 一级名称. */
  readonly group: string;
  /** 二级名称. */
  readonly branch?: string | undefined;
  readonly lead: string;
  readonly assists: readonly string[];
  readonly tier: Tier;
  /** How it is usually meant. */
  readonly kind?: Kind | undefined;
  /** Why one unit is not enough and a whistle should be proposed. */
  readonly whistle?: string | undefined;
  /** The clause the lead's duty stands on, in words a resident can read. */
  readonly duty?: string | undefined;
  /** 社区职责清单：社区能主办它，或只能协助；不写的，不能交给社区（条例第十七条）. */
  readonly community?: 'lead' | 'assist' | undefined;
  /** Many meet it at the same place: others may be told that it is known. */
  readonly shared?: boolean | undefined;
  /** Words people use, Chinese and Tibetan together. */
  readonly words: readonly string[];
  /** Grids and communities this row holds in; everywhere when absent. */
  readonly areas?: readonly string[] | undefined;
  /** First and last day it is in force, Beijing dates, both included. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** The shipped row it stands in for. */
  readonly instead?: string | undefined;
  /** The matter that takes what belonged to it, once it has ended. */
  readonly successor?: string | undefined;
}

/** How far the router may go. */
export interface Routing {
  /** Below this confidence (0–1) nobody guesses: the matter goes to a consultation. */
  readonly consultBelow: number;
  /** Matters dispatched without a person, each from this confidence on; empty: none. */
  readonly automatic: Readonly<Record<string, number>>;
}

/** 谁批：不用批 · 街道领导 · 工委书记. */
export type Approval = 'none' | 'streetLeader' | 'secretary';

/** What a unit has to do how soon after the whistle; nothing where nothing is said. */
interface WhistleTerms {
  /** Whose word it needs before it sounds. */
  readonly approval: Approval;
  readonly acknowledge: Term;
  readonly contact?: Term;
  readonly reportIn: Term;
  /** 应急首报. */
  readonly firstReport?: Term;
  readonly finish?: Term;
}

/** Clocks and limits: the tenant's own data. */
export interface Rules {
  readonly accept: Term;
  /** 补充情况: two reminders, then the limit. */
  readonly question: { readonly first: Term; readonly last: Term; readonly limit: Term };
  readonly dispatch: Term;
  readonly acknowledge: Readonly<Record<Tier, Term>>;
  /** 先行联系. */
  readonly contact: Readonly<Record<Tier, Term>>;
  readonly review: Term;
  readonly redo: Term;
  /** 先交联户长、网格员、社区的，各办多久，到时自己上交. */
  readonly lower: Readonly<Record<Lower, Term>>;
  readonly finish: Readonly<Record<Tier, Term>>;
  readonly whistle: Readonly<Record<Theme, WhistleTerms>>;
  /** The street's own part in a whistle: to approve it, to confirm an emergency, to evaluate it, to file it. */
  readonly whistleDesk: {
    readonly approve: Term;
    readonly confirm: Term;
    readonly evaluate: Term;
    readonly archive: Term;
  };
  /** Share of the usual terms that is left while an alert is open. */
  readonly alertPace: number;
  /** How near to the meeting place counts as on the spot, in metres. */
  readonly reportInRadius: number;
  /** How often a unit may say a wrong 报到码 before no more are taken. */
  readonly reportInTries: number;
  /** When a unit not yet there is reminded, and when its light turns red: shares of its time to report in. */
  readonly ladder: { readonly remind: number; readonly red: number };
  /** So many red lights within so long, and the unit's head is named. */
  readonly reds: { readonly times: number; readonly within: Term };
  readonly request: {
    /** How long each signature may take. */
    readonly decide: Readonly<Record<RequestKind, Term>>;
    /** Most days of one hold until its review. */
    readonly holdDays: number;
    /** How often a hold may be renewed before the matter goes to the joint meeting. */
    readonly renewals: number;
    /** An extension is asked for at least so long before the limit. */
    readonly ahead: Term;
  };
  readonly objection: {
    /** How long after the dispatch a unit may object. */
    readonly raise: Term;
    readonly decide: Term;
    /** What a unit has at least that gets the appeal after an objection. */
    readonly least: Term;
  };
  /** How often a matter is handled again because it was not solved, before it goes to a consultation. */
  readonly redoRounds: number;
  /** 不满意的，也再次办理. */
  readonly redoIfDissatisfied: boolean;
  /** 再次办理的，由主办单位负责人亲自办、亲自答复. */
  readonly redoByLeader: boolean;
  /** How long between two times a resident urges. */
  readonly urge: Term;
  /** How long after its end an appeal can be taken up again. */
  readonly reopen: Term;
  /** How long a hidden name may be seen once that is granted. */
  readonly unmask: Term;
  /** 用说的: how long a recording may be, in seconds, and how many an appeal may have. */
  readonly recording: { readonly longest: number; readonly most: number };
  /** Fewest characters of a public reply. */
  readonly replyLength: number;
  readonly routing: Routing;
  readonly figures: FigureRules;
  readonly followUp: FollowUpRules;
  readonly supervision: SupervisionRules;
  readonly messages: MessageRules;
  /** WeChat looks at what residents write before others may see it. */
  readonly checks: boolean;
}

/** 三率的口径和看数据的界线. */
export interface FigureRules {
  /** α：部分解决按多少算. */
  readonly partly: number;
  /** w：满意各档按多少算. */
  readonly levels: Readonly<Record<'satisfied' | 'basically' | 'neutral' | 'dissatisfied', number>>;
  /** a + b + c = 1. */
  readonly weights: {
    readonly response: number;
    readonly resolution: number;
    readonly satisfaction: number;
  };
  /** 常住人口, where it is known. */
  readonly population?: number | undefined;
  /** 吹哨率低于、高于多少要看. */
  readonly whistling: { readonly low: number; readonly high: number };
  /** 疑点：占比超过 `share`，同一答复重复 `copies` 次，派单后 `quickMinutes` 分钟内结案. */
  readonly signs: { readonly share: number; readonly copies: number; readonly quickMinutes: number };
  /** 公开时少于多少件的不显示. */
  readonly smallest: number;
}

/** 督办：单位多久说明情况；到期多久发催办通知书；办理超时多久通报. */
interface SupervisionRules {
  readonly answer: Term;
  readonly letter: Term;
  readonly circular: Term;
  /** 居民催办这么多次，就督办. */
  readonly urges: number;
}

/** 回访：谁要打，多久打，打不通怎么算，问什么. */
export interface FollowUpRules {
  readonly due: Term;
  /** Of the replied appeals the share that is called, 0 to 1; those of `always` are called in any case. */
  readonly share: number;
  readonly always: { readonly kinds: readonly Kind[]; readonly tiers: readonly Tier[] };
  /** 未联系上: after `wait`, with at least so many tries on so many days. */
  readonly wait: Term;
  readonly tries: number;
  readonly days: number;
  readonly script: Readonly<Record<'contacted' | 'solved' | 'satisfied', string>>;
}

/** One street: everything about it that is not a rule of law. */
export interface Office {
  readonly id: string;
  readonly zh: string;
  /** Two letters in the numbers of its appeals. */
  readonly code: string;
  readonly centre: Point;
  readonly phone: string;
  readonly calendar: Calendar;
  readonly rules: Rules;
  readonly units: readonly Unit[];
  readonly grids: readonly Grid[];
  /** The office's own rows of the catalogue; behind its door all rows in force today. */
  readonly matters: readonly Matter[];
  /** The shipped catalogue its own rows stand on; none when absent. */
  readonly catalogue?: string | undefined;
  /** Behind its door, rows that have ended: appeals of old still bear their names. */
  readonly former?: readonly Matter[];
}

/** The household leads of a grid, as those who are given work. */
export function householdsOf(grid: string): string {
  return `${grid}-household`;
}

/** The grid itself is its workers; its household leads stand beside them. */
export function gridOf({ grids }: Pick<Office, 'grids'>, id: string): Grid | undefined {
  return grids.find((grid) => id === grid.id || id === householdsOf(grid.id));
}

/** What a row of the catalogue may be held to: grids and communities. */
export function areasOf({ grids, units }: Office): readonly { readonly id: string; readonly zh: string }[] {
  return [...grids, ...units.filter(({ kind }) => kind === 'community')];
}

/** Also of a grid. */
export function unitName(office: Pick<Office, 'units' | 'grids'>, id: string): string {
  const unit = office.units.find((each) => each.id === id);
  if (unit) return unit.zh;
  const grid = gridOf(office, id);
  return grid ? `${grid.zh}${id === grid.id ? '' : '联户长'}` : id;
}

/** A matter as it is, or as it was when it ended. */
export function matterOf({ matters, former = [] }: Office, id: string | undefined): Matter | undefined {
  const known = (matter: Matter) => matter.id === id;
  return matters.find(known) ?? former.find(known);
}

export function matterName(office: Office, id: string): string {
  return matterOf(office, id)?.zh ?? id;
}
