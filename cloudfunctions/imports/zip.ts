import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';

/** Not a zip, cut off, or more in it than there is room for. */
export class BadZip extends Error {}

const end = Buffer.from('PK\x05\x06');

/** Bytes unpacked at a time, at most to a thousand times as many: only then is it seen how much they came to. */
const step = 1_024;

/**
 * The files of a zip whose names are wanted, as text. Throws {@link BadZip}; stops once they are more than `room` bytes,
 * whatever the zip says of its own size.
 */
export function unzip(zip: Buffer, wanted: (name: string) => boolean, room: number): Map<string, string> {
  if (!zip.includes(end)) throw new BadZip('cut off');
  const texts = new Map<string, string>();
  let left = room;
  const take = (name: string, text: string, bytes: number) => {
    left -= bytes;
    if (left < 0) throw new BadZip('too much');
    texts.set(name, (texts.get(name) ?? '') + text);
  };
  try {
    unpack(zip, (file) => wanted(file.name) && read(file, take));
  } catch (error) {
    throw new BadZip((error as Error).message);
  }
  return texts;
}

function unpack(zip: Buffer, open: (file: UnzipFile) => void): void {
  const reader = new Unzip(open);
  reader.register(UnzipInflate);
  for (let at = 0; at < zip.length; at += step)
    reader.push(zip.subarray(at, at + step), at + step >= zip.length);
}

function read(file: UnzipFile, take: (name: string, text: string, bytes: number) => void): void {
  const utf8 = new TextDecoder();
  file.ondata = (error, piece, last) => {
    if (error) throw error;
    take(file.name, utf8.decode(piece, { stream: !last }), piece.length);
  };
  file.start();
}
