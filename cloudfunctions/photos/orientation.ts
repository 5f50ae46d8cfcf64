/**
 * Which way up a picture is shown: 1 as it lies, 2 to 8 turned or mirrored. Source: Exif 2.32, tag 0x0112.
 */
const tag = 0x0112;
const short = 3;
const header = 'Exif\0\0';

export function isExif(body: Buffer): boolean {
  return body.toString('latin1', 0, 6) === header;
}

/** The orientation in the body of an Exif segment; 1 when it says nothing that can be understood. */
export function orientationOf(body: Buffer): number {
  const tiff = body.subarray(header.length);
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return 1;
  const number = (at: number, bytes: 2 | 4) => {
    if (at + bytes > tiff.length) return 0;
    return order === 'II' ? tiff.readUIntLE(at, bytes) : tiff.readUIntBE(at, bytes);
  };
  const first = number(4, 4);
  for (let entry = 0; entry < number(first, 2); entry += 1) {
    const at = first + 2 + entry * 12;
    if (number(at, 2) !== tag) continue;
    const value = number(at + 2, 2) === short ? number(at + 8, 2) : 1;
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** The body of an Exif segment that says this orientation and nothing else. */
export function exifOf(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  return Buffer.concat([Buffer.from(header, 'latin1'), tiff]);
}
