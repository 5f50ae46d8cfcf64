import { BadInput } from '../bad-input.ts';
import { intact } from '../intact.ts';

/** The most pixels a photo may have: what a viewer's phone can still unpack. */
const mostPixels = 40_000_000;

export const { broken, mustBe, take } = intact('photo', '照片不完整或已经损坏，请重新拍一张或换一张');

/** Width and height in pixels, as the header has them. Throws {@link BadInput} for none, and for too many. */
export function mustFit(width: number, height: number): void {
  mustBe(width > 0 && height > 0);
  if (width * height > mostPixels) throw new BadInput('photo', '照片太大，最多 4000 万像素，请缩小后再传');
}
