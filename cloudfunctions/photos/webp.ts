import { BadInput } from '../bad-input.ts';
import { mustBe, mustFit, take } from './broken.ts';

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const alphaFlag = 0x10;

/** The same picture with nothing in it but the picture. Throws `BadInput`. Source: WebP Container Specification. */
export function cleanWebp(content: Buffer): Buffer {
  const chunks = [...chunksOf(content)];
  const named = (name: string) => chunks.filter((each) => each.name === name);
  if (named('ANIM').length + named('ANMF').length > 0)
    throw new BadInput('photo', '只能上传静止的照片，请换一张');
  const pictures = [...named('VP8 '), ...named('VP8L')];
  const [picture] = pictures;
  mustBe(pictures.length === 1 && picture !== undefined && named('ALPH').length <= 1);
  return picture ? written(picture, named('ALPH')) : content;
}

function written(picture: Chunk, alpha: readonly Chunk[]): Buffer {
  const size = picture.name === 'VP8L' ? losslessSize(picture.data) : lossySize(picture.data);
  mustFit(size.width, size.height);
  if (picture.name === 'VP8L' || alpha.length === 0) return riff([picture]);
  return riff([{ name: 'VP8X', data: extended(size) }, ...alpha, picture]);
}

/** The chunks within the length the file says of itself; what lies behind is not seen. */
function* chunksOf(content: Buffer): Generator<Chunk> {
  const body = take(content, 8, take(content, 4, 4).readUInt32LE());
  let at = 4;
  while (at < body.length) {
    const length = take(body, at + 4, 4).readUInt32LE();
    yield { name: body.toString('latin1', at, at + 4), data: take(body, at + 8, length) };
    at += 8 + length + (length % 2);
  }
}

/** Source: RFC 6386, 9.1: a key frame that is shown, its first part within the data. */
function lossySize(data: Buffer): Size {
  const tag = take(data, 0, 10).readUIntLE(0, 3);
  mustBe((tag & 1) === 0 && ((tag >> 4) & 1) === 1 && data.readUIntBE(3, 3) === 0x9d012a);
  mustBe(10 + (tag >> 5) <= data.length);
  return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
}

/** Source: RFC 9649, 3.4. */
function losslessSize(data: Buffer): Size {
  const bits = take(data, 0, 5).readUInt32LE(1);
  mustBe(data[0] === 0x2f && bits >>> 29 === 0 && data.length > 5);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** An extended header for a picture with transparency and nothing else. */
function extended({ width, height }: Size): Buffer {
  const data = Buffer.alloc(10);
  data[0] = alphaFlag;
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return data;
}

function riff(chunks: readonly Chunk[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks.map(chunk)]);
  return Buffer.concat([Buffer.from('RIFF'), lengthOf(body), body]);
}

function chunk({ name, data }: Chunk): Buffer {
  return Buffer.concat([Buffer.from(name, 'latin1'), lengthOf(data), data, Buffer.alloc(data.length % 2)]);
}

function lengthOf(data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return length;
}
