import { addWorkdays, addWorkMinutes, type Calendar, PastHorizon } from './calendar.ts';

/** How long something may take. `minutes` and `days` run through nights and holidays, the others do not. */
export interface Term {
  readonly amount: number;
  readonly unit: 'minutes' | 'days' | 'workMinutes' | 'workdays';
}

/** A running clock as it stands on the record. Instants are epoch ms; `dueAt` follows from the rest. */
export interface Clock extends Term {
  readonly startedAt: number;
  readonly calendar: string;
  readonly dueAt: number;
  /** The due day lies past the published calendar and was counted without holidays. */
  readonly provisional?: true;
}

export function startClock(startedAt: number, term: Term, calendar: Calendar): Clock {
  const clock = { ...term, startedAt, calendar: calendar.version };
  try {
    return { ...clock, dueAt: dueAt(startedAt, term, calendar) };
  } catch (error) {
    if (!(error instanceof PastHorizon)) throw error;
    return {
      ...clock,
      dueAt: dueAt(startedAt, term, { ...calendar, horizon: '9999-12-31' }),
      provisional: true,
    };
  }
}

function dueAt(startedAt: number, { amount, unit }: Term, calendar: Calendar): number {
  switch (unit) {
    case 'minutes':
      return startedAt + amount * 60_000;
    case 'days':
      return startedAt + amount * 86_400_000;
    case 'workMinutes':
      return addWorkMinutes(startedAt, amount, calendar);
    case 'workdays':
      return addWorkdays(startedAt, amount, calendar);
  }
}
