import type { Copy } from '../../../lib/copy';
import { type FiguresPage, type FiguresRow, words } from '../../../lib/domain';
import {
  handlingShown,
  monthBars,
  type NumberShown,
  percent,
  rateRows,
  scoreShown,
  sharesShown,
  totalsShown,
} from '../../../lib/figures-shown';

interface Row {
  readonly key: string;
  readonly zh: string;
  readonly appeals: string;
  readonly open: string;
  readonly onTime: string;
  readonly composite: string;
}

/** The most rows drawn of a table; the file to take away has them all. */
const most = 100;

/** Before anything is known. */
export const blank: ReturnType<typeof contentOf> = {
  nothing: false,
  rates: [],
  terms: '',
  excluded: '',
  totals: [],
  handling: [],
  whistles: [],
  alarm: '',
  bars: [],
  rows: [],
  flags: [],
  limits: '',
};

export function contentOf(page: FiguresPage, t: Copy<'figures'>) {
  const { whole, months, rows, flags, rules } = page;
  return {
    nothing: months.every(({ appeals }) => appeals === 0),
    rates: rateRows(whole.raw, whole.adjusted),
    terms: termsOf(rules, t),
    excluded: `${t.confirmed} ${whole.confirmed} ${t.items}；${t.excluded} ${whole.excluded} ${t.items}`,
    totals: [...totalsShown(whole), ...perThousand(page, t)],
    handling: handlingShown(whole),
    whistles: whistlesOf(page, t),
    alarm: page.whistleAlarm ? t[page.whistleAlarm] : '',
    bars: monthBars(months),
    rows: rows.slice(0, most).map((row) => rowOf(row, t)),
    flags: flags.map(({ zh, doubt, count, of }) => ({
      key: `${zh}${doubt}`,
      zh,
      doubt: words.doubt[doubt].zh,
      count: String(count),
      among: t.among.replace('n', String(of)),
    })),
    limits: limitsOf(rules, t),
  };
}

/** What the rates are made of, in words: nobody has to guess a weight. */
function termsOf({ weights, partly, levels }: FiguresPage['rules'], t: Copy<'figures'>): string {
  const composite = t.weights
    .replace('a', String(weights.response))
    .replace('b', String(weights.resolution))
    .replace('c', String(weights.satisfaction));
  const worth = [levels.satisfied, levels.basically, levels.neutral, levels.dissatisfied].join('、');
  return `${composite}；${t.partly} ${partly}；${t.levels} ${worth}`;
}

/** From when on something stands under the doubts. */
function limitsOf({ signs }: FiguresPage['rules'], t: Copy<'figures'>): string {
  return t.doubtsLimits
    .replace('a', String(Math.round(signs.share * 100)))
    .replace('b', String(signs.copies))
    .replace('c', String(signs.quickMinutes));
}

function perThousand({ perThousand: value }: FiguresPage, t: Copy<'figures'>): NumberShown[] {
  return value === undefined ? [] : [{ zh: t.perThousand, value: value.toFixed(1), unit: t.items }];
}

function whistlesOf({ whole, departments }: FiguresPage, t: Copy<'figures'>): NumberShown[] {
  const { whistles, shares } = whole;
  return [
    { zh: t.whistleCount, value: String(whistles), unit: t.blows },
    { zh: t.departments, value: String(departments), unit: t.some },
    ...sharesShown(shares, ['reportingIn', 'whistleSolved', 'whistleInvalid', 'whistling']),
    scoreShown(whole),
  ];
}

function rowOf({ key, zh, appeals, open, onTime, raw, adjusted }: FiguresRow, t: Copy<'figures'>): Row {
  return {
    key,
    zh,
    appeals: `${t.appeals} ${appeals} ${t.items}`,
    open: open > 0 ? `${t.open} ${open} ${t.items}` : '',
    onTime: `${words.share.onTime.zh} ${percent(onTime)}`,
    composite: compositeOf(percent(raw.composite), percent(adjusted.composite), t),
  };
}

/** Both sides by side only where an exclusion makes a difference. */
function compositeOf(raw: string, adjusted: string, t: Copy<'figures'>): string {
  const both = raw === adjusted ? raw : `${t.raw} ${raw} · ${t.adjusted} ${adjusted}`;
  return `${words.rate.composite.zh} ${both}`;
}
