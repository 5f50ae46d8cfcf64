import { BadInput } from '../../cloudfunctions/bad-input.ts';
import { cleanPhoto } from '../../cloudfunctions/photos/clean.ts';
import { harmless, mark, refused } from './nasty.ts';
import { ihdr, pngStart } from './parts.ts';
import { picture } from './pictures.ts';
import { partsOf } from './walk.ts';

describe('不是照片的，一概不收，并说明原因', () => {
  it.each(Object.entries(refused))('%s', (title, content) => {
    const reason = title.includes('亿像素') ? /^照片太大/ : /^(照片不完整|只能上传)/;
    expect(() => cleanPhoto(content)).toThrow(BadInput);
    expect(() => cleanPhoto(content)).toThrow(reason);
  });
});

describe('夹带了别的东西的照片，只留下照片', () => {
  it.each(Object.entries(harmless))('%s', (_, content) => {
    const { type, content: cleaned } = cleanPhoto(content);
    expect(type).toMatch(/^image\/(jpeg|png|webp)$/);
    expect(content.includes(mark.slice(0, 4))).toBe(true);
    expect(cleaned.includes(mark.slice(0, 4))).toBe(false);
    expect(partsOf(cleaned).length).toBeGreaterThan(0);
  });
});

it('四千万像素正好可以，多一行就不行', () => {
  const rows = picture('truecolour').subarray(33);
  const sized = (height: number) => cleanPhoto(Buffer.concat([pngStart, ihdr(8000, height), rows]));
  expect(sized(5000).type).toBe('image/png');
  expect(() => sized(5001)).toThrow('照片太大，最多 4000 万像素');
});
