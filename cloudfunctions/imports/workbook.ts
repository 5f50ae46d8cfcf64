import { BadZip, unzip } from './zip.ts';

/** A cell as it reads; `formula`: it is computed, and what was computed cannot be trusted. */
export interface Cell {
  readonly text: string;
  readonly formula?: true;
}

/** By place: what is not there is a hole. */
export type Table = (Cell | undefined)[][];

/** What a workbook may be unpacked to, in bytes: a hundred times what a catalogue needs. */
const room = 8_000_000;
const mostRows = 2_000;
const mostColumns = 100;

const parts = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

/**
 * The first sheet of an XLSX. Throws {@link BadZip} where it is none, or too much. Read here, not by read-excel-file: that
 * takes what a formula came to for what somebody wrote, and two cells far apart fill its memory.
 */
export function firstSheet(xlsx: Buffer): Table {
  const files = unzip(xlsx, (name) => parts.test(name), room);
  const read = (name: string) => files.get(name) ?? '';
  const sheet = read(firstPath(read('xl/workbook.xml'), read('xl/_rels/workbook.xml.rels')));
  if (sheet === '') throw new BadZip('no sheet');
  return tableIn(sheet, stringsIn(read('xl/sharedStrings.xml')));
}

interface Mark {
  /** A tag without its prefix, closing ones with a slash before; empty between tags. */
  readonly tag: string;
  readonly text: string;
}

/** Tags and what stands between them, in one pass. Nothing is looked up, nothing expanded. */
function* marksIn(xml: string): Generator<Mark> {
  for (const [text] of xml.matchAll(/<[^<>]*>|[^<]+/g)) {
    const [, slash = '', name = ''] = /^<(\/?)(?:\w+:)?(\w+)/.exec(text) ?? [];
    yield { tag: slash + name, text };
    if (name && slash === '' && text.endsWith('/>')) yield { tag: `/${name}`, text: '' };
  }
}

function attribute(text: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(text)?.[1] ?? '';
}

function firstPath(workbook: string, relations: string): string {
  const first = [...marksIn(workbook)].find(({ tag }) => tag === 'sheet')?.text ?? '';
  const id = attribute(first, '\\w+:id');
  const found = [...marksIn(relations)].find(({ text }) => attribute(text, 'Id') === id)?.text ?? '';
  const target = attribute(found, 'Target');
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Shared strings, each put together from its runs; how it is pronounced is passed over. */
function stringsIn(xml: string): string[] {
  const strings: string[] = [];
  let [now, inText, aside] = ['', false, false];
  for (const { tag, text } of marksIn(xml)) {
    if (tag === 'si') now = '';
    else if (tag === '/si') strings.push(now);
    else if (tag.endsWith('rPh')) aside = tag === 'rPh';
    else if (tag === 't' || tag === '/t') inText = tag === 't';
    else if (tag === '' && inText && !aside) now += plain(text);
  }
  return strings;
}

function tableIn(xml: string, strings: readonly string[]): Table {
  const table: Table = [];
  let cell = { at: '', kind: '', text: '', formula: false };
  let within = '';
  for (const { tag, text } of marksIn(xml)) {
    if (tag === 'c')
      cell = { at: attribute(text, 'r'), kind: attribute(text, 't'), text: '', formula: false };
    else if (tag === 'f') cell.formula = true;
    else if (tag === '/c') put(table, cell, strings);
    else if (tag === '' && (within === 'v' || within === 't')) cell.text += plain(text);
    if (tag !== '') within = tag;
  }
  return table;
}

function put(
  table: Table,
  { at, kind, text, formula }: { at: string; kind: string; text: string; formula: boolean },
  strings: readonly string[],
): void {
  const [, letters = '', number = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(at) ?? [];
  const [row, column] = [Number(number) - 1, columnOf(letters)];
  if (text === '' && !formula) return;
  if (row < 0 || row >= mostRows || column < 0 || column >= mostColumns) throw new BadZip('too much');
  const cells = table[row] ?? [];
  const value = kind === 's' ? (strings[Number(text)] ?? '') : text;
  cells[column] = { text: value, ...(formula && { formula }) };
  table[row] = cells;
}

/** A → 0, Z → 25, AA → 26. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replace(/&(?:#(x?)([0-9a-f]{1,6})|(\w+));/gi, (whole, hex, code, name) => {
    if (name) return named[name] ?? whole;
    const point = Number.parseInt(code, hex ? 16 : 10);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
