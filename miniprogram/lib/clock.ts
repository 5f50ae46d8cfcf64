import { news } from './news';

let ahead = 0;

/** Sets this phone's idea of the time after the office's, epoch ms: a wrong phone clock misleads nobody. */
export function learn(now: number): void {
  if (now > 0) ahead = now - Date.now();
}

/** The office's time, epoch ms. */
export function now(): number {
  return Date.now() + ahead;
}

const ticks = news();
let timer: ReturnType<typeof setInterval> | undefined;

/** Tells `who` every half minute until it leaves. One timer for all of them. */
export function listen(who: object, tell: () => void): void {
  ticks.listen(who, tell);
  if (timer === undefined) timer = setInterval(ticks.tell, 30_000);
}

export function leave(who: object): void {
  ticks.leave(who);
  if (ticks.heard || timer === undefined) return;
  clearInterval(timer);
  timer = undefined;
}
