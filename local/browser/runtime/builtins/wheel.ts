import { clamp } from '../dom.ts';
import { watchMouseDrag } from './drag.ts';

/** A column of equal rows of which the one in the middle is chosen. */
export class Wheel {
  readonly #scroller: HTMLElement;
  readonly #rowHeight: () => number;
  readonly #chosen: (index: number) => void;
  #index = 0;
  #timer = 0;

  constructor(scroller: HTMLElement, rowHeight: () => number, chosen: (index: number) => void) {
    this.#scroller = scroller;
    this.#rowHeight = rowHeight;
    this.#chosen = chosen;
    scroller.classList.add('ow-wheel');
    scroller.tabIndex = 0;
    scroller.addEventListener('scroll', () => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#settle(), 90);
    });
    scroller.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      this.choose(this.#index + step);
    });
    watchMouseDrag(scroller, () => this.#settle());
  }

  get index(): number {
    return this.#index;
  }

  /** Turns to a row without telling. */
  turn(index: number): void {
    this.#index = index;
    this.#scroller.scrollTop = index * this.#rowHeight();
    this.#mark();
  }

  /** Turns to a row because somebody chose it. */
  choose(index: number): void {
    const next = clamp(index, 0, this.rows().length - 1);
    const changed = next !== this.#index;
    this.turn(next);
    if (changed) this.#chosen(next);
  }

  rows(): HTMLElement[] {
    return [...this.#scroller.children].filter((row): row is HTMLElement => row instanceof HTMLElement);
  }

  #settle(): void {
    const height = this.#rowHeight();
    if (height > 0) this.choose(Math.round(this.#scroller.scrollTop / height));
  }

  #mark(): void {
    for (const [index, row] of this.rows().entries())
      row.classList.toggle('ow-chosen', index === this.#index);
  }
}
