import { Wheel } from '../builtins/wheel.ts';
import { make, makeButton } from '../dom.ts';
import { openSheet } from './sheet.ts';

const ROW = 44;

type Column = { rows: string[]; box: HTMLElement; wheel: Wheel };

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
  const shown: Column[] = [];
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
    const chosen = indexes();
    sheet.close();
    options.confirmed(chosen);
  }

  function indexes(): number[] {
    return shown.map(({ wheel }) => wheel.index);
  }

  /** A column whose rows are the same stays as it is, with the focus it may have. */
  function show(columns: string[][], chosen: number[]): void {
    for (const { box } of shown.splice(columns.length)) box.remove();
    columns.forEach((rows, at) => {
      const before = shown[at];
      const column = before !== undefined && isSame(before.rows, rows) ? before : drawColumn(rows, at);
      if (before === undefined) wheels.append(column.box);
      else if (before !== column) before.box.replaceWith(column.box);
      shown[at] = column;
      if (before !== column || column.wheel.index !== chosen[at]) column.wheel.turn(chosen[at] ?? 0);
    });
  }

  function drawColumn(rows: string[], at: number): Column {
    const box = make('div', 'ow-column', '', { role: 'listbox' });
    const wheel = new Wheel(
      box,
      () => ROW,
      (index) => turned(at, index),
    );
    rows.forEach((text, index) => {
      const row = make('div', 'ow-row', text, { role: 'option' });
      row.addEventListener('click', () => wheel.choose(index));
      box.append(row);
    });
    return { rows, box, wheel };
  }

  function turned(column: number, index: number): void {
    const next = options.turned(column, index, indexes());
    if (next !== undefined) show(next.columns, next.chosen);
  }
}

function isSame(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}
