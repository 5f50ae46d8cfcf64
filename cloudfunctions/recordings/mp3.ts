import type { Sound } from './clean.ts';
import { type Frame, framesOf } from './tags.ts';

/** kbit/s by the header's index, of MPEG 1 and of MPEG 2 and 2.5, Layer III. */
const rates = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
/** Samples a second of MPEG 1; MPEG 2 has half as many, 2.5 a quarter. */
const samplings = [44_100, 48_000, 32_000];
const slower: Readonly<Record<number, number>> = { 3: 1, 2: 2, 0: 4 };

export const isMp3 = (content: Buffer) => frameAt(content, 0) !== undefined;

/** Only its frames: no ID3, no APE, no lyrics. */
export function cleanMp3(content: Buffer): Sound {
  return framesOf(content, (from) => frameAt(content, from));
}

function frameAt(content: Buffer, from: number): Frame | undefined {
  const [sync = 0, kind = 0, how = 0] = content.subarray(from, from + 4);
  const pace = slower[(kind >> 3) & 3];
  const layerThree = sync === 0xff && (kind & 0xe6) === 0xe2;
  const sampling = samplings[(how >> 2) & 3];
  if (!layerThree || pace === undefined || sampling === undefined || from + 4 > content.length)
    return undefined;
  const rate = rates[pace === 1 ? 'one' : 'two'][how >> 4];
  if (!rate) return undefined;
  const samples = pace === 1 ? 1152 : 576;
  const hertz = sampling / pace;
  const length = Math.floor((samples * 125 * rate) / hertz) + ((how >> 1) & 1);
  return { length, seconds: samples / hertz };
}
