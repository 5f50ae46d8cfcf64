import { Ecc, QrCode } from 'tdesign-miniprogram/miniprogram_dist/common/shared/qrcode/qrcodegen';

const space = 'http://www.w3.org/2000/svg';

/** A QR code that says the text: one square of the path for each dark module. */
export function pictureOf(text: string): SVGSVGElement {
  const rows = QrCode.encodeText(text, Ecc.LOW).getModules();
  const dark = rows.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  const picture = document.createElementNS(space, 'svg');
  picture.setAttribute('viewBox', `0 0 ${rows.length} ${rows.length}`);
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', '验证器用的二维码');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', dark.join(''));
  picture.append(path);
  return picture;
}
