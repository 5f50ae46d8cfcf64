let ahead = 0;

/** Sets this phone's idea of the time after the office's, epoch ms: a wrong phone clock misleads nobody. */
export function learn(now: number): void {
  if (now > 0) ahead = now - Date.now();
}

/** The office's time, epoch ms. */
export function now(): number {
  return Date.now() + ahead;
}

const listeners = new Map<object, () => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

/** Tells `who` about every half minute until it leaves. One timer for all of them. */
export function listen(who: object, tell: () => void): void {
  listeners.set(who, tell);
  if (ticking === undefined) ticking = setInterval(tick, 30_000);
}

export function leave(who: object): void {
  listeners.delete(who);
  if (listeners.size > 0 || ticking === undefined) return;
  clearInterval(ticking);
  ticking = undefined;
}

function tick(): void {
  for (const tell of listeners.values()) tell();
}
