import type { Calendar } from '../time/calendar.ts';
import { type Clock, isPaused, pauseClock, resumeClock } from '../time/clock.ts';
import type { Deadline } from './process.ts';

export type Clocks = Readonly<Record<string, Clock>>;

/** A clock that ran out, kept with the state. Instants are epoch ms. */
export interface Mark {
  readonly clock: string;
  readonly dueAt: number;
}

/** Of the clocks that matter now, those not missed yet; what stands still runs out for nobody. */
export function running(clocks: Clocks, marks: readonly Mark[], names: readonly string[]): Deadline[] {
  return named(clocks, names)
    .filter(({ name, dueAt }) => !marks.some((mark) => mark.clock === name && mark.dueAt === dueAt))
    .map(({ name, dueAt }) => ({ clock: name, dueAt }));
}

/** The clock the next move is measured by, missed or not: the earliest of those that matter now. */
export function current(
  clocks: Clocks,
  names: readonly string[],
): (Clock & { readonly name: string }) | undefined {
  return named(clocks, names).sort((one, other) => one.dueAt - other.dueAt)[0];
}

function named(clocks: Clocks, names: readonly string[]) {
  return names.flatMap((name) => {
    const clock = clocks[name];
    return clock && !isPaused(clock) ? [{ ...clock, name }] : [];
  });
}

/** All that still run stand still; what has run out stays missed. */
export function pauseClocks(clocks: Clocks, at: number): Clocks {
  return each(clocks, (clock) => (clock.dueAt > at ? pauseClock(clock, at) : clock));
}

export function resumeClocks(clocks: Clocks, now: number, calendar: Calendar): Clocks {
  return each(clocks, (clock) => resumeClock(clock, now, calendar));
}

function each(clocks: Clocks, change: (clock: Clock) => Clock): Clocks {
  return Object.fromEntries(Object.entries(clocks).map(([name, clock]) => [name, change(clock)]));
}
