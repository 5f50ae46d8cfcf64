import type { Copy } from '../../../lib/copy';
import type { MyFigures } from '../../../lib/domain';
import {
  handlingShown,
  monthBars,
  type NumberShown,
  rateRows,
  scoreShown,
  sharesShown,
  totalsShown,
} from '../../../lib/figures-shown';

/** Before anything is known. */
export const blank: ReturnType<typeof contentOf> = {
  unit: '',
  now: [],
  rows: [],
  totals: [],
  handling: [],
  whistles: [],
  bars: [],
};

export function contentOf({ unit, own, street, months, inHand, late }: MyFigures, t: Copy<'figures'>) {
  const now: NumberShown[] = [
    { zh: t.inHand, value: String(inHand), unit: t.items },
    { zh: t.late, value: String(late), unit: t.items },
  ];
  return {
    unit: unit.zh,
    now,
    rows: rateRows(own.adjusted, street.adjusted),
    totals: totalsShown(own),
    handling: handlingShown(own),
    whistles: [...sharesShown(own.shares, ['reportingIn']), scoreShown(own)],
    bars: monthBars(months),
  };
}
