import { BadInput } from '../bad-input.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

export interface Photo {
  readonly type: string;
  readonly content: Buffer;
}

interface Format {
  readonly type: string;
  is(head: string): boolean;
  clean(content: Buffer): Buffer;
}

const formats: readonly Format[] = [
  { type: 'image/jpeg', is: (head) => head.startsWith('\xff\xd8\xff'), clean: cleanJpeg },
  { type: 'image/png', is: (head) => head.startsWith('\x89PNG\r\n\x1a\n'), clean: cleanPng },
  {
    type: 'image/webp',
    is: (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8),
    clean: cleanWebp,
  },
];

/**
 * The copy that everybody sees: the picture and which way up it is, nothing about where, when and with what
 * it was taken. Known by what is in it, never by its name. Cleaning it again changes nothing.
 * Throws {@link BadInput} for what is no photo, is damaged, or has more than 40 million pixels.
 */
export function cleanPhoto(content: Buffer): Photo {
  const head = content.toString('latin1', 0, 12);
  const format = formats.find(({ is }) => is(head));
  if (!format) throw new BadInput('photo', '只能上传 JPG、PNG 或 WebP 照片');
  return { type: format.type, content: format.clean(content) };
}
