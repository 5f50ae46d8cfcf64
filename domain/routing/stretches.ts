import { hanRuns, hash, normalise } from './words.ts';

/** What is compared of a message. */
export interface Comparable {
  readonly subject?: string;
  readonly detail: string;
}

/** Characters read of a message. */
const read = 2_000;

/** A stretch of text and how strongly it is present. */
export interface Counted {
  readonly text: string;
  strength: number;
}

/** Pairs and triples of characters, by hash, with how strongly each is present. */
export function countsOf(message: Comparable, subject: number): Map<number, Counted> {
  const counts = new Map<number, Counted>();
  gather(normalise((message.subject ?? '').slice(0, read)), subject, counts);
  gather(normalise(message.detail.slice(0, read)), 1, counts);
  for (const counted of counts.values()) counted.strength = Math.min(7.5, 1 + Math.log(counted.strength));
  return counts;
}

function gather(text: string, times: number, counts: Map<number, Counted>): void {
  for (const run of [...hanRuns(text), ...(text.match(/[a-z]+\d+|[\u0f40-\u0fbc]+/g) ?? [])]) {
    if (!/[\u3400-\u9fff]/.test(run)) count(run, times, counts);
    else
      for (const size of [2, 3])
        for (let at = 0; at + size <= run.length; at++) count(run.slice(at, at + size), times, counts);
  }
}

function count(text: string, times: number, counts: Map<number, Counted>): void {
  const key = hash(text, 9);
  const counted = counts.get(key);
  if (counted) counted.strength += times;
  else counts.set(key, { text, strength: times });
}

/** Overlapping stretches put together: 丽发、发新、新城 → 丽发新城. What has grown long must share two characters. */
export function joined(parts: readonly string[], least = 1): string[] {
  const whole: string[] = [];
  for (const part of parts) {
    const meets = (text: string) => overlap(text, part) >= least || overlap(part, text) >= least;
    const at = whole.findIndex((text) => text.includes(part) || part.includes(text) || meets(text));
    if (at < 0) whole.push(part);
    else whole[at] = merged(whole[at] ?? '', part);
  }
  return whole.length < parts.length ? joined(whole, 2) : whole;
}

function merged(text: string, part: string): string {
  if (text.includes(part)) return text;
  if (part.includes(text)) return part;
  const after = overlap(text, part);
  return after > 0 ? text + part.slice(after) : part + text.slice(overlap(part, text));
}

function overlap(left: string, right: string): number {
  for (let size = Math.min(left.length, right.length) - 1; size > 0; size--)
    if (left.endsWith(right.slice(0, size))) return size;
  return 0;
}
