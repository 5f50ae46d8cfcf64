import type { Appeal } from '../appeal/appeal.ts';
import { wordsOf } from '../appeal/recording.ts';
import type { Point } from '../office/office.ts';
import { normalise } from './words.ts';

/** With this share of what it says said before, nothing in it is new. */
const same = 0.85;

/** Whether one person wrote both, as far as that may be told: not of 匿名, not of what a worker wrote down for others. */
export function isSamePerson(one: Appeal, other: Appeal): boolean {
  if (one.identity === 'anonymous' || other.identity === 'anonymous') return false;
  return one.owner === other.owner && one.collector === undefined && other.collector === undefined;
}

/** The same person again, with no new fact to speak of（条例第十一条第（三）项）. */
export function isRepeat(earlier: Appeal, later: Appeal): boolean {
  return isSamePerson(earlier, later) && saysNothingNew(wordsOf(later), wordsOf(earlier));
}

/** Whether every character of a text, and nearly every pair of them, stands in the earlier one: another house number is new. */
export function saysNothingNew(text: string, earlier: string): boolean {
  const known = new Set(lettersOf(earlier));
  if ([...lettersOf(text)].some((letter) => !known.has(letter))) return false;
  const said = pairsOf(earlier);
  const now = [...pairsOf(text)];
  return now.filter((pair) => said.has(pair)).length >= same * now.length;
}

function lettersOf(text: string): string {
  return normalise(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

function pairsOf(text: string): Set<string> {
  const letters = lettersOf(text);
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  );
}

const metresPerDegree = 111_320;

/** Metres between two points near each other. */
export function metresBetween(one: Point, other: Point): number {
  const east = Math.cos((one.lat * Math.PI) / 180) * (one.lng - other.lng);
  return Math.round(Math.hypot(east, one.lat - other.lat) * metresPerDegree);
}

const over: readonly Appeal['status'][] = ['closed', 'declined', 'transferred', 'merged', 'withdrawn'];

export function isOpen({ status }: Appeal): boolean {
  return !over.includes(status);
}
