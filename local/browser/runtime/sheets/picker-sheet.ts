import { Wheel } from '../builtins/wheel.ts';
import { make, makeButton } from '../dom.ts';
import { openSheet } from './sheet.ts';

const ROW = 44;

type Options = {
  title: string;
  columns: string[][];
  chosen: number[];
  /** Hears each turn and may give new columns and rows. */
  turned: (
    column: number,
    index: number,
    all: number[],
  ) => { columns: string[][]; chosen: number[] } | undefined;
  confirmed: (chosen: number[]) => void;
  cancelled: () => void;
};

/** The bottom sheet of wheels behind <picker>; gives a way to show other columns. */
export function openPickerSheet(options: Options): { show: (columns: string[][], chosen: number[]) => void } {
  const sheet = openSheet({ kind: 'picker', label: options.title || '请选择', dismiss: cancel });
  const wheels = make('div', 'ow-wheels');
  const head = make('div', 'ow-picker-head');
  let turning: Wheel[] = [];
  head.append(
    makeButton('ow-cancel', '取消', cancel),
    make('strong', '', options.title),
    makeButton('ow-confirm', '确定', confirm),
  );
  sheet.panel.append(head, wheels);
  show(options.columns, options.chosen);
  return { show };

  function cancel(): void {
    sheet.close();
    options.cancelled();
  }

  function confirm(): void {
    const chosen = turning.map((wheel) => wheel.index);
    sheet.close();
    options.confirmed(chosen);
  }

  function show(columns: string[][], chosen: number[]): void {
    const boxes = columns.map((rows) => drawColumn(rows));
    wheels.replaceChildren(...boxes);
    turning = boxes.map(
      (box, column) =>
        new Wheel(
          box,
          () => ROW,
          (index) => turned(column, index),
        ),
    );
    turning.forEach((wheel, column) => {
      wheel.turn(chosen[column] ?? 0);
    });
  }

  function drawColumn(rows: string[]): HTMLElement {
    const box = make('div', 'ow-column', '', { role: 'listbox' });
    rows.forEach((text, index) => {
      const row = make('div', 'ow-row', text, { role: 'option' });
      row.addEventListener('click', () => turning[[...wheels.children].indexOf(box)]?.choose(index));
      box.append(row);
    });
    return box;
  }

  function turned(column: number, index: number): void {
    const next = options.turned(
      column,
      index,
      turning.map((wheel) => wheel.index),
    );
    if (next !== undefined) show(next.columns, next.chosen);
  }
}
