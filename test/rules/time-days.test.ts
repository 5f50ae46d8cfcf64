import library from 'chinese-days/dist/chinese-days.json';
import { type Day, isWorkday } from '../../domain/time/calendar.ts';
import { nationalCalendar } from '../../domain/time/days/calendars.ts';
import { lhasa } from '../../domain/time/days/lhasa.ts';
import { national } from '../../domain/time/days/national.ts';

/** From the printed notices, month by month: weekdays that rest, weekend days that are worked. */
const printed: Readonly<Record<string, { readonly rest: string; readonly work: string }>> = {
  2024: {
    rest: '1-1 2-12 2-13 2-14 2-15 2-16 4-4 4-5 5-1 5-2 5-3 6-10 9-16 9-17 10-1 10-2 10-3 10-4 10-7',
    work: '2-4 2-18 4-7 4-28 5-11 9-14 9-29 10-12',
  },
  2025: {
    rest: '1-1 1-28 1-29 1-30 1-31 2-3 2-4 4-4 5-1 5-2 5-5 6-2 10-1 10-2 10-3 10-6 10-7 10-8',
    work: '1-26 2-8 4-27 9-28 10-11',
  },
  2026: {
    rest: '1-1 1-2 2-16 2-17 2-18 2-19 2-20 2-23 4-6 5-1 5-4 5-5 6-19 9-25 10-1 10-2 10-5 10-6 10-7',
    work: '1-4 2-14 2-28 5-9 9-20 10-10',
  },
};

const days: readonly Day[] = Array.from({ length: 1096 }, (_, n) =>
  new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10),
);

function asPrinted(day: Day): boolean {
  const [year = '', month, date] = day.split('-').map((part) => String(Number(part)));
  const { rest = '', work = '' } = printed[year] ?? {};
  const name = `${month}-${date}`;
  if (work.split(' ').includes(name)) return true;
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !rest.split(' ').includes(name);
}

/** From its table: what the library answers when asked depends on the machine's zone. */
function asLibrary(day: Day): boolean {
  const weekday = new Date(day).getUTCDay();
  return day in library.workdays || (weekday !== 0 && weekday !== 6 && !(day in library.holidays));
}

test('2024 至 2026 年共 1096 天，逐日与国务院通知一致', () => {
  expect(days.at(-1)).toBe('2026-12-31');
  expect(days.filter((day) => isWorkday(day, nationalCalendar) !== asPrinted(day))).toEqual([]);
});

test('2024 至 2026 年共 1096 天，逐日与 chinese-days 一致', () => {
  expect(days.filter((day) => isWorkday(day, nationalCalendar) !== asLibrary(day))).toEqual([]);
});

test.each([
  ['2024', 251],
  ['2025', 248],
  ['2026', 248],
])('%s 年全国有 %d 个工作日', (year, count) => {
  expect(days.filter((day) => day.startsWith(year) && isWorkday(day, nationalCalendar))).toHaveLength(count);
});

test.each([...national, ...lhasa].map((each) => [each.source, each] as const))('%s', (_, { rest, work }) => {
  expect(new Set([...rest, ...work]).size).toBe(rest.length + work.length);
  for (const day of [...rest, ...work]) expect(day).toMatch(/^202[2-6]-\d{2}-\d{2}$/);
  for (const day of work) expect([0, 6]).toContain(new Date(day).getUTCDay());
});

test('拉萨：2023 年藏历新年休七天，2025 年休六天，2026 年连春节休十二天', () => {
  expect(lhasa.map(({ rest, work }) => [rest.length, work.length])).toEqual([
    [7, 2],
    [6, 0],
    [12, 2],
  ]);
});
