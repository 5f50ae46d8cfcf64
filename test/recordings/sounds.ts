import { checksum } from './crc.ts';

/** Small recordings of every kind that is taken, written out byte by byte from the formats' own books. */

const many = (count: number, make: (place: number) => Buffer) =>
  Buffer.concat(Array.from({ length: count }, (_, place) => make(place)));

/** MPEG 2 Layer III, 16 kHz, 24 kbit/s, mono: 108 bytes and 36 ms a frame. */
export function mp3(seconds: number): Buffer {
  const frame = Buffer.alloc(108);
  frame.set([0xff, 0xf3, 0x38, 0xc4]);
  return many(Math.round(seconds / 0.036), () => frame);
}

/** ID3v2.3 with a comment in it. */
export function id3(words: string): Buffer {
  const body = Buffer.from(`COMM\0\0\0\0\0\0${words}`, 'utf8');
  const head = Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1');
  head.set([0, 0, body.length >> 7, body.length & 0x7f], 6);
  return Buffer.concat([head, body]);
}

/** ID3v1, at the end of a file. */
export function id3v1(words: string): Buffer {
  const tag = Buffer.alloc(128);
  tag.write(`TAG${words}`);
  return tag;
}

/** AAC-LC in ADTS, 16 kHz, mono: 64 ms a frame. */
export function aac(seconds: number): Buffer {
  const length = 40;
  const frame = Buffer.alloc(length);
  frame.set([
    0xff,
    0xf1,
    0x60,
    0x40 | (length >> 11),
    (length >> 3) & 0xff,
    ((length & 7) << 5) | 0x1f,
    0xfc,
  ]);
  return many(Math.round(seconds / 0.064), () => frame);
}

function page(place: number, time: bigint, body: Buffer): Buffer {
  const lengths = [...Array.from({ length: Math.floor(body.length / 255) }, () => 255), body.length % 255];
  const head = Buffer.alloc(27);
  head.write('OggS');
  head[5] = place === 0 ? 2 : 0;
  head.writeBigInt64LE(time, 6);
  head.writeUInt32LE(7, 14);
  head.writeUInt32LE(place, 18);
  head[26] = lengths.length;
  const whole = Buffer.concat([head, Buffer.from(lengths), body]);
  whole.writeUInt32LE(checksum(whole), 22);
  return whole;
}

/** Opus in Ogg, one page a second, with a comment in it. */
export function ogg(seconds: number, words = ''): Buffer {
  const head = Buffer.from('OpusHead\x01\x01\x38\x01\x80\x3e\0\0\0\0\0', 'latin1');
  const said = Buffer.from(`BY=${words}`);
  const number = (value: number) => Buffer.from([value & 0xff, value >> 8, 0, 0]);
  const vendor = Buffer.from('a phone');
  const tags = [Buffer.from('OpusTags'), number(vendor.length), vendor, number(1), number(said.length), said];
  const sound = many(seconds, (place) =>
    page(2 + place, BigInt(312 + 48_000 * (place + 1)), Buffer.alloc(90, 7)),
  );
  return Buffer.concat([page(0, 0n, head), page(1, 0n, Buffer.concat(tags)), sound]);
}

const unknown = Buffer.from('01ffffffffffffff', 'hex');

/** An EBML element; without a length as a browser writes it that records live. */
export function element(id: string, body: Buffer | string, open = false): Buffer {
  const content = Buffer.isBuffer(body) ? body : Buffer.from(body);
  const size = Buffer.from([0x40 | (content.length >> 8), content.length & 0xff]);
  return Buffer.concat([Buffer.from(id, 'hex'), open ? unknown : size, content]);
}

const number = (...bytes: number[]) => Buffer.from(bytes);

/** WebM as Chromium records it: nothing says how long, every second a cluster of three blocks. */
export function webm(seconds: number, words = '', kind = 2): Buffer {
  const head = element('1a45dfa3', element('4282', 'webm'));
  const info = element(
    '1549a966',
    Buffer.concat([
      element('2ad7b1', number(0x0f, 0x42, 0x40)),
      element('7ba9', words),
      element('4d80', 'Chrome'),
    ]),
  );
  const track = [
    element('d7', number(1)),
    element('73c5', number(9)),
    element('83', number(kind)),
    element('86', 'A_OPUS'),
    element('536e', words),
  ];
  const tracks = element('1654ae6b', element('ae', Buffer.concat(track)));
  const block = (at: number) =>
    element('a3', Buffer.concat([number(0x81, at >> 8, at & 0xff, 0x80), Buffer.alloc(20, 7)]));
  const cluster = (place: number) => {
    const time = element('e7', number((place * 1000) >> 8, (place * 1000) & 0xff));
    return element('1f43b675', Buffer.concat([time, block(0), block(500), block(940)]), true);
  };
  const tags = element('1254c367', words);
  return Buffer.concat([
    head,
    element('18538067', Buffer.concat([info, tracks, many(seconds, cluster), tags]), true),
  ]);
}

/** A box of MP4. */
export function box(name: string, ...bodies: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(bodies.map((each) => Buffer.from(each as string)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
}

const long = (...values: number[]) => {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [place, value] of values.entries()) bytes.writeUInt32BE(value, 4 * place);
  return bytes;
};

/** M4A as an iPhone writes it, with who made it where and when. */
export function mp4(seconds: number, words = '', kind = 'soun'): Buffer {
  const made = 3_900_000_000;
  const mvhd = box('mvhd', long(0, made, made, 1000, seconds * 1000), Buffer.alloc(80));
  const mdhd = box('mdhd', long(0, made, made, 16_000, seconds * 16_000, 0));
  const hdlr = box('hdlr', long(0, 0), kind, Buffer.alloc(12), words);
  const trak = box('trak', box('mdia', mdhd, hdlr, box('minf', Buffer.alloc(0))));
  return Buffer.concat([
    box('ftyp', 'M4A ', long(0), 'isom'),
    box('moov', mvhd, trak, box('udta', box('©xyz', words))),
    box('free', words),
    box('mdat', Buffer.alloc(64, 7)),
  ]);
}
