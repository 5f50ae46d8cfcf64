import { mustBe, mustFit, take } from './broken.ts';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
  /** With its length before and its checksum behind. */
  readonly whole: Buffer;
}

/** What a decoder needs; animation, text, time, place and colour profiles are not in it. Source: PNG (W3C), 5.6. */
const kept: Readonly<Record<string, (size: number) => boolean>> = {
  IHDR: (size) => size === 13,
  sRGB: (size) => size === 1,
  PLTE: (size) => size > 0 && size <= 768 && size % 3 === 0,
  tRNS: (size) => size > 0 && size <= 256,
  IDAT: () => true,
  IEND: (size) => size === 0,
};
/** A chunk nobody needs to understand; any other that is not known makes the picture strange. */
const optional = /^[a-z][A-Za-z]{3}$/;

/** Bit depths by colour type. */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** The same picture with nothing in it but the picture. Throws `BadInput`. */
export function cleanPng(content: Buffer): Buffer {
  const chunks = [...chunksOf(content)].filter(({ name }) => name in kept);
  mustBeWhole(chunks);
  return Buffer.concat([signature, ...chunks.map(({ whole }) => whole)]);
}

/** The chunks up to the end; what lies behind it is not seen. */
function* chunksOf(content: Buffer): Generator<Chunk> {
  let at = signature.length;
  let name = '';
  while (name !== 'IEND') {
    const length = take(content, at, 8).readUInt32BE();
    const named = take(content, at + 4, 4 + length);
    mustBe(take(content, at + 8 + length, 4).readUInt32BE() === crc(named));
    name = named.toString('latin1', 0, 4);
    mustBe(kept[name]?.(length) ?? optional.test(name));
    yield { name, data: named.subarray(4), whole: take(content, at, 12 + length) };
    at += 12 + length;
  }
}

function mustBeWhole(chunks: readonly Chunk[]): void {
  const names = chunks.map(({ name }) => name);
  const order = names.filter((name, place) => name !== 'IDAT' || names[place - 1] !== 'IDAT').join(' ');
  mustBe(/^IHDR( sRGB)?( PLTE)?( tRNS)? IDAT IEND$/.test(order));
  mustBeHeader(chunks[0]?.data ?? Buffer.alloc(0), names.includes('PLTE'));
}

function mustBeHeader(header: Buffer, palette: boolean): void {
  const [depth = 0, colour = 0, compression, filter, interlace = 2] = take(header, 8, 5);
  mustBe(depths[colour]?.includes(depth) ?? false);
  mustBe(compression === 0 && filter === 0 && interlace <= 1);
  mustBe(palette ? colour !== 0 && colour !== 4 : colour !== 3);
  mustFit(header.readUInt32BE(0), header.readUInt32BE(4));
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** Source: PNG (W3C), annex D. */
function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1)
    value = (table[(value ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
