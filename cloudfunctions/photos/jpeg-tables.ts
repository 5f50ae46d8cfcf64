import { mustBe, mustFit, take } from './broken.ts';

/** What a decoder needs must be exactly as long as it says: there is no room beside it. Source: ITU-T T.81, B.2. */

/** A frame header: the size of the picture and how many components it has. */
export function mustBeFrame(body: Buffer): { readonly components: number } {
  const [precision, , , , , components = 0] = take(body, 0, 6);
  mustBe(precision === 8 && [1, 3, 4].includes(components) && body.length === 6 + 3 * components);
  mustFit(body.readUInt16BE(3), body.readUInt16BE(1));
  return { components };
}

export function mustBeScan(body: Buffer, components: number): void {
  const [count = 0] = take(body, 0, 1);
  mustBe(count >= 1 && count <= components && body.length === 4 + 2 * count);
}

export function mustBeQuantization(body: Buffer): void {
  let at = 0;
  while (at < body.length) {
    const [head = 0] = take(body, at, 1);
    mustBe(head >> 4 <= 1 && (head & 15) <= 3);
    at += 1 + (head >> 4 === 0 ? 64 : 128);
  }
  mustBe(at === body.length && at > 0);
}

export function mustBeHuffman(body: Buffer): void {
  let at = 0;
  while (at < body.length) {
    const [head = 0, ...counts] = take(body, at, 17);
    const values = counts.reduce((sum, count) => sum + count, 0);
    mustBe(head >> 4 <= 1 && (head & 15) <= 3 && values <= 256);
    at += 17 + values;
  }
  mustBe(at === body.length && at > 0);
}

export function mustBeInterval(body: Buffer): void {
  mustBe(body.length === 2);
}
