import { Slots } from './slots.ts';
import { type Comparable, type Counted, countsOf, joined } from './stretches.ts';
import { type Tuning, tuning } from './tuning.ts';

export type { Comparable };

/** A message that may be about the same matter. */
export interface Hit {
  readonly id: string;
  /** 0 nothing in common – 1 the same words. */
  readonly score: number;
  /** Stretches of text both have, the most telling first. */
  readonly common: readonly string[];
}

/** A stored feature is its number and its strength in one word of 32 bits. */
const strengths = 64;

type Vector = Map<number, number>;

/** Finds messages about the same matter among many, by rare pairs and triples of characters. */
export class SimilarIndex {
  private readonly with_: Tuning;
  private readonly features = new Slots(65_536);
  private readonly postings: Uint32Array[] = [];
  /** Messages posted under each feature, forgotten ones included. */
  private readonly counts: number[] = [];
  /** Messages that have each feature. */
  private readonly seen: number[] = [];
  /** Weights by feature, and the change after which each was computed. */
  private readonly weights: number[] = [];
  private readonly weighed: number[] = [];
  private changes = 0;
  private readonly slots = new Map<string, number>();
  private readonly ids: (string | undefined)[] = [];
  private readonly starts: number[] = [0];
  private pool = new Uint32Array(65_536);
  /** Work space, zero between queries: points by message, and the question by feature. */
  private marks = new Float64Array(1_024);
  private asked = new Float64Array(1_024);

  constructor(with_: Partial<Tuning> = {}) {
    this.with_ = { ...tuning, ...with_ };
  }

  get size(): number {
    return this.slots.size;
  }

  /** Adds a message; one with the same id is replaced. */
  add(id: string, message: Comparable): void {
    this.remove(id);
    this.changes++;
    const slot = this.ids.length;
    this.ids.push(id);
    this.slots.set(id, slot);
    const vector = this.keep(countsOf(message, this.with_.subject));
    let end = this.starts[slot] ?? 0;
    this.room(end + vector.length);
    for (const [feature, strength] of vector) {
      this.pool[end++] = feature * strengths + Math.min(strengths - 1, Math.round(strength * 8));
      this.post(feature, slot);
    }
    this.starts.push(end);
  }

  /** Forgets a message. */
  remove(id: string): void {
    const slot = this.slots.get(id);
    if (slot === undefined) return;
    this.changes++;
    this.slots.delete(id);
    this.ids[slot] = undefined;
    for (const [feature] of this.stored(slot))
      this.seen[feature] = Math.max(0, (this.seen[feature] ?? 0) - 1);
  }

  /** The messages most like this one, likest first; `besides` is left out (the message itself, when it is inside). */
  query(message: Comparable, limit: number, besides?: string): Hit[] {
    const texts = countsOf(message, this.with_.subject);
    const asked: Vector = new Map();
    const words = new Map<number, string>();
    for (const [key, { text, strength }] of texts) {
      const feature = this.features.find(key);
      if (feature < 0 || !this.seen[feature]) continue;
      asked.set(feature, strength * this.weight(feature));
      words.set(feature, text);
    }
    const skip = besides === undefined ? undefined : this.slots.get(besides);
    const first = this.nearest(unit(asked), skip);
    const found = this.nearest(this.lent(unit(asked), first), skip);
    return found.slice(0, limit).map(({ slot, score }) => ({
      id: this.ids[slot] ?? '',
      score: Math.min(1, score),
      common: this.common(slot, words),
    }));
  }

  /** The strongest features of a message, numbered. */
  private keep(counts: ReadonlyMap<number, Counted>): [number, number][] {
    const vector: [number, number][] = [];
    for (const [key, { strength }] of counts) {
      const feature = this.features.add(key);
      this.seen[feature] = (this.seen[feature] ?? 0) + 1;
      vector.push([feature, strength]);
    }
    const most = this.with_.sketch;
    if (vector.length <= most) return vector;
    const points = Float64Array.from(vector, ([feature, strength]) => strength * this.weight(feature));
    const bar = points.toSorted()[points.length - most] ?? 0;
    const strong = vector.filter((_, at) => (points[at] ?? 0) >= bar).slice(0, most);
    const kept = new Set(strong.map(([feature]) => feature));
    for (const [feature] of vector)
      if (!kept.has(feature)) this.seen[feature] = (this.seen[feature] ?? 1) - 1;
    return strong;
  }

  private weight(feature: number): number {
    if (this.weighed[feature] !== this.changes) {
      const share = (this.slots.size + 1) / ((this.seen[feature] ?? 0) + 0.5);
      this.weights[feature] = Math.max(0, Math.log(share)) ** this.with_.rarity;
      this.weighed[feature] = this.changes;
    }
    return this.weights[feature] ?? 0;
  }

  private room(needed: number): void {
    if (needed <= this.pool.length) return;
    const larger = new Uint32Array(Math.max(needed, this.pool.length * 2));
    larger.set(this.pool);
    this.pool = larger;
  }

