import { make, makeButton } from '../dom.ts';
import { resolveUrl } from '../files/store.ts';
import { openSheet } from './sheet.ts';

/** Pictures full screen, one beside the other, to be swiped; a tap closes. */
export async function showPictures(urls: string[], current: number): Promise<void> {
  const { panel, close } = openSheet({ kind: 'preview', label: '图片预览', dismiss: () => close() });
  const track = make('div', 'ow-preview-track');
  const count = make('div', 'ow-preview-count', '', { 'aria-live': 'polite' });
  const say = () => {
    const at = Math.round(track.scrollLeft / (track.clientWidth || 1));
    count.textContent = `${at + 1} / ${urls.length}`;
  };
  track.append(...(await Promise.all(urls.map(picture))));
  track.addEventListener('scroll', say);
  track.addEventListener('click', close);
  const closer = makeButton('ow-preview-close', '关闭', close);
  panel.append(track, count, closer);
  track.scrollLeft = current * track.clientWidth;
  say();
}

async function picture(url: string, index: number): Promise<HTMLElement> {
  const frame = make('div', 'ow-preview-frame');
  frame.append(make('img', '', '', { src: await resolveUrl(url), alt: `第 ${index + 1} 张图片` }));
  return frame;
}
