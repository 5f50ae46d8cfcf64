import { beijing } from './calendar.ts';
import type { Term } from './clock.ts';

/** `12月3日 18:00`, with the year when it is not this one. */
export function showInstant(at: number, now: number): string {
  const then = beijing(at);
  return then.format(then.year() === beijing(now).year() ? 'M月D日 HH:mm' : 'YYYY年M月D日 HH:mm');
}

/** The month of an instant, `2026-11`. */
export function monthOf(at: number): string {
  return beijing(at).format('YYYY-MM');
}

/** `2 天 3 小时`, `40 分钟`: the two largest parts of a length in ms, never less than a minute. */
export function showLength(ms: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(ms) / 60_000));
  const parts = [
    [Math.floor(minutes / 1440), '天'],
    [Math.floor((minutes % 1440) / 60), '小时'],
    [minutes % 60, '分钟'],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  return parts
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ');
}

/** `3 天`, `2 小时`, `3 个工作日`. */
export function showTerm({ amount, unit }: Term): string {
  switch (unit) {
    case 'days':
      return `${amount} 天`;
    case 'workdays':
      return `${amount} 个工作日`;
    case 'minutes':
      return showLength(amount * 60_000);
    case 'workMinutes':
      return amount % 60 === 0 ? `${amount / 60} 个工作小时` : `${amount} 个工作分钟`;
  }
}

export type Signal = 'green' | 'amber' | 'red';

/** Red: too late. Amber: four fifths used. */
export function signal(clock: { readonly startedAt: number; readonly dueAt: number }, now: number): Signal {
  if (now >= clock.dueAt) return 'red';
  return now - clock.startedAt >= 0.8 * (clock.dueAt - clock.startedAt) ? 'amber' : 'green';
}
