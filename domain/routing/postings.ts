/** Which messages have a feature: the newest of them, the oldest giving way when there are too many. */
export class Postings {
  private readonly most: number;
  private readonly lists: Uint32Array[] = [];
  /** Messages ever put under each feature. */
  private readonly counts: number[] = [];

  constructor(most: number) {
    this.most = most;
  }

  add(feature: number, slot: number): void {
    const count = this.counts[feature] ?? 0;
    let list = this.lists[feature] ?? new Uint32Array(2);
    if (count === list.length && count < this.most) {
      const larger = new Uint32Array(Math.min(this.most, count * 2));
      larger.set(list);
      list = larger;
    }
    list[count % this.most] = slot;
    this.lists[feature] = list;
    this.counts[feature] = count + 1;
  }

  /** The messages under a feature, forgotten ones included, in no order. */
  under(feature: number): Uint32Array | undefined {
    return this.lists[feature]?.subarray(0, this.counts[feature]);
  }
}

/** The `most` slots with the highest marks, in no order. */
export function strongest(slots: number[], marks: Float64Array, most: number): number[] {
  if (slots.length <= most) return slots;
  const sample = Float64Array.from(slots, (slot) => marks[slot] ?? 0).sort();
  const bar = sample[sample.length - most] ?? 0;
  return slots.filter((slot) => (marks[slot] ?? 0) >= bar).slice(0, 2 * most);
}
