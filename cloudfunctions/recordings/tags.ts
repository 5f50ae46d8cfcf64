import { mustBe } from './broken.ts';

/** The longest frame there is of those we take, in bytes. */
const longestFrame = 8191;

/** Without the ID3v2 tags it begins with. */
export function withoutId3(content: Buffer): Buffer {
  let rest = content;
  while (rest.length >= 10 && rest.toString('latin1', 0, 3) === 'ID3') {
    const footer = ((rest[5] ?? 0) & 0x10) === 0 ? 0 : 10;
    rest = rest.subarray(10 + sevenBits(rest.subarray(6, 10)) + footer);
  }
  return rest;
}

/** A number of which each byte holds seven bits. */
function sevenBits(bytes: Buffer): number {
  return bytes.reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
}

/** A frame of sound: how many bytes, and how long it sounds. */
export interface Frame {
  readonly length: number;
  readonly seconds: number;
}

/**
 * The frames one after the other, as long as one follows the other; a tag behind them and a frame cut off go.
 * Throws {@link BadInput} where there is none, or something else among them.
 */
export function framesOf(content: Buffer, frameAt: (from: number) => Frame | undefined) {
  let [end, seconds] = [0, 0];
  for (let frame = frameAt(0); frame && end + frame.length <= content.length; frame = frameAt(end)) {
    end += frame.length;
    seconds += frame.seconds;
  }
  const rest = content.subarray(end);
  mustBe(end > 0 && (rest.length < longestFrame || isTag(rest)));
  return { content: content.subarray(0, end), seconds };
}

function isTag(rest: Buffer): boolean {
  return ['TAG', 'APETAGEX', 'LYRICSBEGIN', 'ID3', '3DI'].some(
    (name) => rest.toString('latin1', 0, name.length) === name,
  );
}
