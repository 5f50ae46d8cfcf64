import { layer, type Notice } from './notice.ts';

/**
 * A notice of Lhasa that arranges a holiday of the nation anew must name every day of it again: a make-up day it
 * drops has to stand among its days of rest, or the national layer below keeps it worked.
 */
const notices: readonly Notice[] = [
  {
    source: '拉萨市人民政府办公室关于2023年藏历新年放假安排的通知（2023-02-14）',
    holidays: [{ zh: '藏历新年', from: '2023-02-20', to: '2023-02-26', work: ['2023-02-18', '2023-02-19'] }],
  },
  {
    source: '拉萨市人民政府办公室关于2025年藏历新年放假安排的通知（2025-02-11）',
    holidays: [{ zh: '藏历新年', from: '2025-02-27', to: '2025-03-04' }],
  },
  {
    source: '拉萨市人民政府办公室关于2026年春节、藏历新年放假安排的通知（2026-01-28）',
    holidays: [
      { zh: '春节、藏历新年', from: '2026-02-15', to: '2026-02-26', work: ['2026-02-14', '2026-02-28'] },
    ],
  },
];

/** What Lhasa adds. 2024 and every 雪顿节 are missing: no notice could be held beside them. */
export const lhasa = notices.map(layer);
