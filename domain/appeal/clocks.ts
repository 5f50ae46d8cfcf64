import { current, running } from '../kernel/deadlines.ts';
import type { Deadline } from '../kernel/process.ts';
import type { Appeal, Status } from './appeal.ts';

/** The resident's own clock until the first reply; once that did not solve it, the clock of handling it again. */
export function limitOf({ round }: Appeal): 'finish' | 'redo' {
  return round > 0 ? 'redo' : 'finish';
}

/** Which clocks matter in which state. */
function clocksOf(appeal: Appeal): readonly string[] {
  const limit = limitOf(appeal);
  const awaited: Readonly<Record<Status, readonly string[]>> = {
    submitted: ['accept'],
    accepted: ['dispatch', 'finish'],
    consulting: limit === 'finish' ? ['dispatch', 'finish'] : ['dispatch'],
    dispatched: [limit],
    inProgress: [limit],
    replied: ['review', limit],
    awaitingRating: [],
    reworking: ['redo'],
    closed: [],
    declined: [],
    withdrawn: [],
  };
  return awaited[appeal.status];
}

export function deadlines(appeal: Appeal): Deadline[] {
  return running(appeal.clocks, appeal.missed, clocksOf(appeal));
}

export function clockOf(appeal: Appeal) {
  return current(appeal.clocks, clocksOf(appeal));
}
