import { BadInput } from '../bad-input.ts';

/** The recording does not keep to its own format: cut off, forged or damaged. */
export function broken(): BadInput {
  return new BadInput('recording', '录音不完整或已经损坏，请重新录一段');
}

export function mustBe(right: boolean): void {
  if (!right) throw broken();
}

/** `length` bytes from `from`; throws {@link BadInput} where the recording ends before. */
export function take(content: Buffer, from: number, length: number): Buffer {
  mustBe(length >= 0 && from + length <= content.length);
  return content.subarray(from, from + length);
}
