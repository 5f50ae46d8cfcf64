import { copyOf } from './copy';
import { type Figures, type FiguresMonth, showLength, type Three, words } from './domain';
import { momentZh } from './period';

export interface RateRow {
  readonly key: string;
  readonly zh: string;
  readonly one: string;
  readonly other: string;
  readonly differs: boolean;
}

export interface NumberShown {
  readonly zh: string;
  readonly value: string;
  readonly unit: string;
}

export interface Bar {
  readonly key: string;
  readonly zh: string;
  readonly value: string;
  /** Percent of the longest. */
  readonly width: number;
  readonly note?: string;
}

/** One day or month of a picture. */
export interface Column {
  readonly key: string;
  /** What it is, in words. */
  readonly spoken: string;
  /** Percent of the picture. */
  readonly height: number;
  readonly kind: 'some' | 'zero' | 'none';
}

const none = '—';

/** `84.6 %`; a dash where there is nothing to divide by. */
export function percent(share: number | undefined): string {
  return share === undefined ? none : `${(share * 100).toFixed(1)}%`;
}

const rates = ['response', 'resolution', 'satisfaction', 'composite'] as const;

/** Two sets of rates side by side: raw and adjusted, or one's own and the street's. */
export function rateRows(one: Three, other: Three): RateRow[] {
  return rates.map((key) => {
    const [left, right] = [percent(one[key]), percent(other[key])];
    return { key, zh: words.rate[key].zh, one: left, other: right, differs: left !== right };
  });
}

type Shares = Figures['shares'];

export function sharesShown(shares: Shares, names: readonly (keyof Shares)[]): NumberShown[] {
  return names.map((name) => ({ zh: words.share[name].zh, value: percent(shares[name]), unit: '' }));
}

/** Numbers that answer one question, under its heading. */
export interface NumbersShown {
  readonly zh: string;
  readonly numbers: readonly NumberShown[];
}

/** How many, before all rates. */
export function totalsShown({ appeals, open, closed }: Figures): NumberShown[] {
  const t = copyOf('figures');
  const all = { appeals, open, closed };
  return (['appeals', 'open', 'closed'] as const).map((name) => {
    return { zh: t[name], value: String(all[name]), unit: t.items };
  });
}

/** 质量、流程、时长. */
export function handlingShown(figures: Figures): NumbersShown[] {
  const t = copyOf('figures');
  const { shares, accuracy, hops, handled, worked } = figures;
  return [
    { zh: t.quality, numbers: sharesShown(shares, ['onTime', 'firstTime', 'redo', 'hold', 'settling']) },
    {
      zh: t.process,
      numbers: [
        ...sharesShown(shares, ['acknowledging', 'contacting']),
        { zh: t.accuracy, value: percent(accuracy), unit: '' },
        { zh: t.hops, value: hops?.toFixed(1) ?? none, unit: hops === undefined ? '' : t.times },
        ...sharesShown(shares, ['inGrid', 'onSpot', 'patrol', 'repeat']),
      ],
    },
    {
      zh: t.lengths,
      numbers: [
        { zh: t.mean, value: length(handled?.mean), unit: '' },
        { zh: t.median, value: length(handled?.median), unit: '' },
        { zh: t.p90, value: length(handled?.p90), unit: '' },
        { zh: t.worked, value: length(worked?.median), unit: '' },
      ],
    },
  ];
}

/** 评哨：部门平均得分，满分 5. */
export function scoreShown({ score }: Figures): NumberShown {
  const t = copyOf('figures');
  return {
    zh: t.score,
    value: score === undefined ? none : score.toFixed(1),
    unit: score === undefined ? '' : t.points,
  };
}

/** Minutes as people say them. */
function length(minutes: number | undefined): string {
  return minutes === undefined ? none : showLength(minutes * 60_000);
}

/** One bar a month from the first that has any; the number beside it, so that nobody has to measure. */
export function monthBars(months: readonly FiguresMonth[]): Bar[] {
  const most = Math.max(1, ...months.map(({ appeals }) => appeals));
  const first = months.findIndex(({ appeals }) => appeals > 0);
  return months.slice(Math.max(0, first)).map(({ month, appeals, onTime }) => ({
    key: month,
    zh: `${Number(month.slice(5))}月`,
    value: String(appeals),
    width: Math.round((appeals / most) * 100),
    ...(onTime !== undefined && { note: `${words.share.onTime.zh} ${percent(onTime)}` }),
  }));
}

type At = { readonly at: string };

/** Counts, the largest of them as high as the picture. */
export function countColumns<Each extends At>(
  moments: readonly Each[],
  of: (moment: Each) => number,
  unit: string,
): Column[] {
  const most = Math.max(1, ...moments.map(of));
  return moments.map((moment) => column(moment, of(moment) / most, `${of(moment)} ${unit}`));
}

/** Rates, all of all as high as the picture; what cannot be computed is no column. */
export function rateColumns<Each extends At>(
  moments: readonly Each[],
  of: (moment: Each) => number | undefined,
): Column[] {
  return moments.map((moment) => column(moment, of(moment), percent(of(moment))));
}

function column({ at }: At, share: number | undefined, value: string): Column {
  const kind = share === undefined ? 'none' : share > 0 ? 'some' : 'zero';
  return { key: at, spoken: `${momentZh(at)} ${value}`, height: Math.round((share ?? 0) * 100), kind };
}
