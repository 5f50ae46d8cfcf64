import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { mustHold, overlap } from '../../domain/catalogue/holds.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Matter, Office } from '../../domain/office/office.ts';
import { matterSchema } from '../../domain/routing/catalogue.ts';
import type { RowChange, TableRead, WrongCell } from '../../domain/routing/contract.ts';
import { BadInput } from '../bad-input.ts';
import type { Table } from '../imports/workbook.ts';
import { type Column, columns, readCell } from './columns.ts';
import { changeOf } from './compare.ts';

/** What is in force and what begins later, on a Beijing day. */
export interface Standing {
  readonly rows: readonly Matter[];
  readonly today: string;
  readonly office: Office;
}

/** What a line of a table comes to: mistakes, a row that stays, or one to be written. */
interface Line {
  readonly row: number;
  readonly key: string;
  readonly wrong: readonly WrongCell[];
  readonly change?: RowChange;
  readonly matter?: Matter;
}

type Read = Omit<TableRead, 'preview'>;

/** Reads a whole table against what stands. A row it does not name stays as it is; to end one its last day is written. */
export function readCatalogue(table: Table, standing: Standing): Read {
  const heads = headsOf(table[0]);
  const lines = table.slice(1).flatMap((cells, at) => {
    const filled = cells?.some((cell) => cell && cell.text.trim() !== '');
    return filled ? [lineOf(heads, cells ?? [], at + 2, standing)] : [];
  });
  if (lines.length === 0) throw new BadInput('file', '表里一行也没有');
  const changed = lines.flatMap(({ change }) => change ?? []);
  const named = new Set(lines.map(({ key }) => key));
  return {
    wrong: [...lines.flatMap(({ wrong }) => wrong), ...twice(lines), ...overlapping(lines)].sort(
      (one, other) => one.row - other.row,
    ),
    changes: changed,
    same: lines.filter(({ wrong, change }) => wrong.length === 0 && !change).length,
    unnamed: standing.rows.filter((row) => !named.has(keyOf(row, standing.today))).length,
    rows: lines.flatMap(({ matter }) => matter ?? []),
  };
}

type Heads = readonly (Column | undefined)[];

function headsOf(cells: Table[number] = []): Heads {
  const heads = Array.from(cells, (cell) => columns.find(({ head }) => head === cell?.text.trim()));
  for (const needed of ['一级', '三级', '主办', '群众用语'])
    if (!heads.some((column) => column?.head === needed))
      throw new BadInput('file', `第一行缺少“${needed}”这一列，请从导出的表格改起`);
  return heads;
}

function lineOf(heads: Heads, cells: Table[number], row: number, standing: Standing): Line {
  const wrong: WrongCell[] = [];
  const said = new Map<Column, unknown>();
  for (const [at, column] of heads.entries()) {
    if (!column) continue;
    const { text = '', formula } = cells[at] ?? {};
    try {
      if (formula) throw new BadInput(column.head, '这一格是公式，请改成文字');
      said.set(column, readCell(column, bare(text), standing.office));
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      wrong.push({ row, column: column.head, zh: error.message });
    }
  }
  const part = Object.fromEntries([...said].map(([{ key }, value]) => [key, value])) as Partial<Matter>;
  const known = knownFor(part, standing);
  const key = known ? keyOf(known, standing.today) : `${row}`;
  if (wrong.length > 0) return { row, key, wrong };
  return { row, key, ...judged(part, known, row, standing) };
}

/** The mark before what a spreadsheet would compute is ours. */
function bare(text: string): string {
  return text.trim().replace(/^'(?=\s*[=+\-@＝＋－＠])/, '');
}

/** By its id and areas, a later one by its day; without an id by its name. */
function knownFor(part: Partial<Matter>, { rows, today }: Standing): Matter | undefined {
  const like = rows.filter(({ id, zh, group }) =>
    part.id === undefined ? zh === part.zh && group === part.group : id === part.id,
  );
  const here = like.filter(({ areas }) => areas?.join() === part.areas?.join());
  return (
    here.find(({ from = '' }) => from > today && from === part.from) ??
    here.find(({ from = '' }) => from <= today)
  );
}

function keyOf({ id, areas = [], from = '' }: Matter, today: string): string {
  return [id, from > today ? from : '', ...areas].join('@');
}

function judged(
  part: Partial<Matter>,
  known: Matter | undefined,
  row: number,
  { today, office }: Standing,
): Pick<Line, 'wrong' | 'change' | 'matter'> {
  const from = part.from === undefined || part.from === known?.from ? undefined : part.from;
  const whole = { assists: [], ...known, ...part, id: part.id ?? known?.id ?? newId(part), from };
  const result = v.safeParse(
    matterSchema,
    withoutHoles({ ...whole, instead: undefined, successor: undefined }),
  );
  if (!result.success) return { wrong: result.issues.map((issue) => mistakeOf(issue, row)) };
  const matter = { ...result.output, from: from ?? later(known, today) ?? today };
  const change = changeOf(known, matter, office, from !== undefined);
  if (!change) return { wrong: [] };
  try {
    mustHold(matter, today, office);
    return { wrong: [], change, matter };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { wrong: [{ row, column: columnOf[error.code] ?? '编号', zh: error.message }] };
  }
}

/** The day on which a planned row begins. */
const later = (known: Matter | undefined, today: string) =>
  known?.from !== undefined && known.from > today ? known.from : undefined;

function withoutHoles(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

/** The same name gives the same id, however often it is brought. */
function newId({ group = '', zh = '', areas = [] }: Partial<Matter>): string {
  return `own-${createHash('sha256')
    .update([group, zh, ...areas].join('\n'))
    .digest('hex')
    .slice(0, 12)}`;
}

/** What is missing has no sentence of its own. */
function mistakeOf({ path, message }: v.BaseIssue<unknown>, row: number): WrongCell {
  const column = columns.find(({ key }) => key === path?.[0]?.key)?.head ?? '编号';
  return { row, column, zh: /^[\u4e00-\u9fff]/.test(message) ? message : `请填写${column}` };
}

/** Where what a rule refuses stands in the table. */
const columnOf: Readonly<Record<string, string>> = {
  'unit-twice': '协办',
  'unknown-unit': '主办',
  'not-for-communities': '主办',
  'too-early': '施行日期',
  'ends-before': '停用日期',
  'unknown-area': '片区',
  'area-twice': '片区',
};

function twice(lines: readonly Line[]): WrongCell[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ key, row, matter }) => {
    const place = matter ? keyOf(matter, '') : key;
    const before = first.get(place) ?? first.get(key);
    first.set(place, row).set(key, row);
    return before === undefined ? [] : [{ row, column: '编号', zh: `和第 ${before} 行是同一个事项` }];
  });
}

/** Two lines of one matter for one area. */
function overlapping(lines: readonly Line[]): WrongCell[] {
  return lines.flatMap(({ matter, row }, at) => {
    const before = lines.slice(0, at).find((line) => line.matter && matter && overlap(line.matter, matter));
    return before ? [{ row, column: '片区', zh: `和第 ${before.row} 行的片区重叠，请改开` }] : [];
  });
}
