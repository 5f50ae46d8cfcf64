import type { FiguresRow } from '../../domain/contract.ts';
import { rate, share } from '../../domain/words.ts';
import type { Sheet } from './sheet.ts';

const rates = ['response', 'resolution', 'satisfaction', 'composite'] as const;

/** The table of the page, raw and adjusted beside each other; nothing where there is no denominator. */
export function figureSheet(title: string, rows: readonly FiguresRow[]): Sheet {
  const head = [
    ...[title, '诉求', '在办', '结案', share.onTime.zh],
    ...rates.flatMap((name) => [`${rate[name].zh}（原始）`, `${rate[name].zh}（剔除后）`]),
  ];
  return {
    head,
    rows: rows.map(({ zh, appeals, open, closed, onTime, raw, adjusted }) => [
      ...[zh, appeals, open, closed, percent(onTime)],
      ...rates.flatMap((name) => [percent(raw[name]), percent(adjusted[name])]),
    ]),
  };
}

function percent(share: number | undefined): string | undefined {
  return share === undefined ? undefined : `${(share * 100).toFixed(1)}%`;
}
