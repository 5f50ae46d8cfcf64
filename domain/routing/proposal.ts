import type { Kind, Tier } from '../office/office.ts';

export interface Named {
  readonly id: string;
  readonly zh: string;
}

/** A matter it may be, and how sure that is: calibrated, 0–1. */
export interface MatterGuess extends Named {
  readonly confidence: number;
}

/** What a reason is about, in the order in which they are told. */
export type Topic =
  | 'emergency'
  | 'matter'
  | 'words'
  | 'past'
  | 'place'
  | 'kind'
  | 'tier'
  | 'accused'
  | 'whistle'
  | 'community'
  | 'doubt'
  | 'advice';

export interface Told {
  readonly topic: Topic;
  readonly zh: string;
}

/** A case the office decided before, like this one. `corrected`: not as was proposed then. */
export interface PastCase {
  readonly id: string;
  readonly number: string;
  readonly matter: string;
  readonly lead?: string | undefined;
  /** 0 nothing in common – 1 the same words. */
  readonly score: number;
  readonly common: readonly string[];
  readonly corrected: boolean;
}

/** 直派 · 吹哨 · 先会商 · 移送，不派单. */
export type Way = 'dispatch' | 'whistle' | 'consult' | 'refer';

/** What the office might do with an appeal, and why. A person decides. */
export interface Proposal {
  readonly way: Way;
  readonly matter?: MatterGuess | undefined;
  /** The next likeliest, at most two. */
  readonly also: readonly MatterGuess[];
  readonly lead?: Named | undefined;
  readonly assists: readonly Named[];
  readonly kind: Kind;
  readonly tier: Tier;
  /** Numbers to remind of at once. */
  readonly emergency: readonly string[];
  /** The unit a complaint is about: never the only lead. */
  readonly accused?: Named | undefined;
  readonly grid?: Named | undefined;
  readonly community?: Named | undefined;
  readonly past: readonly PastCase[];
  readonly reasons: readonly Told[];
  /** The words of the appeal that led here. */
  readonly matched: readonly string[];
  /** One tap may do all of it. */
  readonly clear: boolean;
}
