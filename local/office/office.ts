import { defaultRules } from '../../domain/office/defaults.ts';
import type { Office } from '../../domain/office/office.ts';
import { lhasaCalendar } from '../../domain/time/days/calendars.ts';
import { grids } from './grids.ts';
import { matters } from './matters.ts';
import { units } from './units.ts';

/** An invented street of Lhasa, to learn and to show with. */
export const demoOffice: Office = {
  id: 'xuelianhe',
  zh: '雪莲河街道',
  code: 'XL',
  centre: { lng: 91.13, lat: 29.65 },
  phone: '0891-0000001',
  calendar: lhasaCalendar,
  rules: { ...defaultRules, figures: { ...defaultRules.figures, population: 46_000 } },
  units,
  grids,
  matters,
  catalogue: '2026.1',
};
