import type { Index } from '../kernel/process.ts';
import type { Appeal, Status } from './appeal.ts';
import { isUnchecked } from './checked.ts';
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

/** The grid and matter an appeal counts under once it is accepted. */
function cellOf({ place, matter, kind }: Appeal): string | undefined {
  return place?.grid && matter && kind ? `${place.grid}.${matter}` : undefined;
}

export function index(appeal: Appeal): Index {
  const due = clockOf(appeal)?.dueAt;
  const wake = deadlines(appeal).map((deadline) => deadline.dueAt);
  return {
    owner: appeal.owner,
    number: appeal.number,
    desk: deskOf[appeal.status],
    at: appeal.submittedAt,
    sortedAt: appeal.sortedAt ?? null,
    cell: cellOf(appeal) ?? null,
    sortAt: due ?? appeal.submittedAt,
    wakeAt: wake.length > 0 ? Math.min(...wake) : null,
    checkAt: isUnchecked(appeal) ? appeal.submittedAt : null,
  };
}
