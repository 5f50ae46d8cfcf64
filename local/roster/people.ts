import * as v from 'valibot';
import { phone } from '../../domain/kernel/input.ts';
import type { Role } from '../../domain/kernel/process.ts';
import type { Office } from '../../domain/office/office.ts';
import type { Person } from '../../domain/office/person.ts';
import { role as roleWords } from '../../domain/office/words.ts';
import { Usage } from '../host/usage.ts';

/** Somebody on the list: known by the phone he will prove, or by his openid where that is known. */
export type Listed = Omit<Person, 'id'> & { readonly id?: string; readonly phone: string };

/** The columns of a list, and what each is called in Chinese. */
const columns: Readonly<Record<string, string>> = {
  姓名: 'name',
  职务: 'title',
  角色: 'roles',
  单位: 'unit',
  网格: 'grids',
  手机: 'phone',
  编号: 'id',
};

type Row = Readonly<Record<string, unknown>>;

/** Everybody on the list. Throws {@link Usage} with every line that is wrong; then nothing has been changed. */
export function peopleOf(rows: readonly Row[], office: Office): Listed[] {
  const read = rows.map((row, place) => readRow(row, place + 1, office));
  const mistakes = [...read.flatMap(({ mistakes }) => mistakes), ...twice(read.map(({ person }) => person))];
  if (mistakes.length > 0) throw new Usage(`名册没有写进去：\n${mistakes.join('\n')}`);
  return read.map(({ person }) => person);
}

function readRow(row: Row, line: number, office: Office): { person: Listed; mistakes: string[] } {
  const said = Object.fromEntries(Object.entries(row).map(([name, value]) => [columns[name] ?? name, value]));
  const mistakes: string[] = [];
  const wrong = (what: string) => void mistakes.push(`第 ${line} 人：${what}`);
  const [name, title, number, id] = ['name', 'title', 'phone', 'id'].map((field) => textOf(said[field]));
  const roles = listOf(said.roles).map((word) => roleOf(word) ?? void wrong(`没有“${word}”这个角色`));
  const unit = textOf(said.unit) && idOf(office.units, textOf(said.unit));
  const grids = listOf(said.grids).map(
    (word) => idOf(office.grids, word) ?? void wrong(`没有“${word}”这个网格`),
  );
  if (!name) wrong('没有写姓名');
  if (roles.length === 0) wrong('没有写角色');
  if (unit === undefined) wrong(`没有“${textOf(said.unit)}”这个单位`);
  if (!v.is(phone('手机'), number)) wrong('手机号不对');
  const person: Listed = {
    name: name ?? '',
    title: title ?? '',
    roles: roles.filter((each) => each !== undefined),
    phone: number ?? '',
    ...(unit && { unit }),
    ...(grids.length > 0 && { grids: grids.filter((each) => each !== undefined) }),
    ...(id && { id }),
  };
  return { person, mistakes };
}

function twice(people: readonly Listed[]): string[] {
  const phones = people.map(({ phone }) => phone);
  const again = phones.filter((number, place) => phones.indexOf(number) !== place);
  return [...new Set(again)].map((number) => `第 ${phones.lastIndexOf(number) + 1} 人：手机号写了两次`);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function listOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[、；;\s]+/);
  return parts.filter((part) => part !== '');
}

/** By its name in either language. Nobody is put on a roster as the office itself, or as what everybody is. */
function roleOf(word: string): Role | undefined {
  const found = (Object.keys(roleWords) as Role[]).find((id) => id === word || roleWords[id].zh === word);
  return found === 'system' || found === 'resident' ? undefined : found;
}

function idOf(
  all: readonly { readonly id: string; readonly zh: string }[],
  word: string,
): string | undefined {
  return all.find(({ id, zh }) => id === word || zh === word)?.id;
}
