import type { Calendar } from '../calendar.ts';
import { lhasa } from './lhasa.ts';
import { national } from './national.ts';

/** 09:30–13:00 and 15:30–18:00. */
const hours = [
  [570, 780],
  [930, 1080],
] as const;

const horizon = '2026-12-31';

export const nationalCalendar: Calendar = {
  version: 'national-2026.1',
  horizon,
  hours,
  layers: national,
};

export const lhasaCalendar: Calendar = {
  version: 'lhasa-2026.1',
  horizon,
  hours,
  layers: [...national, ...lhasa],
};
