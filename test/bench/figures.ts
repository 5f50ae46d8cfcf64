import { daysOf, type RollupDoc } from '../../cloudfunctions/rollups.ts';
import { type Counts, counted, plus, withoutBuckets } from '../../domain/figures/counts.ts';
import { daysIn, monthsOf } from '../../domain/figures/period.ts';
import { ask } from '../../local/journey/caller.ts';
import { median, rounded, timed } from './measure.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

const year = '2026';
const rounds = 100;
const coordinator = 'coordinator-pubu';
/** More cells than a street has: every leaf of the national tree of matters, and sixty units. */
const cells = { all: 1, unit: 60, grid: 200, matter: 517 };

type Question = readonly [what: string, ask: (workshop: Workshop) => Promise<unknown>];

const matter = { by: 'matter', key: 'matter-0' } as const;
const questions: readonly Question[] = [
  ...(['unit', 'grid', 'matter'] as const).map(
    (by): Question => [
      `figures of a year by ${by}`,
      ({ cloud }) => ask(cloud, coordinator, 'figures', { period: year, by }),
    ],
  ),
  ['trend of a year', ({ cloud }) => ask(cloud, coordinator, 'trend', { period: year, ...matter })],
  ['trend of a month', ({ cloud }) => ask(cloud, coordinator, 'trend', { period: `${year}-06`, ...matter })],
];

/** The pages of figures for a year of a thousand appeals and of a million, in turns. */
export async function* figures(): AsyncGenerator<object> {
  const small = await openWorkshop();
  const large = await openWorkshop();
  await fill(small, 1_000);
  await fill(large, 1_000_000);
  for (const [what, question] of questions) {
    const [few, many]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      few.push(await timed(() => question(small)));
      many.push(await timed(() => question(large)));
    }
    yield {
      what,
      msAt1000: rounded(median(few)),
      msAt1000000: rounded(median(many)),
      p95At1000000: rounded(worst(many)),
      ratio: rounded(median(many) / median(few)),
    };
  }
  await small.close();
  await large.close();
}

/** Roll-ups as a year of so many appeals leaves them, each cell with all that can be counted. */
async function fill({ store }: Workshop, appeals: number): Promise<void> {
  for (const month of monthsOf(year)) {
    for (const [by, number] of Object.entries(cells)) {
      const each = Math.max(1, Math.round(appeals / 12 / number));
      const keys = Array.from({ length: number }, (_, place) => (by === 'all' ? '-' : `${by}-${place}`));
      const doc = {
        _id: `${month}.${by}`,
        by,
        month,
        cells: Object.fromEntries(
          keys.map((key) => [key, by === 'all' || by === 'unit' ? full(each) : withoutBuckets(full(each))]),
        ),
      };
      await store.transact((tx) => tx.put('rollup', doc as RollupDoc));
    }
    const each = withoutBuckets(full(Math.max(1, Math.round(appeals / 365 / cells.matter))));
    const days = Object.fromEntries(daysIn(month).map((day) => [day, each]));
    const doc: RollupDoc = { _id: daysOf(month, matter.by, matter.key), by: 'day', month, cells: days };
    await store.transact((tx) => tx.put('rollup', doc));
  }
}

const names = [
  ...['appeals', 'patrol', 'repeats', 'onSpot', 'dispatched', 'hops', 'open', 'held', 'due', 'onTime'],
  ...['answered', 'redone', 'closed', 'firstTime', 'handledMinutes', 'workedMinutes', 'responseDue'],
  ...['responded', 'solved', 'partly', 'unsolved', 'satisfied', 'basically', 'neutral', 'dissatisfied'],
  ...['excluded', 'outUnsolved', 'outDissatisfied', 'dispatches', 'upheld', 'acknowledgeDue'],
  ...['acknowledgeOnTime', 'contactDue', 'contactOnTime', 'reportInDue', 'reportInOnTime', 'handedIn'],
  ...['withoutContact', 'quick', 'ratedByStaff', 'copied'],
];

function full(each: number): Counts {
  const buckets = Array.from({ length: 18 }, (_, place) => [`handled${place}`, `worked${place}`]).flat();
  return plus({}, counted(Object.fromEntries([...names, ...buckets].map((name) => [name, each]))));
}

/** 95 of a hundred take no longer. */
function worst(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}
