import { inflateRawSync } from 'node:zlib';

/** Not a zip, or more in it than there is room for. */
export class BadZip extends Error {}

const end = 0x06054b50;
const entry = 0x02014b50;
const local = 0x04034b50;
const encrypted = 1;
/** What Node says where the bytes are not what they claim to be, or more than there is room for. */
const broken = /^(Z_\w+|ERR_BUFFER_TOO_LARGE|ERR_OUT_OF_RANGE|ERR_BUFFER_OUT_OF_BOUNDS)$/;

/**
 * The files of a zip whose names are wanted, unpacked. Throws {@link BadZip}; never unpacks more than `room` bytes,
 * whatever the zip says of its own size.
 */
export function unzip(zip: Buffer, wanted: (name: string) => boolean, room: number): Map<string, Buffer> {
  try {
    return filesIn(zip, wanted, room);
  } catch (error) {
    if (broken.test(String((error as NodeJS.ErrnoException).code)))
      throw new BadZip((error as Error).message);
    throw error;
  }
}

function filesIn(zip: Buffer, wanted: (name: string) => boolean, room: number): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  const last = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  mustBe(last >= 0 ? zip.readUInt32LE(last) : 0, end);
  let left = room;
  let at = zip.readUInt32LE(last + 16);
  for (let count = zip.readUInt16LE(last + 10); count > 0; count -= 1) {
    mustBe(zip.readUInt32LE(at), entry);
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, nameEnd);
    if (wanted(name)) {
      const content = unpacked(zip, at, left);
      left -= content.length;
      found.set(name, content);
    }
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return found;
}

/** The content of the file whose entry stands at this place of the directory. */
function unpacked(zip: Buffer, at: number, room: number): Buffer {
  if (zip.readUInt16LE(at + 8) & encrypted || room < 1) throw new BadZip('encrypted, or too much');
  const header = zip.readUInt32LE(at + 42);
  mustBe(zip.readUInt32LE(header), local);
  const begin = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const packed = zip.subarray(begin, begin + zip.readUInt32LE(at + 20));
  if (zip.readUInt16LE(at + 10) !== 0) return inflateRawSync(packed, { maxOutputLength: room });
  if (packed.length > room) throw new BadZip('too much');
  return packed;
}

function mustBe(sign: number, wanted: number): void {
  if (sign !== wanted) throw new BadZip('not a zip');
}
