import { mustBe, take } from './broken.ts';
import type { Sound } from './clean.ts';

/** Opus counts its time in these steps a second, however it was sampled. */
const steps = 48_000;
const head = 27;

interface Page {
  readonly bytes: Buffer;
  readonly body: Buffer;
  /** Where the sound is at the end of the page; -1 where no packet ends on it. */
  readonly time: bigint;
  readonly stream: number;
}

/** Opus in Ogg with nothing in the page that says who made it with what. */
export function cleanOgg(content: Buffer): Sound {
  const pages = pagesOf(content);
  const [first, tags, ...sound] = pages;
  mustBe(first !== undefined && first.body.toString('latin1', 0, 8) === 'OpusHead');
  mustBe(tags !== undefined && tags.body.toString('latin1', 0, 8) === 'OpusTags');
  mustBe(pages.every(({ stream }) => stream === first?.stream) && wholePacket(tags as Page));
  const skipped = (first as Page).body.readUInt16LE(10);
  const last = Math.max(0, ...sound.map(({ time }) => Number(time)));
  const kept = [first as Page, silent(tags as Page), ...sound].map(({ bytes }) => bytes);
  return { content: Buffer.concat(kept), seconds: Math.max(0, last - skipped) / steps };
}

function pagesOf(content: Buffer): Page[] {
  const pages: Page[] = [];
  for (let at = 0; at < content.length; ) {
    const start = take(content, at, head);
    mustBe(start.toString('latin1', 0, 5) === 'OggS\0');
    const lengths = take(content, at + head, start[26] ?? 0);
    const length = lengths.reduce((sum, each) => sum + each, 0);
    const bytes = take(content, at, head + lengths.length + length);
    const body = bytes.subarray(head + lengths.length);
    pages.push({ bytes, body, time: start.readBigInt64LE(6), stream: start.readUInt32LE(14) });
    at += bytes.length;
  }
  return pages;
}

/** The packet on the page ends on it, and no other begins. */
function wholePacket({ bytes }: Page): boolean {
  const lengths = bytes.subarray(head, head + (bytes[26] ?? 0));
  return lengths.length > 0 && lengths.every((each, place) => each < 255 === (place === lengths.length - 1));
}

/** The same page with no vendor and no comment in it. */
function silent({ bytes, ...page }: Page): Page {
  mustBe(page.body.length >= 16);
  const empty = Buffer.from(bytes);
  empty.fill(0, empty.length - page.body.length + 8);
  empty.writeUInt32LE(0, 22);
  empty.writeUInt32LE(checksum(empty), 22);
  return { ...page, bytes: empty };
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  return sum >>> 0;
});

/** CRC-32 as Ogg reckons it (RFC 3533). */
export function checksum(page: Buffer): number {
  return page.reduce((sum, byte) => ((sum << 8) ^ (table[(sum >>> 24) ^ byte] ?? 0)) >>> 0, 0);
}
