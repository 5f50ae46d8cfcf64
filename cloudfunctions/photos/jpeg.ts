import { mustBe } from './broken.ts';
import { EOI, type Segment, SOI, SOS, segment, segmentsOf } from './jpeg-segments.ts';
import { mustBeFrame, mustBeHuffman, mustBeInterval, mustBeQuantization, mustBeScan } from './jpeg-tables.ts';
import { exifOf, isExif, orientationOf } from './orientation.ts';

const frames = [0xc0, 0xc1, 0xc2];
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
/** An ordinary progressive picture has about ten; hundreds only wear a phone out. */
const mostScans = 64;

const tables: Readonly<Record<number, (body: Buffer) => void>> = {
  196: mustBeHuffman,
  219: mustBeQuantization,
  221: mustBeInterval,
};

const jfif = Buffer.from('4a46494600010100000100010000', 'hex');
const adobe = (transform: number) =>
  Buffer.from(`Adobe\0d\0\0\0\0${String.fromCharCode(transform)}`, 'latin1');

/**
 * The same picture with what a decoder needs and which way up it is, and nothing else: no place, no time, no
 * camera, no thumbnail, no comment, no colour profile, nothing behind the end. Throws `BadInput`.
 */
export function cleanJpeg(content: Buffer): Buffer {
  const segments = [...segmentsOf(content)];
  mustBeWhole(segments);
  return Buffer.concat([
    Buffer.from([0xff, SOI]),
    ...headOf(segments),
    ...segments.filter(isDrawn).map(({ marker, body, rows }) => segment(marker, body, rows)),
    Buffer.from([0xff, EOI]),
  ]);
}

function isDrawn({ marker }: Segment): boolean {
  return frames.includes(marker) || marker in tables || marker === SOS;
}

const isSpoken = ({ marker }: Segment) => (marker >= APP0 && marker <= 0xef) || marker === 0xfe;

function mustBeWhole(segments: readonly Segment[]): void {
  let components = 0;
  let scans = 0;
  for (const each of segments) {
    const { marker, body } = each;
    mustBe(isDrawn(each) || isSpoken(each));
    tables[marker]?.(body);
    if (frames.includes(marker)) {
      mustBe(components === 0);
      components = mustBeFrame(body).components;
    }
    if (marker === SOS) {
      mustBeScan(body, components);
      scans += 1;
    }
  }
  mustBe(scans >= 1 && scans <= mostScans);
}

/** How the colours are meant and which way up the picture is, each written anew. */
function headOf(segments: readonly Segment[]): Buffer[] {
  const first = (marker: number, name: string) =>
    segments.find((each) => each.marker === marker && each.body.toString('latin1', 0, name.length) === name);
  const exif = segments.find(({ marker, body }) => marker === APP1 && isExif(body));
  const orientation = exif ? orientationOf(exif.body) : 1;
  const transform = first(APP14, 'Adobe')?.body[11];
  return [
    ...(first(APP0, 'JFIF\0') ? [segment(APP0, jfif)] : []),
    ...(orientation > 1 ? [segment(APP1, exifOf(orientation))] : []),
    ...(transform !== undefined && transform <= 2 ? [segment(APP14, adobe(transform))] : []),
  ];
}
