import { addWorkdays, addWorkMinutes, type Calendar, openTime, PastHorizon } from './calendar.ts';

/** How long something may take. `minutes` and `days` run through nights and holidays, the others do not. */
export interface Term {
  readonly amount: number;
  readonly unit: 'minutes' | 'days' | 'workMinutes' | 'workdays';
}

/** When a clock stood still. Without `to` it stands still now. Epoch ms. */
interface Pause {
  readonly from: number;
  readonly to?: number;
}

/** A running clock as it stands on the record. Instants are epoch ms; `dueAt` follows from the rest. */
export interface Clock extends Term {
  readonly startedAt: number;
  readonly calendar: string;
  readonly dueAt: number;
  /** The due day lies past the published calendar and was counted without holidays. */
  readonly provisional?: true;
  /** In order, never overlapping. */
  readonly pauses?: readonly Pause[];
  readonly extensions?: readonly Term[];
}

type Given = Omit<Clock, 'dueAt' | 'calendar' | 'provisional'>;

export function startClock(startedAt: number, term: Term, calendar: Calendar): Clock {
  return counted({ ...term, startedAt }, calendar);
}

/** Stands still from now on; what stands still already stays so. */
export function pauseClock(clock: Clock, now: number): Clock {
  if (isPaused(clock)) return clock;
  return { ...clock, pauses: [...(clock.pauses ?? []), { from: now }] };
}

/** Runs on: due as much later as it stood still, counted in its own kind of time. */
export function resumeClock(clock: Clock, now: number, calendar: Calendar): Clock {
  if (!isPaused(clock)) return clock;
  const pauses = (clock.pauses ?? []).map((pause) =>
    pause.to === undefined ? { ...pause, to: now } : pause,
  );
  return counted({ ...clock, pauses }, calendar);
}

export function extendClock(clock: Clock, term: Term, calendar: Calendar): Clock {
  return counted({ ...clock, extensions: [...(clock.extensions ?? []), term] }, calendar);
}

/** Another term from the original start; pauses and extensions stay on the record and count. */
export function retermClock(clock: Clock, { amount, unit }: Term, calendar: Calendar): Clock {
  return counted({ ...clock, amount, unit }, calendar);
}

/** The same clock by a calendar published later; itself, where that moves nothing. */
export function recountClock(clock: Clock, calendar: Calendar): Clock {
  if (clock.calendar === calendar.version) return clock;
  const again = counted(clock, calendar);
  return again.dueAt === clock.dueAt && again.provisional === clock.provisional ? clock : again;
}

export function isPaused({ pauses = [] }: Pick<Clock, 'pauses'>): boolean {
  return pauses.some((pause) => pause.to === undefined);
}

function counted(given: Given, calendar: Calendar): Clock {
  const { provisional: _, ...clock } = { provisional: true, ...given, calendar: calendar.version };
  try {
    return { ...clock, dueAt: dueAt(given, calendar) };
  } catch (error) {
    if (!(error instanceof PastHorizon)) throw error;
    return { ...clock, dueAt: dueAt(given, { ...calendar, horizon: '9999-12-31' }), provisional: true };
  }
}

function dueAt({ startedAt, amount, unit, extensions = [], pauses = [] }: Given, calendar: Calendar): number {
  const whole = [{ amount, unit }, ...extensions].reduce((at, term) => after(at, term, calendar), startedAt);
  return pauses.reduce((at, pause) => later(at, pause, unit, calendar), whole);
}

function after(at: number, { amount, unit }: Term, calendar: Calendar): number {
  switch (unit) {
    case 'minutes':
      return at + amount * 60_000;
    case 'days':
      return at + amount * 86_400_000;
    case 'workMinutes':
      return addWorkMinutes(at, amount, calendar);
    case 'workdays':
      return addWorkdays(at, amount, calendar);
  }
}

/** A pause that has not ended moves nothing yet. */
function later(at: number, { from, to = from }: Pause, unit: Term['unit'], calendar: Calendar): number {
  if (unit === 'minutes' || unit === 'days') return at + (to - from);
  const lost = openTime(from, to, calendar);
  return lost === 0 ? at : addWorkMinutes(at, lost / 60_000, calendar);
}
