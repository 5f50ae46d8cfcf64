import { gzipSync } from 'node:zlib';
import { chunk, ihdr, part, pngStart, riff, seg, vp8x, withChunks, withSegments } from './parts.ts';
import { picture } from './pictures.ts';

/** What somebody might hand in instead of a photo. `MARK` stands where his own words are. */
export const mark = 'MARK<script>alert(1)</script>';

type Nasty = Readonly<Record<string, Buffer>>;

const text = (words: string) => Buffer.from(words, 'utf8');
const jpeg = picture('baseline');
const png = picture('truecolour');
const webp = picture('lossy');
const soi = Buffer.of(0xff, 0xd8);
const eoi = Buffer.of(0xff, 0xd9);
const join = (...parts: readonly (Buffer | string)[]) =>
  Buffer.concat(parts.map((each) => Buffer.from(each as string, 'latin1')));

/** The picture with these bytes written over what stands at `at`. */
function over(content: Buffer, at: number, ...bytes: readonly number[]): Buffer {
  const changed = Buffer.from(content);
  changed.set(bytes, at);
  return changed;
}

const frame = jpeg.indexOf(Buffer.of(0xff, 0xc0));
const scan = jpeg.indexOf(Buffer.of(0xff, 0xda));
const quantization = jpeg.indexOf(Buffer.of(0xff, 0xdb));
const huffman = jpeg.indexOf(Buffer.of(0xff, 0xc4));
const scanHeader = jpeg.subarray(scan, jpeg.length - 2);
const tail = (content: Buffer, from: number) => content.subarray(from);
const idat = png.indexOf(Buffer.from('IDAT')) - 4;

/** Nothing of it is kept. */
export const refused: Nasty = {
  空文件: Buffer.alloc(0),
  一个字节: Buffer.of(0xff),
  SVG: text(`<svg xmlns="http://www.w3.org/2000/svg"><script>${mark}</script></svg>`),
  带XML声明的SVG: text(`<?xml version="1.0"?><svg onload="alert(1)"/>`),
  HTML: text(`<!doctype html><script>${mark}</script>`),
  PDF: text(`%PDF-1.7\n${mark}`),
  GIF: Buffer.from('47494638396101000100800000000000ffffff2c00000000010001000002024401003b', 'hex'),
  BMP: join('BM', Buffer.alloc(60)),
  TIFF: join('II*\0', Buffer.alloc(60)),
  HEIC: join('\0\0\0\x18ftypheic', Buffer.alloc(60)),
  AVIF: join('\0\0\0\x18ftypavif', Buffer.alloc(60)),
  ZIP: join('PK\x03\x04', Buffer.alloc(60)),
  压缩过的照片: gzipSync(jpeg),
  可执行文件: join('MZ', Buffer.alloc(60)),
  脚本: text('#!/bin/sh\nrm -rf /\n'),
  照片前面有HTML: join(mark, jpeg),
  照片前面有换行: join('\n', jpeg),
  照片前面有UTF8标记: join('\xef\xbb\xbf', png),
  头是JPEG身子是HTML: join(soi, '\xff', mark),
  头是PNG身子是HTML: join(pngStart, mark),
  头是WebP身子是HTML: join('RIFF', Buffer.of(40, 0, 0, 0), 'WEBP', mark),
  JPEG只有头尾: join(soi, eoi),
  JPEG没有画面大小: join(jpeg.subarray(0, frame), tail(jpeg, huffman)),
  JPEG没有画面: join(jpeg.subarray(0, scan), eoi),
  JPEG没有结尾: jpeg.subarray(0, -2),
  JPEG段长为零: over(jpeg, quantization + 2, 0, 0),
  JPEG段长过长: over(jpeg, quantization + 2, 0xff, 0xff),
  JPEG一亿像素: over(jpeg, frame + 5, 0x27, 0x10, 0x27, 0x10),
  JPEG高为零: over(jpeg, frame + 5, 0, 0),
  JPEG宽为零: over(jpeg, frame + 7, 0, 0),
  JPEG四十亿像素: over(jpeg, frame + 5, 0xff, 0xff, 0xff, 0xff),
  JPEG两个画面大小: join(jpeg.subarray(0, huffman), jpeg.subarray(frame, huffman), tail(jpeg, huffman)),
  JPEG画面套画面: join(jpeg.subarray(0, frame), jpeg),
  JPEG十二位: over(jpeg, frame + 4, 12),
  JPEG无损: over(jpeg, frame + 1, 0xc3),
  JPEG算术编码: over(jpeg, frame + 1, 0xc9),
  JPEG量化表里藏话: join(
    jpeg.subarray(0, quantization),
    seg(0xdb, `\0${'q'.repeat(64)}${mark}`),
    tail(jpeg, frame),
  ),
  JPEG霍夫曼表里藏话: join(
    jpeg.subarray(0, huffman),
    seg(0xc4, `\0${'\0'.repeat(16)}${mark}`),
    tail(jpeg, scan),
  ),
  JPEG量化表短一截: withSegments(jpeg, seg(0xdb, `\0${'q'.repeat(63)}`)),
  JPEG霍夫曼表短一截: withSegments(jpeg, seg(0xc4, `\0\x02${'\0'.repeat(15)}a`)),
  JPEG空的量化表: withSegments(jpeg, seg(0xdb)),
  JPEG空的霍夫曼表: withSegments(jpeg, seg(0xc4)),
  JPEG间隔段里藏话: withSegments(jpeg, seg(0xdd, `\0\0${mark}`)),
  JPEG补高度段: join(jpeg.subarray(0, -2), seg(0xdc, '\0\x10'), eoi),
  JPEG不认识的段: withSegments(jpeg, seg(0xbf, mark)),
  JPEG一千遍画面: join(jpeg.subarray(0, scan), ...Array.from({ length: 1000 }, () => scanHeader), eoi),
  PNG五亿像素: join(pngStart, ihdr(25_000, 20_000), tail(png, 33)),
  PNG宽为零: join(pngStart, ihdr(0, 16), tail(png, 33)),
  PNG二十亿像素: join(pngStart, ihdr(24, 0x80000000), tail(png, 33)),
  PNG位深不对: join(pngStart, ihdr(24, 16, [3, 2, 0, 0, 0]), tail(png, 33)),
  PNG没有调色板: join(pngStart, ihdr(24, 16, [8, 3, 0, 0, 0]), tail(png, 33)),
  PNG压缩法不对: join(pngStart, ihdr(24, 16, [8, 2, 1, 0, 0]), tail(png, 33)),
  PNG校验不对: over(png, 30, 0, 0),
  PNG没有画面: join(png.subarray(0, idat), chunk('IEND')),
  PNG没有结尾: png.subarray(0, -12),
  PNG头不在前: join(pngStart, chunk('sRGB', '\0'), tail(png, 8)),
  PNG两个头: withChunks(png, ihdr(24, 16)),
  PNG画面断成两处: join(png.subarray(0, -12), chunk('tRNS', 'abcdef'), chunk('IDAT', mark), chunk('IEND')),
  PNG不认识的必需块: withChunks(png, chunk('EVIL', mark)),
  PNG结尾里藏话: join(png.subarray(0, -12), chunk('IEND', mark)),
  PNG块长过长: over(png, idat, 0x7f, 0xff, 0xff, 0xff),
  WebP动画: riff(vp8x(0x02), part('ANIM', '\0'.repeat(6)), part('ANMF', mark)),
  WebP没有画面: riff(part('EXIF', mark)),
  WebP两个画面: riff(tail(webp, 12), tail(webp, 12)),
  WebP长度过长: over(webp, 4, 0xff, 0xff, 0xff, 0x7f),
  WebP块长过长: over(webp, 16, 0xff, 0xff, 0xff, 0x7f),
  WebP二亿像素: over(picture('lossless'), 21, 0xff, 0xff, 0xff, 0x0f),
  WebP画面断在中间: riff(part('VP8 ', webp.subarray(20, 40))),
  WebP不是关键帧: over(webp, 20, (webp[20] ?? 0) | 1),
  WebP起始码不对: over(webp, 23, 0, 0, 0),
  WAV: join('RIFF', Buffer.of(36, 0, 0, 0), 'WAVEfmt ', Buffer.alloc(28)),
};

