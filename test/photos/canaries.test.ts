import fc from 'fast-check';
import { cleanPhoto } from '../../cloudfunctions/photos/clean.ts';
import { chunk, exif, part, riff, seg, vp8x, withChunks, withSegments } from './parts.ts';
import { picture } from './pictures.ts';
import { partsOf } from './walk.ts';

/** Random layouts with a word planted in every place where a phone or an editor leaves something. */
const canary = 'KANARI';
const planted = fc
  .tuple(
    fc.string({ maxLength: 60, unit: 'binary-ascii' }),
    fc.string({ maxLength: 60, unit: 'binary-ascii' }),
  )
  .map(([before, after]) => `${before}${canary}${after}`);

const starts = ['', 'Exif\0\0', 'JFIF\0', 'JFXX\0', 'Adobe', 'ICC_PROFILE\0', 'MPF\0', 'Photoshop 3.0\0'];
const spoken = fc.constantFrom(0xfe, ...Array.from({ length: 16 }, (_, n) => 0xe0 + n));
const named = fc
  .tuple(spoken, fc.constantFrom(...starts, 'http://ns.adobe.com/xap/1.0/\0'), planted)
  .map(([marker, start, words]) => seg(marker, start + words));
const photographed = fc
  .tuple(fc.constantFrom('II' as const, 'MM' as const), fc.nat(20), planted)
  .map(([order, way, words]) => seg(0xe1, exif(order, way, words)));
const segments = fc.array(fc.oneof(named, photographed), { minLength: 1, maxLength: 8 });
const behind = fc.option(
  planted.map((words) => Buffer.from(words, 'latin1')),
  { nil: Buffer.alloc(0) },
);
const times = { numRuns: 500 };

function mustBeClean(content: Buffer): void {
  expect(content.includes(canary)).toBe(true);
  const cleaned = cleanPhoto(content).content;
  expect(cleaned.includes(canary)).toBe(false);
  partsOf(cleaned);
}

/** Puts the segments behind the n-th segment of the picture, scans included. */
function planting(jpeg: Buffer, place: number, more: readonly Buffer[]): Buffer {
  const stops = [2];
  for (let at = 2; jpeg[at + 1] !== 0xda; stops.push(at)) at += 2 + jpeg.readUInt16BE(at + 2);
  const stop = stops[place % stops.length] ?? 2;
  return Buffer.concat([jpeg.subarray(0, stop), ...more, jpeg.subarray(stop)]);
}

it('五百种 JPEG：每一段里、每一处之间、结尾之后埋下的话，一句不剩', () => {
  const jpegs = fc.constantFrom(picture('baseline'), picture('progressive'));
  fc.assert(
    fc.property(jpegs, segments, segments, fc.nat(20), behind, (jpeg, first, later, place, end) => {
      mustBeClean(Buffer.concat([withSegments(planting(jpeg, place, later), ...first), end]));
    }),
    times,
  );
});

it('五百种 PNG', () => {
  const names = fc.constantFrom(
    'tEXt',
    'iTXt',
    'zTXt',
    'eXIf',
    'tIME',
    'iCCP',
    'pHYs',
    'sPLT',
    'caBX',
    'vpAg',
  );
  const chunks = fc.array(
    fc.tuple(names, planted).map(([name, words]) => chunk(name, words)),
    { minLength: 1, maxLength: 8 },
  );
  const pngs = fc.constantFrom(picture('truecolour'), picture('palette'));
  fc.assert(
    fc.property(pngs, chunks, behind, (png, more, end) => {
      mustBeClean(Buffer.concat([withChunks(png, ...more), end]));
    }),
    times,
  );
});

it('五百种 WebP', () => {
  const names = fc.constantFrom('EXIF', 'XMP ', 'ICCP', 'abcd', 'VP8Y');
  const parts = fc.array(
    fc.tuple(names, planted).map(([name, words]) => part(name, words)),
    { minLength: 1, maxLength: 8 },
  );
  const bodies = fc.constantFrom(picture('lossy').subarray(12), picture('lossless').subarray(12));
  fc.assert(
    fc.property(bodies, parts, parts, behind, (body, before, after, end) => {
      mustBeClean(Buffer.concat([riff(vp8x(0x2c), ...before, body, ...after), end]));
    }),
    times,
  );
});
