/** Weights by feature. */
export type Vector = Map<number, number>;

/** The same direction, of length one. */
export function unit(vector: Vector): Vector {
  let norm = 0;
  for (const value of vector.values()) norm += value * value;
  const length = Math.sqrt(norm) || 1;
  return new Map([...vector].map(([feature, value]) => [feature, value / length]));
}

/** A stored feature is its number and its strength in one word of 32 bits. */
const strengths = 64;

/** The features of each message with their strengths, packed one after another. */
export class Vectors {
  private readonly starts: number[] = [0];
  private pool = new Uint32Array(65_536);

  /** Puts the vector of the next message behind the others. */
  add(vector: readonly (readonly [feature: number, strength: number])[]): void {
    let end = this.starts.at(-1) ?? 0;
    this.room(end + vector.length);
    for (const [feature, strength] of vector)
      this.pool[end++] = feature * strengths + Math.min(strengths - 1, Math.round(strength * 8));
    this.starts.push(end);
  }

  /** The features of a message with their strengths, as they are kept. */
  *of(slot: number): Generator<[feature: number, strength: number]> {
    for (let at = this.starts[slot] ?? 0; at < (this.starts[slot + 1] ?? 0); at++) {
      const word = this.pool[at] ?? 0;
      yield [Math.floor(word / strengths), (word % strengths) / 8];
    }
  }

  /** The strengths of a message times what is asked of each feature, summed. */
  dot(slot: number, asked: Float64Array): number {
    let sum = 0;
    for (let at = this.starts[slot] ?? 0; at < (this.starts[slot + 1] ?? 0); at++) {
      const word = this.pool[at] ?? 0;
      sum += ((word % strengths) / 8) * (asked[Math.floor(word / strengths)] ?? 0);
    }
    return sum;
  }

  private room(needed: number): void {
    if (needed <= this.pool.length) return;
    const larger = new Uint32Array(Math.max(needed, this.pool.length * 2));
    larger.set(this.pool);
    this.pool = larger;
  }
}
