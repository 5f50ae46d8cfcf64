import { Postings, strongest } from './postings.ts';
import { Slots } from './slots.ts';
import { type Comparable, type Counted, countsOf, joined } from './stretches.ts';
import { type Tuning, tuning } from './tuning.ts';
import { unit, type Vector, Vectors } from './vectors.ts';

export type { Comparable };

/** A message that may be about the same matter. */
export interface Hit {
  readonly id: string;
  /** 0 nothing in common – 1 the same words. */
  readonly score: number;
  /** Stretches of text both have, the most telling first. */
  readonly common: readonly string[];
}

/** As if so many messages had been there before, each about something else: among few, words are no less telling. */
const unheard = 50;

/** Finds messages about the same matter among many, by rare pairs and triples of characters. */
export class SimilarIndex {
  private readonly with_: Tuning;
  private readonly features = new Slots(65_536);
  private readonly postings: Postings;
  private readonly vectors = new Vectors();
  /** Messages that have each feature. */
  private readonly seen: number[] = [];
  /** Weights by feature, and the change after which each was computed. */
  private readonly weights: number[] = [];
  private readonly weighed: number[] = [];
  private changes = 0;
  private readonly slots = new Map<string, number>();
  private readonly ids: (string | undefined)[] = [];
  /** Lengths by message, and the change after which each was measured. */
  private readonly lengths: number[] = [];
  private readonly measured: number[] = [];
  /** Work space, zero between queries: points by message, and the question by feature. */
  private marks = new Float64Array(1_024);
  private asked = new Float64Array(1_024);

  constructor(with_: Partial<Tuning> = {}) {
    this.with_ = { ...tuning, ...with_ };
    this.postings = new Postings(this.with_.postings);
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
    this.lengths.push(0);
    this.measured.push(-1);
    this.slots.set(id, slot);
    const vector = this.keep(countsOf(message, this.with_.subject));
    this.vectors.add(vector);
    for (const [feature] of vector) this.postings.add(feature, slot);
  }

  /** Forgets a message. */
  remove(id: string): void {
    const slot = this.slots.get(id);
    if (slot === undefined) return;
    this.changes++;
    this.slots.delete(id);
    this.ids[slot] = undefined;
    for (const [feature] of this.vectors.of(slot))
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
    const own = unit(asked);
    const first = this.nearest(own, skip, 4 * this.with_.lenders);
    const found = this.nearest(this.lent(own, first), skip, this.with_.compared).slice(0, limit);
    const scores = this.likenesses(
      own,
      found.map(({ slot }) => slot),
    );
    return found.map(({ slot }, at) => ({
      id: this.ids[slot] ?? '',
      score: Math.min(1, scores[at] ?? 0),
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
      const share = (this.slots.size + unheard) / ((this.seen[feature] ?? 0) + 0.5);
      this.weights[feature] = Math.max(0, Math.log(share)) ** this.with_.rarity;
      this.weighed[feature] = this.changes;
    }
    return this.weights[feature] ?? 0;
  }

  /** Gathers by the rarest features, then compares the most promising in full. */
  private nearest(asked: Vector, skip: number | undefined, most: number): { slot: number; score: number }[] {
    if (this.marks.length < this.ids.length) this.marks = new Float64Array(this.ids.length * 2);
    const marks = this.marks;
    const touched: number[] = [];
    let left = this.with_.visits;
    const order = [...asked].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    for (const [feature, weight] of order) {
      const list = this.postings.under(feature);
      if (!list) continue;
      left -= list.length;
      if (left < 0) break;
      const gain = weight * this.weight(feature);
      for (const slot of list) {
        if (marks[slot] === 0) touched.push(slot);
        marks[slot] = (marks[slot] ?? 0) + gain;
      }
    }
    const live = touched.filter((slot) => this.ids[slot] !== undefined && slot !== skip);
    const best = strongest(live, marks, most);
    for (const slot of touched) marks[slot] = 0;
    return this.compared(asked, best);
  }

  /** The messages with their likeness to the question, likest first. */
  private compared(asked: Vector, among: readonly number[]): { slot: number; score: number }[] {
    const scores = this.likenesses(asked, among);
    const found = among.map((slot, at) => ({ slot, score: scores[at] ?? 0 }));
    return found.sort((a, b) => b.score - a.score || a.slot - b.slot);
  }

  private likenesses(asked: Vector, among: readonly number[]): number[] {
    if (this.asked.length < this.features.size) this.asked = new Float64Array(this.features.size * 2);
    for (const [feature, value] of asked) this.asked[feature] = value * this.weight(feature);
    const scores = among.map((slot) => this.likeness(slot));
    for (const feature of asked.keys()) this.asked[feature] = 0;
    return scores;
  }

  private likeness(slot: number): number {
    const dot = this.vectors.dot(slot, this.asked);
    return dot === 0 ? 0 : dot / this.length(slot);
  }

  /** How long the vector of a message is, until the next change. */
  private length(slot: number): number {
    if (this.measured[slot] !== this.changes) {
      let norm = 0;
      for (const [feature, strength] of this.vectors.of(slot)) norm += (strength * this.weight(feature)) ** 2;
      this.lengths[slot] = Math.sqrt(norm);
      this.measured[slot] = this.changes;
    }
    return this.lengths[slot] ?? 0;
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
      for (const [feature, strength] of this.vectors.of(slot))
        theirs.set(feature, strength * this.weight(feature));
      for (const [feature, value] of unit(theirs))
        sum.set(feature, (sum.get(feature) ?? 0) + (this.with_.lend * value) / lenders.length);
    }
    return unit(sum);
  }

  private common(slot: number, words: ReadonlyMap<number, string>): string[] {
    const shared: { text: string; weight: number }[] = [];
    for (const [feature] of this.vectors.of(slot)) {
      const text = words.get(feature);
      if (text !== undefined) shared.push({ text, weight: this.weight(feature) });
    }
    shared.sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1));
    return joined(shared.slice(0, 24).map(({ text }) => text)).slice(0, 5);
  }
}
