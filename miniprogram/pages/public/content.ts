import type { Copy } from '../../lib/copy';
import type { PublicFigures, Three } from '../../lib/domain';
import { words } from '../../lib/domain';
import { type Bar, type NumberShown, percent } from '../../lib/figures-shown';
import { gather } from '../../lib/gather';

/** Before anything is known. */
export const blank: ReturnType<typeof contentOf> = {
  nothing: false,
  numbers: [],
  rates: [],
  bars: [],
  left: '',
};

/** What is drawn of the public figures; what is too small to be told says so. */
export function contentOf(figures: PublicFigures, t: Copy<'public'>) {
  const { appeals, closed, whistles, onTime, rates, groups } = figures;
  const number = (zh: string, value: number | undefined): NumberShown => {
    return { zh, value: value === undefined ? t.few : String(value), unit: '' };
  };
  return {
    nothing: appeals === 0,
    numbers: [
      number(t.received, appeals),
      number(t.closed, closed),
      { zh: t.onTime, value: percent(onTime), unit: '' },
      number(t.whistles, whistles),
    ],
    rates: ratesOf(rates),
    bars: barsOf(groups),
    left: leftOf(groups, t),
  };
}

function ratesOf(rates: Three): NumberShown[] {
  const names = ['response', 'resolution', 'satisfaction'] as const;
  return names.map((name) => ({ zh: words.rate[name].zh, value: percent(rates[name]), unit: '' }));
}

function barsOf(groups: PublicFigures['groups']): Bar[] {
  const most = Math.max(1, ...groups.map(({ appeals = 0 }) => appeals));
  return gather(groups, ({ zh, appeals }) =>
    appeals === undefined
      ? []
      : [{ key: zh, zh, value: String(appeals), width: Math.round((appeals / most) * 100) }],
  );
}

/** How many groups are not told, in words. */
function leftOf(groups: PublicFigures['groups'], t: Copy<'public'>): string {
  const left = groups.filter(({ appeals }) => appeals === undefined).length;
  return left === 0 ? '' : t.left.replace('n', String(left));
}
