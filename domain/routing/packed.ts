import * as v from 'valibot';
import type { Model } from './classifier.ts';
import { Slots } from './slots.ts';

const format = 'onewhistle-router-1';
const perCost = 8;

const headSchema = v.strictObject({
  format: v.literal(format),
  labels: v.array(v.string()),
  trained: v.number(),
  sharpness: v.number(),
  trust: v.number(),
  unknown: v.number(),
  words: v.number(),
  features: v.number(),
  taught: v.number(),
});

/** The bytes of a model: the same model always gives the same bytes. */
export function pack(model: Model): Uint8Array {
  const words = [...model.dictionary.costs].sort(([a], [b]) => a - b);
  const taught = [...model.taught].sort(([a], [b]) => a - b);
  const into = new Writer();
  into.text(
    JSON.stringify({
      format,
      labels: model.labels,
      trained: model.scales.length,
      sharpness: model.sharpness,
      trust: model.trust,
      unknown: model.dictionary.unknown,
      words: words.length,
      features: model.features.size,
      taught: taught.length,
    }),
  );
  into.ascending(words.map(([key]) => key));
  for (const [, cost] of words) into.byte(cost * perCost);
  into.ascending(model.features.keys);
  for (const step of model.weights) into.byte(step + 128);
  for (const float of [...model.scales, ...model.bias]) into.float(float);
  into.ascending(taught.map(([key]) => key));
  for (const [, row] of taught) for (let c = 0; c < model.labels.length; c++) into.float(row[c] ?? 0);
  return into.bytes();
}

/** The model of bytes that `pack` wrote; throws on anything else. */
export function unpack(bytes: Uint8Array): Model {
  const from = new Reader(bytes);
  const head = v.parse(headSchema, JSON.parse(from.text()));
  const wordKeys = from.ascending(head.words);
  const costs = new Map<number, number>();
  for (const key of wordKeys) costs.set(key, from.byte() / perCost);
  const features = Slots.of(from.ascending(head.features));
  const weights = Int8Array.from({ length: head.features * head.trained }, () => from.byte() - 128);
  const scales = from.floats(head.trained);
  const bias = from.floats(head.trained);
  const taughtKeys = from.ascending(head.taught);
  const taught = new Map(Array.from(taughtKeys, (key) => [key, from.floats(head.labels.length)]));
  const dictionary = { costs, unknown: head.unknown };
  const { labels, sharpness, trust } = head;
  return { labels, dictionary, trust, features, weights, scales, bias, sharpness, taught };
}

class Writer {
  private room = new Uint8Array(4_096);
  private length = 0;
  private readonly scratch = new DataView(new ArrayBuffer(4));

  byte(value: number): void {
    if (this.length === this.room.length) {
      const larger = new Uint8Array(this.room.length * 2);
      larger.set(this.room);
      this.room = larger;
    }
    this.room[this.length++] = value;
  }

  number(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  float(value: number): void {
    this.scratch.setFloat32(0, value, true);
    for (let i = 0; i < 4; i++) this.byte(this.scratch.getUint8(i));
  }

  text(text: string): void {
    this.number(text.length);
    for (let i = 0; i < text.length; i++) this.number(text.charCodeAt(i));
  }

  /** Ascending whole numbers, as the steps between them. */
  ascending(numbers: Iterable<number>): void {
    let before = 0;
    for (const number of numbers) {
      this.number(number - before);
      before = number;
    }
  }

  bytes(): Uint8Array {
    return this.room.slice(0, this.length);
  }
}

class Reader {
  private readonly from: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor(from: Uint8Array) {
    this.from = from;
    this.view = new DataView(from.buffer, from.byteOffset, from.byteLength);
  }

  byte(): number {
    const value = this.from[this.at++];
    if (value === undefined) throw new RangeError('the model ends too early');
    return value;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  }

  floats(count: number): Float32Array {
    const floats = new Float32Array(count);
    for (let i = 0; i < count; i++) {
      floats[i] = this.view.getFloat32(this.at, true);
      this.at += 4;
    }
    return floats;
  }

  text(): string {
    let text = '';
    for (let left = this.number(); left > 0; left--) text += String.fromCharCode(this.number());
    return text;
  }

  ascending(count: number): Uint32Array {
    const numbers = new Uint32Array(count);
    let before = 0;
    for (let i = 0; i < count; i++) {
      before += this.number();
      numbers[i] = before;
    }
    return numbers;
  }
}
