import * as v from 'valibot';
import type { Moment, Queries, Trend } from '../../domain/contract.ts';
import { type Counts, total } from '../../domain/figures/counts.ts';
import { figuresOf } from '../../domain/figures/figures.ts';
import { daysIn, monthsOf } from '../../domain/figures/period.ts';
import { nowhere } from '../../domain/figures/tally.ts';
import { id } from '../../domain/kernel/input.ts';
import { overseers } from '../../domain/office/hands.ts';
import type { FigureRules } from '../../domain/office/office.ts';
import { dayOf } from '../../domain/time/calendar.ts';
import { daysOf, type RollupDoc } from '../rollups.ts';
import { type Asking, mustBe } from './asking.ts';
import { nameOf, period, rollups } from './figures.ts';

export const trendInput = v.strictObject({
  period,
  by: v.picklist(['all', 'grid', 'matter']),
  key: v.optional(id('编号')),
});

type Input = Queries['trend']['input'];

/** One document for the days of a month, twelve for the months of a year, however many the appeals. */
export async function trend(asking: Asking, input: Input): Promise<Trend> {
  mustBe(asking, ...overseers);
  const { office, cloud } = asking;
  const { by, key = nowhere } = input;
  const cells = await cellsAt(asking, { ...input, key });
  const today = dayOf(cloud.now());
  const spans = (isYear(input.period) ? monthsOf(input.period) : daysIn(input.period)).filter(
    (at) => at <= today,
  );
  const rules = office.rules.figures;
  return {
    zh: by === 'all' ? office.zh : nameOf(office, by, key),
    whole: momentOf(total(Object.values(cells)), rules),
    moments: spans.map((at) => ({ at, ...momentOf(cells[at] ?? {}, rules) })),
  };
}

type Cells = Readonly<Record<string, Counts>>;

async function cellsAt(
  asking: Asking,
  { period, by, key }: Required<Input> & { key: string },
): Promise<Cells> {
  if (!isYear(period)) {
    return (await asking.cloud.store.get<RollupDoc>('rollup', daysOf(period, by, key)))?.cells ?? {};
  }
  const docs = await rollups(asking, by, monthsOf(period));
  return Object.fromEntries(docs.map(({ month, cells }) => [month, cells[key] ?? {}]));
}

function isYear(period: string): boolean {
  return period.length === 4;
}

function momentOf(counts: Counts, rules: FigureRules): Moment {
  const { appeals, closed, raw, adjusted, shares } = figuresOf(counts, rules);
  return { appeals, closed, raw, adjusted, onTime: shares.onTime };
}