/** A photo comes out of it, and nothing of what was planted. */
export const harmless: Nasty = {
  JPEG后面接ZIP: join(jpeg, 'PK\x03\x04', mark),
  JPEG后面接HTML: join(jpeg, mark),
  JPEG后面接另一张照片: join(jpeg, withSegments(jpeg, seg(0xfe, mark))),
  JPEG备注里有HTML: withSegments(jpeg, seg(0xfe, mark)),
  JPEG备注里有PHP: withSegments(jpeg, seg(0xfe, `<?php ${mark}`)),
  JPEG六万字节的备注: withSegments(jpeg, seg(0xfe, mark.repeat(2000))),
  JPEG拍摄信息里有HTML: withSegments(jpeg, seg(0xe1, `Exif\0\0II*\0${mark}`)),
  JPEG拍摄信息的目录自己指自己: withSegments(jpeg, seg(0xe1, `Exif\0\0MM\0*\0\0\0\x08\xff\xff${mark}`)),
  JPEG颜色配置里有HTML: withSegments(jpeg, seg(0xe2, `ICC_PROFILE\0${mark}`)),
  JPEG第一段的缩略图里有HTML: withSegments(jpeg, seg(0xe0, `JFIF\0\x01\x01\0\0\x01\0\x01\x05\x05${mark}`)),
  JPEG第二遍画面前有备注: join(jpeg.subarray(0, -2), seg(0xfe, mark), scanHeader, eoi),
  PNG后面接HTML: join(png, mark),
  PNG后面接ZIP: join(png, 'PK\x03\x04', mark),
  PNG文字里有HTML: withChunks(png, chunk('tEXt', `Comment\0${mark}`)),
  PNG私有块里有HTML: withChunks(png, chunk('heLp', mark)),
  PNG动画帧里有HTML: withChunks(png, chunk('acTL', '\0'.repeat(8)), chunk('fdAT', mark)),
  WebP后面接HTML: join(webp, mark),
  WebP拍摄信息里有HTML: riff(vp8x(0x0c), tail(webp, 12), part('EXIF', mark), part('XMP ', mark)),
  WebP不认识的块: riff(tail(webp, 12), part('evil', mark)),
  WebP填充字节不是零: riff(
    tail(webp, 12),
    Buffer.concat([part('odd!', 'MARK!').subarray(0, -1), Buffer.of(77)]),
  ),
};
