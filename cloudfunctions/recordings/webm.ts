import { mustBe, take } from './broken.ts';
import type { Sound } from './clean.ts';

const id = {
  head: 0x1a45dfa3,
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackKind: 0x83,
  cluster: 0x1f43b675,
  clusterTime: 0xe7,
  block: 0xa3,
  group: 0xa0,
  groupBlock: 0xa1,
};
const sound = 2;
/** More parts within one than this no minute of sound has. */
const most = 20_000;

/** What is kept of each part; of a part not named here, all of it. */
const kept: Readonly<Record<number, readonly number[]>> = {
  /** Versions, longest names and lengths, what kind of document. */
  [id.head]: [0x4286, 0x42f7, 0x42f2, 0x42f3, 0x4282, 0x4287, 0x4285],
  [id.segment]: [id.info, id.tracks, id.cluster],
  [id.info]: [id.scale],
  [id.tracks]: [id.track],
  /** Number, uid, kind, codec, its set-up, delays, how it is sampled. */
  [id.track]: [0xd7, 0x73c5, id.trackKind, 0x86, 0x63a2, 0x56aa, 0x56bb, 0xe1],
  [id.cluster]: [id.clusterTime, id.block, id.group],
  [id.group]: [id.groupBlock, 0x9b, 0x75a2, 0xfb],
};
/** Parts whose length may be left open: they end where one of these begins that cannot stand in them. */
const open = [id.segment, id.cluster];
const above = [id.info, id.tracks, id.cluster, 0x1c53bb6b, 0x1254c367, 0x1941a469, 0x1043a770, 0x114d9b74];

interface Element {
  readonly id: number;
  readonly body: Buffer;
  /** With its name and its length. */
  readonly whole: Buffer;
}

/** WebM with sound alone in it, without tags, titles, attachments and the names of programs. */
export function cleanWebm(content: Buffer): Sound {
  const [head, segment] = elementsOf(content);
  mustBe(head?.id === id.head && segment?.id === id.segment);
  const parts = segment as Element;
  const tracks = within(parts, id.tracks).flatMap((part) => within(part, id.track));
  const kinds = tracks.flatMap((track) => within(track, id.trackKind)).map(({ body }) => numberIn(body));
  mustBe(kinds.length > 0 && kinds.length === tracks.length && kinds.every((kind) => kind === sound));
  return {
    content: Buffer.concat([rebuilt(head as Element), rebuilt(parts)]),
    seconds: lengthOf(parts),
  };
}

function elementsOf(content: Buffer, inside?: number): Element[] {
  const elements: Element[] = [];
  for (let at = 0; at < content.length; ) {
    const name = numberAt(content, at, false);
    const size = numberAt(content, at + name.length, true);
    const from = at + name.length + size.length;
    mustBe(size.value !== undefined || open.includes(name.value ?? 0));
    const length = size.value ?? openLength(content, from, name.value ?? 0);
    const body = take(content, from, length);
    const element = { id: name.value ?? 0, body, whole: content.subarray(at, from + length) };
    mustBe(inside === undefined || element.id !== id.segment);
    mustBe(elements.push(element) <= most);
    at = from + length;
  }
  return elements;
}

/** How far a part without a length goes. */
function openLength(content: Buffer, from: number, name: number): number {
  if (name === id.segment) return content.length - from;
  let at = from;
  while (at < content.length) {
    const next = numberAt(content, at, false);
    if (above.includes(next.value ?? 0)) break;
    const size = numberAt(content, at + next.length, true);
    mustBe(size.value !== undefined);
    at += next.length + size.length + (size.value ?? 0);
  }
  return at - from;
}

/** A number that says its own length; `marked`: without the mark of it, `undefined` where every bit is set. */
function numberAt(content: Buffer, from: number, marked: boolean) {
  const first = take(content, from, 1)[0] ?? 0;
  const length = Math.clz32(first) - 23;
  mustBe(length <= (marked ? 8 : 4));
  const bytes = take(content, from, length);
  const all = 0xff >> length;
  let value = marked ? first & all : first;
  let open = marked && value === all;
  for (let place = 1; place < length; place += 1) {
    const byte = bytes[place] ?? 0;
    value = value * 256 + byte;
    open &&= byte === 0xff;
  }
  return { length, value: open ? undefined : value };
}

function numberIn(bytes: Buffer): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

const within = (part: Element, name: number) =>
  elementsOf(part.body, part.id).filter((each) => each.id === name);

/** The part with what is kept of it alone. */
function rebuilt(part: Element): Buffer {
  const allowed = kept[part.id];
  if (!allowed) return part.whole;
  const parts = elementsOf(part.body, part.id).filter((each) => allowed.includes(each.id));
  return written(part.id, Buffer.concat(parts.map(rebuilt)));
}

function written(name: number, body: Buffer): Buffer {
  const digits = name.toString(16);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length));
  size[0] = 0x01;
  const whole = digits.padStart(digits.length + (digits.length % 2), '0');
  return Buffer.concat([Buffer.from(whole, 'hex'), size, body]);
}

/** Up to where the last block begins, in seconds. */
function lengthOf(segment: Element): number {
  const [scale] = within(segment, id.info).flatMap((info) => within(info, id.scale));
  const ends = within(segment, id.cluster).map(lastIn);
  const last = ends.reduce((longest, each) => Math.max(longest, each), 0);
  return (last * (scale ? numberIn(scale.body) : 1_000_000)) / 1e9;
}

function lastIn(cluster: Element): number {
  const parts = elementsOf(cluster.body, cluster.id);
  const time = parts.find((each) => each.id === id.clusterTime);
  const blocks = parts.flatMap((each) => (each.id === id.group ? within(each, id.groupBlock) : each));
  const last = blocks
    .filter((each) => each.id === id.block || each.id === id.groupBlock)
    .map(({ body }) => take(body, numberAt(body, 0, true).length, 2).readInt16BE(0))
    .reduce((most, each) => Math.max(most, each), 0);
  return (time ? numberIn(time.body) : 0) + last;
}
