import { BadInput } from './bad-input.ts';

/** How content is held to its own format; where it is cut off, forged or damaged, `sentence` is said about `field`. */
export function intact(field: string, sentence: string) {
  const broken = () => new BadInput(field, sentence);
  const mustBe = (right: boolean): void => {
    if (!right) throw broken();
  };
  /** `length` bytes from `from`; throws {@link BadInput} where the content ends before. */
  const take = (content: Buffer, from: number, length: number): Buffer => {
    mustBe(length >= 0 && from + length <= content.length);
    return content.subarray(from, from + length);
  };
  return { broken, mustBe, take };
}