  /** Remembers the message under the feature; the oldest gives way when there are too many. */
  private post(feature: number, slot: number): void {
    const most = this.with_.postings;
    const count = this.counts[feature] ?? 0;
    let list = this.postings[feature];
    if (!list) {
      list = new Uint32Array(2);
      this.postings[feature] = list;
    } else if (count === list.length && count < most) {
      const larger = new Uint32Array(Math.min(most, count * 2));
      larger.set(list);
      list = larger;
      this.postings[feature] = list;
    }
    list[count % most] = slot;
    this.counts[feature] = count + 1;
  }

  private *stored(slot: number): Generator<[number, number]> {
    for (let at = this.starts[slot] ?? 0; at < (this.starts[slot + 1] ?? 0); at++) {
      const word = this.pool[at] ?? 0;
      yield [Math.floor(word / strengths), (word % strengths) / 8];
    }
  }

  /** Gathers by the rarest features, then compares the most promising in full. */
  private nearest(asked: Vector, skip: number | undefined): { slot: number; score: number }[] {
    if (this.marks.length < this.ids.length) this.marks = new Float64Array(this.ids.length * 2);
    const marks = this.marks;
    const touched: number[] = [];
    let left = this.with_.visits;
    const order = [...asked].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    for (const [feature, weight] of order) {
      const list = this.postings[feature];
      if (!list) continue;
      const length = Math.min(list.length, this.counts[feature] ?? 0);
      left -= length;
      if (left < 0) break;
      const gain = weight * this.weight(feature);
      for (let i = 0; i < length; i++) {
        const slot = list[i] ?? 0;
        if (marks[slot] === 0) touched.push(slot);
        marks[slot] = (marks[slot] ?? 0) + gain;
      }
    }
    const live = touched.filter((slot) => this.ids[slot] !== undefined && slot !== skip);
    const best = strongest(live, marks, this.with_.compared);
    for (const slot of touched) marks[slot] = 0;
    return this.compared(asked, best);
  }

  /** The messages with their likeness to the question, likest first. */
  private compared(asked: Vector, among: readonly number[]): { slot: number; score: number }[] {
    if (this.asked.length < this.features.size) this.asked = new Float64Array(this.features.size * 2);
    for (const [feature, value] of asked) this.asked[feature] = value;
    const found = among.map((slot) => ({ slot, score: this.likeness(slot) }));
    for (const feature of asked.keys()) this.asked[feature] = 0;
    return found.sort((a, b) => b.score - a.score || a.slot - b.slot);
  }

  private likeness(slot: number): number {
    let dot = 0;
    let norm = 0;
    for (let at = this.starts[slot] ?? 0; at < (this.starts[slot + 1] ?? 0); at++) {
      const word = this.pool[at] ?? 0;
      const feature = Math.floor(word / strengths);
      const value = ((word % strengths) / 8) * this.weight(feature);
      norm += value * value;
      dot += value * (this.asked[feature] ?? 0);
    }
    return norm === 0 ? 0 : dot / Math.sqrt(norm);
  }

  /** The question with the words of its nearest neighbours mixed in. */
  private lent(asked: Vector, near: readonly { slot: number; score: number }[]): Vector {
    const best = near[0]?.score ?? 0;
    const lenders = near
      .slice(0, this.with_.lenders)
      .filter(({ score }) => score >= 0.5 * best && score > 0.05);
    if (lenders.length === 0 || this.with_.lend === 0) return asked;
    const sum = new Map(asked);
    for (const { slot } of lenders) {
      const theirs: Vector = new Map();
      for (const [feature, strength] of this.stored(slot))
        theirs.set(feature, strength * this.weight(feature));
      for (const [feature, value] of unit(theirs))
        sum.set(feature, (sum.get(feature) ?? 0) + (this.with_.lend * value) / lenders.length);
    }
    return unit(sum);
  }

  private common(slot: number, words: ReadonlyMap<number, string>): string[] {
    const shared: { text: string; weight: number }[] = [];
    for (const [feature] of this.stored(slot)) {
      const text = words.get(feature);
      if (text !== undefined) shared.push({ text, weight: this.weight(feature) });
    }
    shared.sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1));
    return joined(shared.slice(0, 24).map(({ text }) => text)).slice(0, 5);
  }
}

function unit(vector: Vector): Vector {
  let norm = 0;
  for (const value of vector.values()) norm += value * value;
  const length = Math.sqrt(norm) || 1;
  return new Map([...vector].map(([feature, value]) => [feature, value / length]));
}

/** The `most` slots with the highest marks, in no order. */
function strongest(slots: number[], marks: Float64Array, most: number): number[] {
  if (slots.length <= most) return slots;
  const sample = Float64Array.from(slots, (slot) => marks[slot] ?? 0).sort();
  const bar = sample[sample.length - most] ?? 0;
  return slots.filter((slot) => (marks[slot] ?? 0) >= bar).slice(0, 2 * most);
}
