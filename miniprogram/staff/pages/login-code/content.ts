import type { Copy } from '../../../lib/copy';

/** A code as it is read: by eye in two groups, by ear digit by digit. */
export function codeShown(code: string, t: Copy<'loginCode'>) {
  return { digits: `${code.slice(0, 4)} ${code.slice(4)}`, spoken: `${t.code} ${[...code].join(' ')}` };
}

/** How long a code is still good, to the second; empty when it is not. Epoch ms. */
export function leftOf(until: number, now: number, t: Copy<'loginCode'>): string {
  const seconds = Math.ceil((until - now) / 1000);
  if (seconds <= 0) return '';
  const minutes = Math.floor(seconds / 60);
  const whole = minutes > 0 ? `${minutes} ${t.minutes} ` : '';
  return `${t.left} ${whole}${seconds % 60} ${t.seconds}`;
}
