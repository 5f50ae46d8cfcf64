import { current, running } from '../kernel/deadlines.ts';
import type { Deadline } from '../kernel/process.ts';
import type { Appeal, Status } from './appeal.ts';

/** The resident's own clock until the first reply; once that did not solve it, the clock of handling it again. */
export function limitOf({ round }: Appeal): 'finish' | 'redo' {
  return round > 0 ? 'redo' : 'finish';
}

/** Clocks that only remind the resident: nobody is late by them. */
export const reminders: readonly string[] = ['infoSoon', 'infoLast'];

/** What the resident does not do in time, or the day a hold is looked at again: nobody of the office is late. */
export function isOffices(clock: string): boolean {
  return clock !== 'info' && clock !== 'hold' && !reminders.includes(clock);
}

/** Which clocks matter in which state. */
export function clocksOf(appeal: Appeal): readonly string[] {
  const limit = limitOf(appeal);
  const awaited: Readonly<Record<Status, readonly string[]>> = {
    submitted: ['accept'],
    needsInfo: ['info', ...reminders],
    accepted: ['dispatch', 'finish'],
    consulting: limit === 'finish' ? ['dispatch', 'finish'] : ['dispatch'],
    dispatched: [limit],
    inProgress: [limit],
    onHold: ['hold'],
    replied: ['review', limit],
    awaitingRating: [],
    reworking: ['redo'],
    closed: [],
    declined: [],
    transferred: [],
    merged: [],
    withdrawn: [],
  };
  return awaited[appeal.status];
}

export function deadlines(appeal: Appeal): Deadline[] {
  return running(appeal.clocks, appeal.missed, clocksOf(appeal));
}

export function clockOf(appeal: Appeal) {
  const names = clocksOf(appeal).filter((name) => !reminders.includes(name));
  return current(appeal.clocks, names);
}
