import type { Copy } from '../../../lib/copy';
import { type Moment, type Trend, words } from '../../../lib/domain';
import { type Column, countColumns, percent, rateColumns } from '../../../lib/figures-shown';
import { gather } from '../../../lib/gather';
import { momentZh } from '../../../lib/period';

interface Chart {
  readonly key: string;
  readonly zh: string;
  readonly value: string;
  readonly unit: string;
  readonly columns: readonly Column[];
  /** Drawn against all of all. */
  readonly rate: boolean;
  readonly note: string;
}

interface Line {
  readonly key: string;
  readonly zh: string;
  readonly counts: string;
  readonly rates: string;
}

type T = Copy<'figures'>;

/** Before anything is known. */
export const blank: ReturnType<typeof contentOf> = {
  zh: '',
  nothing: false,
  from: '',
  to: '',
  charts: [],
  lines: [],
};

export function contentOf({ zh, whole, moments }: Trend, t: T) {
  return {
    zh,
    nothing: whole.appeals === 0,
    from: momentZh(moments[0]?.at),
    to: momentZh(moments[moments.length - 1]?.at),
    charts: [
      ...counts.map((name) => countChart(name, whole, moments, t)),
      ...rates.map((name) => rateChart(name, whole, moments, t)),
    ],
    lines: linesOf(moments, t),
  };
}

const counts = ['appeals', 'closed'] as const;
const three = ['response', 'resolution', 'satisfaction'] as const;
const rates = ['onTime', ...three] as const;
type Rate = (typeof rates)[number];
type Moments = Trend['moments'];

function countChart(name: (typeof counts)[number], whole: Moment, moments: Moments, t: T): Chart {
  const columns = countColumns(moments, (moment) => moment[name], t.items);
  return {
    key: name,
    zh: t[name],
    value: String(whole[name]),
    unit: t.items,
    columns,
    rate: false,
    note: '',
  };
}

function rateChart(name: Rate, whole: Moment, moments: Moments, t: T): Chart {
  const columns = rateColumns(moments, (moment) => rateOf(moment, name));
  const [value, adjusted] = [percent(rateOf(whole, name)), percent(rateOf(whole, name, 'adjusted'))];
  const note = value === adjusted ? '' : `${t.raw} ${value} · ${t.adjusted} ${adjusted}`;
  return { key: name, zh: rateZh(name), value, unit: '', columns, rate: true, note };
}

function rateOf(moment: Moment, name: Rate, which: 'raw' | 'adjusted' = 'raw'): number | undefined {
  return name === 'onTime' ? moment.onTime : moment[which][name];
}

function rateZh(name: Rate): string {
  return name === 'onTime' ? words.share.onTime.zh : words.rate[name].zh;
}

/** Every number of the pictures in writing, the latest first; days and months without any are left out. */
function linesOf(moments: Moments, t: T): Line[] {
  const lines = gather(moments, (moment) => (moment.appeals > 0 ? [lineOf(moment, t)] : []));
  return lines.reverse();
}

function lineOf(moment: Moments[number], t: T): Line {
  const told = gather(rates, (name) => {
    const rate = rateOf(moment, name);
    return rate === undefined ? [] : [`${rateZh(name)} ${percent(rate)}`];
  });
  return {
    key: moment.at,
    zh: momentZh(moment.at),
    counts: counts.map((name) => `${t[name]} ${moment[name]} ${t.items}`).join(' · '),
    rates: told.join(' · '),
  };
}
