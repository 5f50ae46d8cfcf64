import * as v from 'valibot';
import type { FiguresMonth, FiguresPage, FiguresRow, MyFigures, Queries } from '../../domain/contract.ts';
import { type Counts, total } from '../../domain/figures/counts.ts';
import { flagsOf, whistleAlarm } from '../../domain/figures/doubts.ts';
import { type Figures, figuresOf, ratio } from '../../domain/figures/figures.ts';
import { monthsOf, monthsTo } from '../../domain/figures/period.ts';
import { type Dimension, nowhere } from '../../domain/figures/tally.ts';
import { overseers, staff } from '../../domain/office/hands.ts';
import { matterOf, type Office, unitName } from '../../domain/office/office.ts';
import type { RollupDoc } from '../rollups.ts';
import { type Asking, mustBe } from './asking.ts';

const year = /^20\d{2}$/;
const month = /^20\d{2}-(0[1-9]|1[0-2])$/;

export const period = v.pipe(
  v.string('期次不正确'),
  v.check((text) => year.test(text) || month.test(text), '期次不正确'),
);
export const oneMonth = v.pipe(v.string('月份不正确'), v.regex(month, '月份不正确'));
export const figuresInput = v.strictObject({ period, by: v.picklist(['unit', 'grid', 'matter']) });
export const myFiguresInput = v.strictObject({ period });

type By = Queries['figures']['input']['by'];

/** The roll-ups of one dimension in some months that follow each other. Their number is that of the months. */
export async function rollups(
  asking: Asking,
  by: Dimension,
  months: readonly string[],
): Promise<RollupDoc[]> {
  const [gte = '', lte = ''] = [months[0], months.at(-1)];
  return asking.cloud.store.find<RollupDoc>({
    collection: 'rollup',
    where: { by, month: { gte, lte } },
    orderBy: { field: 'month', direction: 'asc' },
    limit: 100,
  });
}

/** The cells of several months, each added up. */
export function cellsOf(docs: readonly RollupDoc[]): Map<string, Counts> {
  const cells = new Map<string, Counts[]>();
  for (const doc of docs) {
    for (const [key, counts] of Object.entries(doc.cells)) {
      const known = cells.get(key);
      if (known) known.push(counts);
      else cells.set(key, [counts]);
    }
  }
  return new Map([...cells].map(([key, all]) => [key, total(all)]));
}

export async function figures(
  asking: Asking,
  { period, by }: Queries['figures']['input'],
): Promise<FiguresPage> {
  mustBe(asking, ...overseers);
  const { rules, trend, whole } = await streetOf(asking, period);
  const months = monthsOf(period);
  const units = cellsOf(await rollups(asking, 'unit', months));
  const cells = by === 'unit' ? units : cellsOf(await rollups(asking, by, months));
  return {
    whole: figuresOf(whole, rules),
    months: trend,
    rows: rowsOf(asking.office, by, cells),
    flags: doubts(asking.office, units),
    rules,
    departments: [...units.values()].filter(({ reportInDue }) => reportInDue !== undefined).length,
    perThousand: rules.population && (whole.appeals ?? 0) / (rules.population / 1000),
    whistleAlarm: whistleAlarm(whole, rules),
  };
}

/** What is to be looked at, the most cases first. */
function doubts(office: Office, units: ReadonlyMap<string, Counts>): FiguresPage['flags'] {
  const flags = [...units].flatMap(([unit, counts]) =>
    flagsOf(counts, office.rules.figures, unit).map((flag) => ({
      ...flag,
      zh: nameOf(office, 'unit', unit),
    })),
  );
  return flags.sort((one, other) => other.count - one.count);
}

/** The whole street over a period, and month by month. */
async function streetOf(asking: Asking, period: string) {
  const { figures: rules } = asking.office.rules;
  const months = monthsOf(period);
  const docs = await rollups(asking, 'all', trendOf(months));
  const inPeriod = docs.filter((doc) => months.includes(doc.month));
  return {
    rules,
    whole: total(inPeriod.flatMap(({ cells }) => Object.values(cells))),
    trend: trendIn(trendOf(months), docs, nowhere),
  };
}

/** A year of months for a picture: those of the year, or the twelve up to the month. */
function trendOf(months: readonly string[]): string[] {
  return monthsTo(months.at(-1) ?? '', 12);
}

function trendIn(months: readonly string[], docs: readonly RollupDoc[], key: string): FiguresMonth[] {
  return months.map((month) => {
    const counts = docs.find((doc) => doc.month === month)?.cells[key] ?? {};
    const { appeals = 0, whistles = 0 } = counts;
    return { month, appeals, whistles, onTime: ratio(counts.onTime, counts.due) };
  });
}

export function rowsOf(office: Office, by: By, cells: ReadonlyMap<string, Counts>): FiguresRow[] {
  const rows = [...cells].map(([key, counts]) => {
    const { appeals, open, closed, raw, adjusted, shares } = figuresOf(counts, office.rules.figures);
    return { key, zh: nameOf(office, by, key), appeals, open, closed, raw, adjusted, onTime: shares.onTime };
  });
  return rows.filter(({ appeals }) => appeals > 0).sort((one, other) => other.appeals - one.appeals);
}

export function nameOf(office: Office, by: By, key: string): string {
  if (key === nowhere) return '未定';
  if (by === 'unit') return unitName(office, key);
  const known = by === 'grid' ? office.grids.find(({ id }) => id === key) : matterOf(office, key);
  return known?.zh ?? key;
}

export async function myFigures(
  asking: Asking,
  { period }: Queries['myFigures']['input'],
): Promise<MyFigures> {
  mustBe(asking, ...staff);
  const unit = asking.actor.unit ?? '';
  const { rules, whole } = await streetOf(asking, period);
  const months = monthsOf(period);
  const docs = await rollups(asking, 'unit', trendOf(months));
  const inPeriod = docs.filter((doc) => months.includes(doc.month));
  const { raw, adjusted, shares }: Figures = figuresOf(whole, rules);
  return {
    unit: { id: unit, zh: unitName(asking.office, unit) },
    own: figuresOf(total(inPeriod.map(({ cells }) => cells[unit] ?? {})), rules),
    street: { raw, adjusted, shares },
    months: trendIn(trendOf(months), docs, unit),
    ...(await inHand(asking, unit)),
    rules,
  };
}

async function inHand({ cloud }: Asking, unit: string): Promise<Pick<MyFigures, 'inHand' | 'late'>> {
  const where = { unit, desk: 'unit' };
  const [all, late] = await Promise.all([
    cloud.store.count({ collection: 'task', where }),
    cloud.store.count({ collection: 'task', where: { ...where, sortAt: { lt: cloud.now() } } }),
  ]);
  return { inHand: all, late };
}
