import { referredOnly } from '../../domain/catalogue/holds.ts';
import { areasOf, type Matter, type Office, unitName } from '../../domain/office/office.ts';
import { dayOf } from '../../domain/time/calendar.ts';
import { kind as kindWords, tier as tierWords } from '../../domain/words.ts';
import { BadInput } from '../bad-input.ts';

/** One column of the catalogue as a table: how a row is written into it, and what is read back from it. */
export interface Column {
  readonly head: string;
  /** The part of a row that stands here. */
  readonly key: keyof Matter;
  write(row: Matter, office: Office): string | undefined;
  /** Throws {@link BadInput} with a sentence; an empty cell is not asked. */
  read(text: string, office: Office): unknown;
}

const said = (head: string, key: 'id' | 'group' | 'branch' | 'zh' | 'whistle' | 'duty'): Column => ({
  head,
  key,
  write: (row) => row[key],
  read: (text) => text,
});

const day = (head: string, key: 'from' | 'until'): Column => ({
  head,
  key,
  write: (row) => row[key],
  read: (text) => dayIn(text),
});

type Choices = Readonly<Record<string, string>>;

const choice = (head: string, key: keyof Matter, choices: Choices, written: (row: Matter) => string) => ({
  ...{ head, key },
  write: (row: Matter) => choices[written(row)],
  read(text: string) {
    const [found] = Object.entries(choices).find(([, zh]) => zh === text) ?? [];
    if (found === undefined) throw new BadInput(head, `请写“${Object.values(choices).join('”“')}”之一`);
    return meant[found] ?? found;
  },
});

/** What is said by not saying it. */
const nothing = Symbol('nothing');
const meant: Readonly<Record<string, unknown>> = { no: nothing, never: nothing, yes: true };

const zhOf = (words: Readonly<Record<string, { readonly zh: string }>>): Choices =>
  Object.fromEntries(Object.entries(words).map(([id, { zh }]) => [id, zh]));

export const columns: readonly Column[] = [
  said('编号', 'id'),
  said('一级', 'group'),
  said('二级', 'branch'),
  said('三级', 'zh'),
  {
    ...{ head: '主办', key: 'lead' },
    write: ({ lead }, office) => unitName(office, lead),
    read: (text, office) => unitIn(text, office),
  },
  {
    ...{ head: '协办', key: 'assists' },
    write: ({ assists }, office) => assists.map((id) => unitName(office, id)).join('、'),
    read: (text, office) => listed(text).map((name) => unitIn(name, office)),
  },
  choice('办理时限', 'tier', zhOf(tierWords), ({ tier }) => tier),
  choice('通常类型', 'kind', zhOf(kindWords), ({ kind = '' }) => kind),
  said('吹哨理由', 'whistle'),
  said('职责依据', 'duty'),
  choice(
    '社区',
    'community',
    { lead: '可以主办', assist: '只能协助', never: '不能交给社区' },
    ({ community = 'never' }) => community,
  ),
  choice('同一处多人会遇到', 'shared', { yes: '是', no: '否' }, ({ shared }) => (shared ? 'yes' : 'no')),
  {
    ...{ head: '群众用语', key: 'words' },
    write: ({ words }) => words.join(' '),
    read: (text) => text.split(/[\s、，,；;]+/).filter(Boolean),
  },
  {
    ...{ head: '片区', key: 'areas' },
    write: ({ areas }, office) => areas?.map((id) => unitName(office, id)).join('、'),
    read: (text, office) => listed(text).map((name) => areaIn(name, office)),
  },
  day('施行日期', 'from'),
  day('停用日期', 'until'),
];

/** What a cell says; `undefined` where it says nothing. */
export function readCell(column: Column, text: string, office: Office): unknown {
  const value = text === '' ? undefined : column.read(text, office);
  if (value === undefined) return column.key === 'words' || column.key === 'assists' ? [] : undefined;
  return value === nothing ? undefined : value;
}

const listed = (text: string) =>
  text
    .split(/[、，,；;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);

function unitIn(name: string, { units }: Office): string {
  if (name === referredOnly) return name;
  const found = units.find(({ id, zh }) => zh === name || id === name);
  if (!found) throw new BadInput('unit', `“${name}”不在本街道名册上，名称要写得一样`);
  return found.id;
}

function areaIn(name: string, office: Office): string {
  const found = areasOf(office).find(({ id, zh }) => zh === name || id === name);
  if (!found) throw new BadInput('areas', `没有叫“${name}”的网格或社区，名称要写得一样`);
  return found.id;
}

/** `2026-04-01`, also as 2026/4/1, 2026年4月1日, or the number a spreadsheet makes of it: days since 1899-12-30. */
function dayIn(text: string): string {
  if (/^\d{5}(\.0+)?$/.test(text)) return dayOf((Number(text) - 25_569) * 86_400_000);
  const [, year, month = '', date = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const whole = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (!year || dayOf(Date.parse(whole)) !== whole) throw new BadInput('day', '日期写作 2026-01-31');
  return whole;
}
