import fc from 'fast-check';
import { BadInput } from '../../cloudfunctions/bad-input.ts';
import { cleanPhoto } from '../../cloudfunctions/photos/clean.ts';
import { chunk, exif, part, riff, seg, vp8x, withChunks, withSegments } from './parts.ts';
import { names, picture } from './pictures.ts';
import { jpegMarkers, partsOf, pngChunks, webpChunks } from './walk.ts';

const secret = 'CANARY 29.6525N 91.1721E';
const clean = (content: Buffer) => cleanPhoto(content).content;
const has = (content: Buffer, text: string) => content.includes(Buffer.from(text, 'latin1'));
/** From the first to the last byte of the tables and rows. */
const drawn = (jpeg: Buffer) => jpeg.subarray(jpeg.indexOf(Buffer.of(0xff, 0xdb)));

describe('JPEG', () => {
  const photographed = withSegments(
    picture('baseline'),
    seg(0xe1, exif('II', 6, secret)),
    seg(0xe1, `http://ns.adobe.com/xap/1.0/\0${secret}`),
    seg(0xe2, `ICC_PROFILE\0\x01\x01${secret}`),
    seg(0xed, `Photoshop 3.0\0${secret}`),
    seg(0xfe, secret),
    seg(0xe0, `JFXX\0\x10${secret}`),
  );

  it('拍摄地点、时间、机型、缩略图和备注都去掉，画面一个字节不变', () => {
    const cleaned = clean(Buffer.concat([photographed, Buffer.from(`PK\x03\x04${secret}`)]));
    expect(has(cleaned, 'CANARY')).toBe(false);
    expect(has(cleaned, 'PK')).toBe(false);
    expect(drawn(cleaned)).toEqual(drawn(picture('baseline')));
    expect(jpegMarkers(cleaned)).toEqual('e0 e1 db db c0 c4 c4 c4 c4 da d9'.split(' '));
  });

  it.each(['II', 'MM'] as const)('横竖方向保留（%s），写成只有方向的一段', (order) => {
    for (let way = 2; way <= 8; way += 1) {
      const cleaned = clean(withSegments(picture('baseline'), seg(0xe1, exif(order, way, secret))));
      const only = `4578696600004d4d002a000000080001011200030000000100${way.toString(16).padStart(2, '0')}000000000000`;
      expect(cleaned.includes(Buffer.from(`ffe10022${only}`, 'hex'))).toBe(true);
    }
  });

  it.each([0, 1, 9, 65535])('方向 %d 没有意义，不写', (way) => {
    const cleaned = clean(withSegments(picture('baseline'), seg(0xe1, exif('MM', way, secret))));
    expect(cleaned).toEqual(picture('baseline'));
  });

  it('用 Adobe 记号的颜色照原样显示，记号里多出来的字节不留', () => {
    const body = Buffer.concat([Buffer.from('Adobe'), Buffer.of(0, 100, 1, 2, 3, 4, 1), Buffer.from(secret)]);
    const cleaned = clean(withSegments(picture('baseline'), seg(0xee, body)));
    expect(cleaned.includes(Buffer.from('ffee000e41646f626500640000000001', 'hex'))).toBe(true);
    expect(has(cleaned, 'CANARY')).toBe(false);
  });

  it('两段之间的填充字节去掉', () => {
    const base = picture('baseline');
    const filled = Buffer.concat([base.subarray(0, 2), Buffer.of(0xff, 0xff, 0xff), base.subarray(2)]);
    expect(clean(filled)).toEqual(base);
  });
});

describe('PNG', () => {
  it('文字、时间、拍摄信息、动画和颜色配置都去掉', () => {
    const spoken = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'iCCP', 'acTL', 'fcTL', 'prVt'];
    const full = withChunks(picture('truecolour'), ...spoken.map((name) => chunk(name, secret)));
    const cleaned = clean(Buffer.concat([full, Buffer.from(secret)]));
    expect(has(cleaned, 'CANARY')).toBe(false);
    expect(new Set(pngChunks(cleaned))).toEqual(new Set(['IHDR', 'IDAT', 'IEND']));
  });

  it('调色板和透明色保留', () => {
    expect(pngChunks(clean(picture('palette')))).toEqual(expect.arrayContaining(['PLTE', 'tRNS', 'IDAT']));
  });
});

describe('WebP', () => {
  const body = picture('lossy').subarray(12);

  it('拍摄信息去掉，标志一并改正', () => {
    const full = riff(vp8x(0x2c), part('ICCP', secret), body, part('EXIF', secret), part('XMP ', secret));
    const cleaned = clean(Buffer.concat([full, Buffer.from(secret)]));
    expect(cleaned).toEqual(picture('lossy'));
  });

  it('有透明的照片只留下透明的标志', () => {
    const full = riff(vp8x(0x3c), part('ALPH', '\0abcd'), body, part('EXIF', secret));
    const cleaned = clean(full);
    expect(webpChunks(cleaned)).toEqual(['VP8X', 'ALPH', 'VP8 ']);
    expect(cleaned.subarray(20, 30).toString('hex')).toBe('100000001700000f0000');
    expect(has(cleaned, 'CANARY')).toBe(false);
  });
});

describe.each(names)('%s', (name) => {
  it('干净的照片再清一次，一个字节不变', () => {
    const once = clean(picture(name));
    expect(clean(once)).toEqual(once);
    expect(partsOf(once).length).toBeGreaterThan(0);
  });

  it('从任何一处截断都不收', () => {
    const whole = clean(picture(name));
    for (let length = 0; length < whole.length; length += 1)
      expect(() => clean(whole.subarray(0, length))).toThrow(BadInput);
  });

  it('改动任何字节：要么说清楚不收，要么仍是完整的照片', () => {
    const whole = picture(name);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const changed = Buffer.from(whole);
        for (const [at, byte] of changes) changed[at] = byte;
        mustEndWell(changed);
      }),
      { numRuns: 500 },
    );
  });
});

function mustEndWell(content: Buffer): void {
  try {
    const cleaned = clean(content);
    partsOf(cleaned);
    expect(clean(cleaned)).toEqual(cleaned);
  } catch (error) {
    expect(error).toBeInstanceOf(BadInput);
    expect((error as BadInput).message).toMatch(/^[\u4e00-\u9fff]/);
  }
}
