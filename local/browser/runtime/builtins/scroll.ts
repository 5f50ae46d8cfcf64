import { make } from '../dom.ts';
import { BuiltIn } from './base.ts';

const TRIGGER = 45;

export class WxScrollView extends BuiltIn {
  #near = { top: true, bottom: false };
  #last = { left: 0, top: 0 };
  #dots: HTMLElement | undefined;

  protected override build(): void {
    this.addEventListener('scroll', () => this.#scrolled());
    this.#watchDrag();
  }

  protected override update(changed: ReadonlySet<string>): void {
    this.classList.toggle('ow-scroll-x', this.flag('scroll-x'));
    this.classList.toggle('ow-scroll-y', this.flag('scroll-y'));
    this.classList.toggle('ow-flex', this.flag('enable-flex'));
    this.classList.toggle('ow-no-bar', !this.flag('show-scrollbar', true));
    const behavior = this.flag('scroll-with-animation') ? 'smooth' : 'auto';
    if (changed.has('scroll-top')) this.scrollTo({ top: this.number('scroll-top', 0), behavior });
    if (changed.has('scroll-left')) this.scrollTo({ left: this.number('scroll-left', 0), behavior });
    if (changed.has('scroll-into-view') && this.text('scroll-into-view') !== '') {
      window.requestAnimationFrame(() => {
        this.querySelector(`[id="${CSS.escape(this.text('scroll-into-view'))}"]`)?.scrollIntoView({
          behavior,
          block: 'start',
        });
      });
    }
    if (changed.has('refresher-triggered')) this.#showRefresher(this.flag('refresher-triggered'));
  }

  #scrolled(): void {
    const { scrollLeft, scrollTop, scrollHeight, scrollWidth, clientHeight, clientWidth } = this;
    const deltaX = this.#last.left - scrollLeft;
    const deltaY = this.#last.top - scrollTop;
    this.#last = { left: scrollLeft, top: scrollTop };
    this.emit('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY });
    const across = this.flag('scroll-x') && !this.flag('scroll-y');
    const start = across ? scrollLeft : scrollTop;
    const rest = across ? scrollWidth - clientWidth - scrollLeft : scrollHeight - clientHeight - scrollTop;
    const top = start <= this.number('upper-threshold', 50);
    const bottom = rest <= this.number('lower-threshold', 50);
    if (top && !this.#near.top) this.emit('scrolltoupper', { direction: across ? 'left' : 'top' });
    if (bottom && !this.#near.bottom) this.emit('scrolltolower', { direction: across ? 'right' : 'bottom' });
    this.#near = { top, bottom };
  }

  #watchDrag(): void {
    let from: number | undefined;
    let distance = 0;
    this.addEventListener('touchstart', (event) => begin(event.touches[0]?.clientY), { passive: true });
    this.addEventListener('touchmove', (event) => move(event.touches[0]?.clientY), { passive: true });
    this.addEventListener('touchend', () => end());
    this.addEventListener('mousedown', (event) => begin(event.clientY));
    this.addEventListener('mousemove', (event) => move(event.buttons === 1 ? event.clientY : undefined));
    this.addEventListener('mouseup', () => end());
    const begin = (y: number | undefined) => {
      from = this.flag('refresher-enabled') && this.scrollTop <= 0 ? y : undefined;
      distance = 0;
    };
    const move = (y: number | undefined) => {
      if (from === undefined || y === undefined) return;
      distance = y - from;
      if (distance > 0) this.emit('refresherpulling', { dy: distance });
    };
    const end = () => {
      if (from !== undefined && distance >= this.number('refresher-threshold', TRIGGER)) {
        this.#showRefresher(true);
        this.emit('refresherrefresh', {});
      }
      from = undefined;
    };
  }

  #showRefresher(on: boolean): void {
    if (on && this.#dots === undefined) {
      this.#dots = make('div', 'ow-pull ow-inside', '', { role: 'status', 'aria-label': '正在刷新' });
      this.#dots.append(make('i'), make('i'), make('i'));
      this.prepend(this.#dots);
    } else if (!on && this.#dots !== undefined) {
      this.#dots.remove();
      this.#dots = undefined;
      this.emit('refresherrestore', {});
    }
  }
}
