import { make } from '../dom.ts';
import { BuiltIn } from './base.ts';
import { watchMouseDrag } from './drag.ts';

/** One item at a time, snapping; autoplay and dots as in WeChat. */
export class WxSwiper extends BuiltIn {
  #dots = make('div', 'ow-dots', '', { 'aria-hidden': 'true' });
  #current = 0;
  #timer = 0;

  protected override build(): void {
    this.append(this.#dots);
    this.addEventListener('scroll', () => this.#scrolled());
    watchMouseDrag(this, () => this.#show(this.#nearest(), 'smooth'));
    new MutationObserver(() => this.#drawDots()).observe(this, { childList: true });
    new ResizeObserver(() => this.#show(this.#current, 'auto')).observe(this);
  }

  protected override update(changed: ReadonlySet<string>): void {
    this.classList.toggle('ow-vertical', this.flag('vertical'));
    this.#drawDots();
    if (changed.has('current') && this.number('current', 0) !== this.#current) {
      this.#turn(this.number('current', 0), '');
      this.#show(this.#current, 'auto');
    }
    window.clearInterval(this.#timer);
    if (this.flag('autoplay'))
      this.#timer = window.setInterval(() => this.#next(), this.number('interval', 5000));
  }

  disconnectedCallback(): void {
    window.clearInterval(this.#timer);
  }

  #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(':scope > wx-swiper-item')];
  }

  #size(): number {
    return (this.flag('vertical') ? this.clientHeight : this.clientWidth) || 1;
  }

  #nearest(): number {
    return Math.round((this.flag('vertical') ? this.scrollTop : this.scrollLeft) / this.#size());
  }

  #next(): void {
    const count = this.#items().length;
    if (count > 1 && this.isConnected) this.#show((this.#current + 1) % count, 'smooth');
  }

  #show(index: number, behavior: ScrollBehavior): void {
    const distance = index * this.#size();
    this.scrollTo(this.flag('vertical') ? { top: distance, behavior } : { left: distance, behavior });
  }

  #scrolled(): void {
    const index = this.#nearest();
    const offset = (this.flag('vertical') ? this.scrollTop : this.scrollLeft) - index * this.#size();
    if (index !== this.#current && Math.abs(offset) < 2) this.#turn(index, 'touch');
  }

  #turn(index: number, source: string): void {
    this.#current = index;
    this.#drawDots();
    this.offer('current', index);
    this.emit('change', { current: index, currentItemId: '', source });
    this.emit('animationfinish', { current: index, source });
  }

  #drawDots(): void {
    this.#dots.hidden = !this.flag('indicator-dots');
    const count = this.#items().length;
    if (this.#dots.hidden || this.#dots.childElementCount === count) {
      [...this.#dots.children].forEach((dot, index) => {
        dot.classList.toggle('ow-on', index === this.#current);
      });
      return;
    }
    this.#dots.replaceChildren(
      ...this.#items().map((_, index) => make('i', index === this.#current ? 'ow-on' : '')),
    );
  }
}
