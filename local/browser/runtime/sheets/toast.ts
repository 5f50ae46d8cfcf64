import { make } from '../dom.ts';

type Options = { title: string; icon: string; image?: string; mask: boolean; duration: number };

let shown: HTMLElement | undefined;
let timer = 0;

/** One toast at a time; loading stays until it is hidden. */
export function showToast({ title, icon, image, mask, duration }: Options): void {
  hideToast();
  const box = make('div', `ow-toast ow-toast-${image ? 'image' : icon}`, '', {
    role: 'status',
    'aria-live': 'polite',
  });
  if (image) box.append(make('img', 'ow-toast-sign', '', { src: image, alt: '' }));
  else if (icon === 'loading') box.append(make('i', 'ow-spinner ow-toast-sign'));
  else if (icon !== 'none') box.append(make('i', 'ow-toast-sign', icon === 'error' ? '!' : '✓'));
  box.append(make('span', '', title));
  shown = make('div', mask ? 'ow-toast-layer ow-mask' : 'ow-toast-layer');
  shown.append(box);
  document.body.append(shown);
  if (icon !== 'loading') timer = window.setTimeout(hideToast, duration);
}

export function hideToast(): void {
  window.clearTimeout(timer);
  shown?.remove();
  shown = undefined;
}
