import { BuiltIn } from './base.ts';
import { Wheel } from './wheel.ts';

export class WxPickerView extends BuiltIn {
  protected override build(): void {
    const line = document.createElement('div');
    line.className = 'ow-indicator';
    line.setAttribute('aria-hidden', 'true');
    this.append(line);
    this.addEventListener('wheelturned', () => {
      const value = this.#columns().map((column) => column.index);
      this.offer('value', value);
      this.emit('change', { value });
    });
  }

  protected override update(): void {
    const value = this.prop('value');
    if (!Array.isArray(value)) return;
    window.requestAnimationFrame(() => {
      for (const [index, column] of this.#columns().entries()) column.turn(Number(value[index] ?? 0));
    });
  }

  #columns(): WxPickerViewColumn[] {
    return [...this.querySelectorAll('wx-picker-view-column')].filter(
      (column): column is WxPickerViewColumn => column instanceof WxPickerViewColumn,
    );
  }
}

export class WxPickerViewColumn extends BuiltIn {
  #wheel: Wheel | undefined;

  protected override build(): void {
    this.#wheel = new Wheel(
      this,
      () => (this.firstElementChild as HTMLElement | null)?.offsetHeight ?? 0,
      () => this.dispatchEvent(new CustomEvent('wheelturned', { bubbles: true })),
    );
    this.addEventListener('click', (event) => {
      const row = this.#wheel
        ?.rows()
        .findIndex((item) => event.target instanceof Element && item.contains(event.target));
      if (row !== undefined && row >= 0) this.#wheel?.choose(row);
    });
  }

  get index(): number {
    return this.#wheel?.index ?? 0;
  }

  turn(index: number): void {
    if (index !== this.index) this.#wheel?.turn(index);
  }
}
