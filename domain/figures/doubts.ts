import type { FigureRules } from '../office/office.ts';
import type { Counts } from './counts.ts';
import { ratio } from './figures.ts';

/** 弄虚作假的苗头：只提示去看，不作结论. */
export type Doubt = 'withoutContact' | 'copied' | 'quick' | 'ratedByStaff' | 'excluded';

export interface Flag {
  readonly doubt: Doubt;
  /** The unit; the whole street has none. */
  readonly unit?: string | undefined;
  readonly count: number;
  readonly of: number;
}

/** What stands out in one cell. */
export function flagsOf(counts: Counts, { signs }: FigureRules, unit?: string): Flag[] {
  const rated =
    (counts.satisfied ?? 0) + (counts.basically ?? 0) + (counts.neutral ?? 0) + (counts.dissatisfied ?? 0);
  const looked: readonly (Flag & { readonly stands: boolean })[] = [
    looking('withoutContact', counts.withoutContact, counts.handedIn, signs.share),
    looking('quick', counts.quick, counts.closed, signs.share),
    looking('ratedByStaff', counts.ratedByStaff, rated, signs.share),
    looking('excluded', counts.excluded, counts.dispatched, signs.share),
    {
      doubt: 'copied',
      count: counts.copied ?? 0,
      of: counts.answered ?? 0,
      stands: (counts.copied ?? 0) >= signs.copies,
    },
  ];
  return looked.flatMap(({ stands, ...flag }) => (stands ? [{ ...flag, ...(unit && { unit }) }] : []));
}

function looking(doubt: Doubt, count = 0, of = 0, share: number): Flag & { readonly stands: boolean } {
  return { doubt, count, of, stands: (ratio(count, of) ?? 0) > share };
}

/** 吹哨率过低或过高：不敢吹、乱吹都要看. */
export function whistleAlarm(counts: Counts, { whistling }: FigureRules): 'low' | 'high' | undefined {
  const rate = ratio(counts.whistles, counts.dispatched);
  if (rate === undefined) return undefined;
  if (rate < whistling.low) return 'low';
  return rate > whistling.high ? 'high' : undefined;
}
