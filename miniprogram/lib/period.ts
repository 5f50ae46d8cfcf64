import { now } from './clock';
import { monthOf } from './domain';

/** The month it is in Beijing, `2026-11`. */
export function thisMonth(): string {
  return monthOf(now());
}

/** The year, or the month, `by` further on. */
export function moved(period: string, by: number): string {
  const [year = 0, month] = period.split('-').map(Number);
  if (month === undefined) return String(year + by);
  const place = year * 12 + month - 1 + by;
  return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`;
}

/** The year of a month; of a year, the month it is now or its last one. */
export function turned(period: string): string {
  if (period.length > 4) return period.slice(0, 4);
  const month = thisMonth();
  return month.startsWith(period) ? month : `${period}-12`;
}

export function isLast(period: string): boolean {
  return thisMonth().slice(0, period.length) <= period;
}

/** `2026年11月`, `2026年`. */
export function periodZh(period: string): string {
  const [year, month] = period.split('-');
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}

/** `11月21日` of a day, `11月` of a month; nothing of nothing. */
export function momentZh(at = ''): string {
  const [, month, day] = at.split('-').map(Number);
  if (month === undefined) return '';
  return day === undefined ? `${month}月` : `${month}月${day}日`;
}
