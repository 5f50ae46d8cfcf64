/** Numbers 32-bit keys in the order they come: a small open-addressing table, quicker than a Map of millions. */
export class Slots {
  private mask: number;
  private table: Int32Array;
  private kept: Uint32Array;
  private length = 0;

  constructor(expected = 1_024) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.mask = size - 1;
    this.table = new Int32Array(size).fill(-1);
    this.kept = new Uint32Array(size / 2);
  }

  /** The slots of keys already in order. */
  static of(keys: Uint32Array): Slots {
    const slots = new Slots(keys.length);
    for (const key of keys) slots.add(key);
    return slots;
  }

  get size(): number {
    return this.length;
  }

  /** The keys by number. */
  get keys(): Uint32Array {
    return this.kept.subarray(0, this.length);
  }

  /** The number of a key, or -1. */
  find(key: number): number {
    for (let at = key & this.mask; ; at = (at + 1) & this.mask) {
      const slot = this.table[at] ?? -1;
      if (slot < 0 || this.kept[slot] === key) return slot;
    }
  }

  /** The number of a key, given now if it had none. */
  add(key: number): number {
    const found = this.find(key);
    if (found >= 0) return found;
    if (this.length === this.kept.length) this.grow();
    const slot = this.length++;
    this.kept[slot] = key;
    this.place(key, slot);
    return slot;
  }

  private place(key: number, slot: number): void {
    let at = key & this.mask;
    while ((this.table[at] ?? -1) >= 0) at = (at + 1) & this.mask;
    this.table[at] = slot;
  }

  private grow(): void {
    const old = this.kept;
    this.kept = new Uint32Array(old.length * 2);
    this.kept.set(old);
    this.table = new Int32Array(old.length * 4).fill(-1);
    this.mask = this.table.length - 1;
    for (const [slot, key] of old.entries()) this.place(key, slot);
  }
}
