import { monthStart } from '../time/calendar.ts';

/** A year, `2026`, or a month of it, `2026-11`, Beijing time. */
type Period = string;

/** The months of a period, in order. */
export function monthsOf(period: Period): string[] {
  return period.length > 4 ? [period] : monthsTo(`${period}-12`, 12);
}

/** So many months in order, of which the last is given. */
export function monthsTo(last: string, number: number): string[] {
  return Array.from({ length: number }, (_, place) => nameOf(placeOf(last) - number + 1 + place));
}

/** The days of a month, in order. */
export function daysIn(month: string): string[] {
  const { gte, lt } = instantsOf(month);
  const number = Math.round((lt - gte) / 86_400_000);
  return Array.from({ length: number }, (_, place) => `${month}-${String(place + 1).padStart(2, '0')}`);
}

/** From the first instant of a month to before the first of the next, in epoch ms. */
export function instantsOf(month: string): { readonly gte: number; readonly lt: number } {
  return { gte: monthStart(month), lt: monthStart(nameOf(placeOf(month) + 1)) };
}

/** Months counted from January of the year nought. */
function placeOf(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

function nameOf(place: number): string {
  return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`;
}
