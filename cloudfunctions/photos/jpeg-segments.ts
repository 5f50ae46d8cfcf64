import { broken, mustBe, take } from './broken.ts';

/** One marker and what follows it; a scan brings its compressed rows along. */
export interface Segment {
  readonly marker: number;
  readonly body: Buffer;
  readonly rows: Buffer;
}

export const SOI = 0xd8;
export const EOI = 0xd9;
export const SOS = 0xda;
const none: Buffer = Buffer.alloc(0);
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** The segments from the start to the end marker; what lies behind it is not seen. Throws `BadInput` when there is none. */
export function* segmentsOf(content: Buffer): Generator<Segment> {
  let at = 2;
  while (true) {
    const { marker, after } = markerAt(content, at);
    if (marker === EOI) return;
    mustBe(marker >= 0xc0 && !isRestart(marker) && marker !== SOI);
    const length = take(content, after, 2).readUInt16BE();
    mustBe(length >= 2);
    const body = take(content, after + 2, length - 2);
    const end = after + length;
    const rows = marker === SOS ? content.subarray(end, endOfRows(content, end)) : none;
    yield { marker, body, rows };
    at = end + rows.length;
  }
}

/** A marker may be preceded by any number of fill bytes. */
function markerAt(content: Buffer, from: number): { readonly marker: number; readonly after: number } {
  mustBe(content[from] === 0xff);
  let at = from;
  while (content[at] === 0xff) at += 1;
  return { marker: content[at] ?? 0, after: at + 1 };
}

/** Rows go on until a marker that is neither a stuffed byte nor a restart. */
function endOfRows(content: Buffer, from: number): number {
  let at = content.indexOf(0xff, from);
  while (at !== -1) {
    let next = at;
    while (content[next] === 0xff) next += 1;
    const marker = content[next];
    if (marker === undefined) break;
    if (marker !== 0 && !isRestart(marker)) return at;
    at = content.indexOf(0xff, next + 1);
  }
  throw broken();
}

export function segment(marker: number, body: Buffer, rows = none): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body, rows]);
}
