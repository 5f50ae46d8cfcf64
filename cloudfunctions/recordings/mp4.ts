import { mustBe, take } from './broken.ts';
import type { Sound } from './clean.ts';

/** Boxes that hold boxes, on the way to what we read and to what we empty. */
const holders = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'dinf', 'moof', 'traf', 'mvex'];
/** Boxes that say when, where and with what. */
const telling = ['udta', 'meta', 'uuid', 'free', 'skip', 'iods', 'sidx', 'pdin', 'mfra'];

interface Box {
  readonly name: string;
  readonly from: number;
  readonly body: Buffer;
}

/** MP4 with sound alone in it; what it tells beside the sound is emptied where it stands, so that nothing moves. */
export function cleanMp4(given: Buffer): Sound {
  const content = Buffer.from(given);
  const boxes = boxesOf(content);
  const handlers = boxes
    .filter(({ name }) => name === 'hdlr')
    .map(({ body }) => body.toString('latin1', 8, 12));
  mustBe(handlers.length > 0 && handlers.every((kind) => kind === 'soun'));
  for (const { name, from, body } of boxes) {
    if (telling.includes(name)) {
      content.write('free', from, 'latin1');
      body.fill(0);
    }
    if (['mvhd', 'tkhd', 'mdhd'].includes(name)) body.fill(0, 4, 4 + 2 * (body[0] === 1 ? 8 : 4));
    if (name === 'hdlr') body.fill(0, 24);
  }
  return { content, seconds: Math.max(movieLength(boxes), fragmentsLength(boxes)) };
}

/** Boxes hold boxes, no deeper than this. */
const deepest = 8;

function boxesOf(content: Buffer, start = 0, end = content.length, depth = 0): Box[] {
  mustBe(depth < deepest);
  const boxes: Box[] = [];
  for (let at = start; at < end; ) {
    const short = take(content, at, 8).readUInt32BE(0);
    const name = content.toString('latin1', at + 4, at + 8);
    const head = short === 1 ? 16 : 8;
    const long = short === 1 ? Number(take(content, at + 8, 8).readBigUInt64BE(0)) : short;
    const length = short === 0 ? end - at : long;
    mustBe(length >= head && at + length <= end);
    boxes.push({ name, from: at + 4, body: take(content, at + head, length - head) });
    if (holders.includes(name))
      for (const inner of boxesOf(content, at + head, at + length, depth + 1)) boxes.push(inner);
    at += length;
  }
  return boxes;
}

/** As the header has it, in seconds; 0 where the recording was written piece by piece. */
function movieLength(boxes: readonly Box[]): number {
  const body = boxes.find(({ name }) => name === 'mvhd')?.body;
  if (!body) return 0;
  const long = body[0] === 1;
  const scale = take(body, long ? 20 : 12, 4).readUInt32BE(0);
  const length = long ? Number(take(body, 24, 8).readBigUInt64BE(0)) : take(body, 16, 4).readUInt32BE(0);
  return scale === 0 || length === 0xffffffff ? 0 : length / scale;
}

/** Up to where the last piece begins, in seconds. */
function fragmentsLength(boxes: readonly Box[]): number {
  const media = boxes.find(({ name }) => name === 'mdhd')?.body;
  const scale = media ? take(media, media[0] === 1 ? 20 : 12, 4).readUInt32BE(0) : 0;
  const times = boxes
    .filter(({ name }) => name === 'tfdt')
    .map(({ body }) =>
      body[0] === 1 ? Number(take(body, 4, 8).readBigUInt64BE(0)) : take(body, 4, 4).readUInt32BE(0),
    );
  return scale === 0 ? 0 : times.reduce((last, each) => Math.max(last, each), 0) / scale;
}
