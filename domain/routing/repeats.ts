import type { Appeal } from '../appeal/appeal.ts';
import type { Point } from '../office/office.ts';

/** From this likeness on the same person says the same again（条例第十一条第（三）项）. */
const same = 0.6;

/** Whether one person wrote both, as far as that may be told: not of 匿名, not of what a worker wrote down for others. */
export function isSamePerson(one: Appeal, other: Appeal): boolean {
  if (one.identity === 'anonymous' || other.identity === 'anonymous') return false;
  return one.owner === other.owner && one.collector === undefined && other.collector === undefined;
}

/** The same person again, with no new fact to speak of. */
export function isRepeat(one: Appeal, other: Appeal, score: number): boolean {
  return isSamePerson(one, other) && score >= same;
}

const metresPerDegree = 111_320;

/** Metres between two points near each other. */
export function metresBetween(one: Point, other: Point): number {
  const east = Math.cos((one.lat * Math.PI) / 180) * (one.lng - other.lng);
  return Math.round(Math.hypot(east, one.lat - other.lat) * metresPerDegree);
}

const over: readonly Appeal['status'][] = ['closed', 'declined', 'withdrawn'];

export function isOpen({ status }: Appeal): boolean {
  return !over.includes(status);
}
