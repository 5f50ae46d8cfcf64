import { make } from '../dom.ts';
import type { Page } from './page.ts';

const TRIGGER = 50;
const refreshers = new WeakMap<Page, { start: () => void; stop: () => void }>();

/** The pull-down: three dots above the page, by gesture where the page allows it, or by call. */
export function watchPull(page: Page, byGesture: boolean): void {
  const dots = make('div', 'ow-pull', '', { 'aria-hidden': 'true' });
  dots.append(make('i'), make('i'), make('i'));
  page.frame.prepend(dots);
  let refreshing = false;
  refreshers.set(page, { start, stop: () => settle(false) });
  if (byGesture) watchDrag(page, draw, release);

  function draw(distance: number): void {
    if (refreshing) return;
    page.scroll.style.transition = 'none';
    page.scroll.style.transform = distance > 0 ? `translateY(${distance}px)` : '';
  }

  function release(distance: number): void {
    if (distance >= TRIGGER) start();
    else if (!refreshing) settle(false);
  }

  function start(): void {
    if (refreshing) return;
    settle(true);
    const refresh = page.instance.onPullDownRefresh;
    if (typeof refresh === 'function') refresh.call(page.instance);
    else settle(false);
  }

  function settle(on: boolean): void {
    refreshing = on;
    page.frame.classList.toggle('ow-refreshing', on);
    page.scroll.style.transition = 'transform .2s';
    page.scroll.style.transform = on ? `translateY(${TRIGGER}px)` : '';
  }
}

export function startPull(page: Page): void {
  refreshers.get(page)?.start();
}

export function stopPull(page: Page): void {
  refreshers.get(page)?.stop();
}

/** What takes a drag for itself: the page below does not follow it. */
const OWN_DRAG = 'wx-map, wx-scroll-view, wx-picker-view, wx-slider, textarea';

function watchDrag(page: Page, draw: (distance: number) => void, release: (distance: number) => void): void {
  const { scroll } = page;
  let from: number | undefined;
  let distance = 0;
  const begin = (at: EventTarget | null, y: number) => {
    const taken = at instanceof Element && at.closest(OWN_DRAG) !== null;
    from = scroll.scrollTop > 0 || taken ? undefined : y;
    distance = 0;
  };
  const move = (y: number) => {
    if (from === undefined) return;
    distance = scroll.scrollTop > 0 ? 0 : Math.min((y - from) * 0.6, 100);
    draw(distance);
  };
  const end = () => {
    if (from !== undefined) release(distance);
    from = undefined;
  };
  const passive = { passive: true };
  scroll.addEventListener('touchstart', (event) => begin(event.target, heightOf(event)), passive);
  scroll.addEventListener('touchmove', (event) => move(heightOf(event)), passive);
  scroll.addEventListener('touchend', end);
  scroll.addEventListener('mousedown', (event) => {
    begin(event.target, event.clientY);
    window.addEventListener('mouseup', end, { once: true });
  });
  scroll.addEventListener('mousemove', (event) => {
    if (event.buttons === 1) move(event.clientY);
  });
}

function heightOf({ touches }: TouchEvent): number {
  return touches[0]?.clientY ?? 0;
}
