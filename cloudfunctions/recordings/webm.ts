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

/** What is kept of each part; of a part not named here, all of it. */
const kept: Readonly<Record<number, readonly number[]>> = {
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
  readonly end: number;
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
    content: Buffer.concat([whole(head as Element), whole(rebuilt(parts))]),
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
    const element = { id: name.value ?? 0, body: take(content, from, length), end: from + length };
    mustBe(inside === undefined || element.id !== id.segment);
    elements.push(element);
    at = element.end;
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
  const bytes = Buffer.from(take(content, from, length));
  if (!marked) return { length, value: bytes.readUIntBE(0, length) };
  bytes[0] = first & (0xff >> length);
  const unknown = bytes.every((byte, place) => byte === (place === 0 ? 0xff >> length : 0xff));
  if (unknown) return { length, value: undefined };
  mustBe(bytes.subarray(0, -4).every((byte) => byte === 0));
  return { length, value: numberIn(bytes) };
}

function numberIn(bytes: Buffer): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

const within = (part: Element, name: number) =>
  elementsOf(part.body, part.id).filter((each) => each.id === name);

function rebuilt(part: Element): Element {
  const allowed = kept[part.id];
  if (!allowed) return part;
  const parts = elementsOf(part.body, part.id).filter((each) => allowed.includes(each.id));
  return { ...part, body: Buffer.concat(parts.map((each) => whole(rebuilt(each)))) };
}

function whole({ id: name, body }: Element): Buffer {
  const digits = name.toString(16);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length));
  size[0] = 0x01;
  return Buffer.concat([
    Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex'),
    size,
    body,
  ]);
}

/** Up to where the last block begins, in seconds. */
function lengthOf(segment: Element): number {
  const [scale] = within(segment, id.info).flatMap((info) => within(info, id.scale));
  const ends = within(segment, id.cluster).map(lastIn);
  const last = ends.reduce((longest, each) => Math.max(longest, each), 0);
  return (last * (scale ? numberIn(scale.body) : 1_000_000)) / 1e9;
}

function lastIn(cluster: Element): number {
  const [time] = within(cluster, id.clusterTime);
  const grouped = within(cluster, id.group).flatMap((group) => within(group, id.groupBlock));
  const blocks = [...within(cluster, id.block), ...grouped];
  const times = blocks.map(({ body }) => take(body, numberAt(body, 0, true).length, 2).readInt16BE(0));
  return (time ? numberIn(time.body) : 0) + times.reduce((most, each) => Math.max(most, each), 0);
}
