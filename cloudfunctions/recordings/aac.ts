import type { Sound } from './clean.ts';
import { type Frame, framesOf } from './tags.ts';

const samplings = [
  ...[96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000],
  7_350,
];
const header = 7;

export const isAac = (content: Buffer) => frameAt(content, 0) !== undefined;

/** Only its ADTS frames. */
export function cleanAac(content: Buffer): Sound {
  return framesOf(content, (from) => frameAt(content, from));
}

function frameAt(content: Buffer, from: number): Frame | undefined {
  const [sync = 0, kind = 0, how = 0, high = 0, mid = 0, low = 0, blocks = 0] = content.subarray(from);
  const sampling = samplings[(how >> 2) & 15];
  const length = ((high & 3) << 11) | (mid << 3) | (low >> 5);
  const fits = sync === 0xff && (kind & 0xf6) === 0xf0 && length > header;
  if (!fits || sampling === undefined || from + header > content.length) return undefined;
  return { length, seconds: (1024 * ((blocks & 3) + 1)) / sampling };
}
