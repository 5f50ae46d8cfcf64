import { crc32 } from 'node:zlib';

/** Pictures put together by hand, for what no encoder would write. */

export function seg(marker: number, body: Buffer | string = ''): Buffer {
  const bytes = Buffer.from(body as string, 'latin1');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length + 2);
  return Buffer.concat([Buffer.of(0xff, marker), length, bytes]);
}

/** The picture with more segments right behind its start. */
export function withSegments(jpeg: Buffer, ...more: readonly Buffer[]): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...more, jpeg.subarray(2)]);
}

/** An Exif body with an orientation, a GPS pointer and a text, in either byte order. */
export function exif(order: 'II' | 'MM', orientation: number, text: string): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 3 * 12 + 4);
  const two = (value: number, at: number) =>
    order === 'II' ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const four = (value: number, at: number) =>
    order === 'II' ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(order, 0, 'latin1');
  two(42, 2);
  four(8, 4);
  two(3, 8);
  two(0x010f, 10);
  two(2, 12);
  four(text.length, 14);
  four(tiff.length, 18);
  two(0x0112, 22);
  two(3, 24);
  four(1, 26);
  two(orientation, 30);
  two(0x8825, 34);
  two(4, 36);
  four(1, 38);
  four(tiff.length, 42);
  return Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(text, 'latin1')]);
}

export function chunk(name: string, data: Buffer | string = ''): Buffer {
  const named = Buffer.concat([Buffer.from(name), Buffer.from(data as string, 'latin1')]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(named.length - 4, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

const afterHeader = 33;

/** The picture with more chunks right behind its header. */
export function withChunks(png: Buffer, ...more: readonly Buffer[]): Buffer {
  return Buffer.concat([png.subarray(0, afterHeader), ...more, png.subarray(afterHeader)]);
}

/** A header of any size. */
export function ihdr(width: number, height: number, rest = [8, 2, 0, 0, 0]): Buffer {
  const data = Buffer.alloc(8);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  return chunk('IHDR', Buffer.concat([data, Buffer.from(rest)]));
}

export const pngStart = Buffer.from('89504e470d0a1a0a', 'hex');

export function part(name: string, data: Buffer | string = ''): Buffer {
  const bytes = Buffer.from(data as string, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([Buffer.from(name), length, bytes, Buffer.alloc(bytes.length % 2)]);
}

export function riff(...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from('RIFF'), length, body]);
}

/** An extended header of a picture of 24 × 16. */
export function vp8x(flags: number): Buffer {
  return part('VP8X', Buffer.of(flags, 0, 0, 0, 23, 0, 0, 15, 0, 0));
}
