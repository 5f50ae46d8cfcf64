import type { Index } from '../kernel/process.ts';
import type { Appeal, Status } from './appeal.ts';
import { clockOf, deadlines } from './clocks.ts';

/** Whose desk the appeal lies on. */
export const deskOf: Readonly<Record<Status, 'coordinator' | 'unit' | 'resident' | 'none'>> = {
  submitted: 'coordinator',
  needsInfo: 'resident',
  accepted: 'coordinator',
  consulting: 'coordinator',
  replied: 'coordinator',
  dispatched: 'unit',
  inProgress: 'unit',
  onHold: 'unit',
  reworking: 'unit',
  awaitingRating: 'resident',
  closed: 'none',
  declined: 'none',
  transferred: 'none',
  merged: 'none',
  withdrawn: 'none',
};

export function index(appeal: Appeal): Index {
  const due = clockOf(appeal)?.dueAt;
  const wake = deadlines(appeal).map((deadline) => deadline.dueAt);
  return {
    owner: appeal.owner,
    desk: deskOf[appeal.status],
    at: appeal.submittedAt,
    sortAt: due ?? appeal.submittedAt,
    wakeAt: wake.length > 0 ? Math.min(...wake) : null,
    checkAt: appeal.check && !appeal.check.text ? appeal.submittedAt : null,
  };
}
