import { openPickerSheet } from '../sheets/picker-sheet.ts';
import { strings, textOf } from '../world.ts';
import { Control } from './base.ts';
import * as modes from './picker-modes.ts';

type Columns = modes.Columns;

export class WxPicker extends Control {
  #reset: unknown;

  protected override build(): void {
    this.becomeRole('button');
    this.#reset = this.prop('value');
  }

  protected override update(): void {
    this.showDisabled();
  }

  fieldValue(): unknown {
    return this.prop('value');
  }

  reset(): void {
    this.offer('value', this.#reset);
  }

  activate(): void {
    const mode = this.text('mode', 'selector');
    let now = this.#columns(mode);
    const sheet = openPickerSheet({
      ...now,
      title: this.text('header-text'),
      turned: (column, index, all) => {
        if (mode === 'multiSelector') {
          this.emit('columnchange', { column, value: index });
          this.#followRange(all, (next) => sheet.show(next.columns, next.chosen));
        }
        const next = this.#dependent(mode, { ...now, chosen: all });
        if (next !== undefined) now = next;
        return next;
      },
      confirmed: (chosen) => this.#choose(mode, { ...now, chosen }),
      cancelled: () => this.emit('cancel', {}),
    });
  }

  #columns(mode: string): Columns {
    const [value, start, end] = [this.text('value'), this.text('start'), this.text('end')];
    if (mode === 'time') return modes.timeColumns(value, start, end);
    if (mode === 'date') return modes.dateColumns(value, start, end, this.text('fields', 'day'));
    if (mode === 'region') return modes.regionColumns(strings(this.prop('value')));
    const range = Array.isArray(this.prop('range')) ? (this.prop('range') as unknown[]) : [];
    const key = this.text('range-key', this.text('rangeKey'));
    const lists = mode === 'multiSelector' ? range.map((list) => (Array.isArray(list) ? list : [])) : [range];
    const chosen =
      mode === 'multiSelector' ? numbers(this.prop('value'), lists.length) : [this.number('value', 0)];
    return { columns: lists.map((list) => list.map((item) => modes.labelOf(item, key))), chosen };
  }

  /** A month has its own days, a province its own cities. */
  #dependent(mode: string, now: Columns): Columns | undefined {
    if (mode === 'date') {
      return modes.dateColumns(
        modes.dateValue(now),
        this.text('start'),
        this.text('end'),
        this.text('fields', 'day'),
      );
    }
    if (mode !== 'region') return undefined;
    return modes.regionColumns(now.chosen.map((at, column) => now.columns[column]?.[at] ?? ''));
  }

  /** The page may answer a turn with another range; the sheet then shows it. */
  #followRange(all: number[], show: (next: Columns) => void): void {
    const before = this.prop('range');
    window.requestAnimationFrame(() => {
      if (this.prop('range') !== before)
        show({ ...this.#columns('multiSelector'), chosen: numbers(this.prop('value') ?? all, all.length) });
    });
  }

  #choose(mode: string, now: Columns): void {
    const value = chosenIn(mode, now);
    this.offer('value', value);
    this.emit('change', { value, ...(mode === 'region' ? { code: [], postcode: '' } : {}) });
  }
}

function chosenIn(mode: string, now: Columns): unknown {
  if (mode === 'time') return modes.timeValue(now);
  if (mode === 'date') return modes.dateValue(now);
  if (mode === 'region') return now.chosen.map((at, column) => now.columns[column]?.[at] ?? '');
  return mode === 'multiSelector' ? now.chosen : textOf(now.chosen[0]);
}

function numbers(value: unknown, length: number): number[] {
  const given = Array.isArray(value) ? value.map(Number) : [];
  return Array.from({ length }, (_, index) => given[index] || 0);
}
