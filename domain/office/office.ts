import type { Calendar } from '../time/calendar.ts';
import type { Term } from '../time/clock.ts';
import type { MessageRules } from './messages.ts';

/** Who can be given work or be somebody's home: the street itself, its communities, the departments. */
export interface Unit {
  readonly id: string;
  readonly zh: string;
  readonly kind: 'street' | 'community' | 'department';
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

export interface Matter {
  readonly id: string;
  readonly zh: string;
  readonly group: string;
  readonly lead: string;
  readonly assists: readonly string[];
  readonly tier: Tier;
  readonly words: readonly string[];
}

/** Clocks and limits: the tenant's own data. */
export interface Rules {
  readonly accept: Term;
  readonly dispatch: Term;
  readonly acknowledge: Term;
  readonly review: Term;
  readonly redo: Term;
  readonly finish: Readonly<Record<Tier, Term>>;
  readonly whistle: Readonly<
    Record<Theme, { readonly acknowledge: Term; readonly reportIn: Term; readonly finish: Term }>
  >;
  /** How often a matter is handled again because it was not solved, before it goes to a consultation. */
  readonly redoRounds: number;
  /** Fewest characters of a public reply. */
  readonly replyLength: number;
  readonly messages: MessageRules;
  /** WeChat looks at what residents write before others may see it. */
  readonly checks: boolean;
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
  readonly matters: readonly Matter[];
}

export function unitName(office: Office, id: string): string {
  return office.units.find((unit) => unit.id === id)?.zh ?? id;
}
