import type { Calendar } from '../time/calendar.ts';
import { type Clock, isPaused, recountClock } from '../time/clock.ts';
import type { Deadline } from './process.ts';

export type Clocks = Readonly<Record<string, Clock>>;

/** A clock that ran out, kept with the state. Instants are epoch ms. */
export interface Mark {
  readonly clock: string;
  readonly dueAt: number;
}

/** Of the clocks that matter now, those not missed yet. */
export function running(clocks: Clocks, marks: readonly Mark[], names: readonly string[]): Deadline[] {
  return names.flatMap((clock) => {
    const dueAt = clocks[clock]?.dueAt;
    const missed = marks.some((mark) => mark.clock === clock && mark.dueAt === dueAt);
    return dueAt === undefined || missed ? [] : [{ clock, dueAt }];
  });
}

/** The clock the next move is measured by, missed or not: the earliest of those that matter now. */
export function current(
  clocks: Clocks,
  names: readonly string[],
): (Clock & { readonly name: string }) | undefined {
  return names
    .flatMap((name) => (clocks[name] ? [{ ...clocks[name], name }] : []))
    .sort((one, other) => one.dueAt - other.dueAt)[0];
}

/**
 * Of the clocks that matter now or stand still, those that a newer calendar moves; `undefined` when there is none.
 * What was missed stays as it was.
 */
export function recounted(
  { clocks, missed }: { readonly clocks: Clocks; readonly missed: readonly Mark[] },
  names: readonly string[],
  calendar: Calendar,
): Clocks | undefined {
  const due = running(clocks, missed, Object.keys(clocks)).map(({ clock }) => clock);
  const moved = Object.entries(clocks).flatMap(([name, clock]) => {
    const open = due.includes(name) && (names.includes(name) || isPaused(clock));
    const counted = open ? recountClock(clock, calendar) : clock;
    return counted === clock ? [] : [[name, counted] as const];
  });
  return moved.length > 0 ? Object.fromEntries(moved) : undefined;
}
