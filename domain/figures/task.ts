import { contactOf } from '../task/clocks.ts';
import type { Task } from '../task/task.ts';
import { counted } from './counts.ts';
import { type Tally, tallyAt } from './tally.ts';

const unsigned: readonly Task['status'][] = ['pending', 'released', 'informed'];

/** A unit's part, by the day it was given out. What is not due yet is not counted against anybody. */
export function tallyTask(task: Task): Tally {
  const { assignedAt, unit, brief, whistle, role, contacts, result, autoSigned } = task;
  const missed = (clock: string) => task.missed.some((mark) => mark.clock === clock);
  const acknowledged = !autoSigned && !unsigned.includes(task.status);
  const contacted = contactOf(task);
  const reported = task.reportedInAt !== undefined;
  const leads = role === 'lead' && brief.callable === true;
  const counts = counted({
    dispatches: whistle === undefined,
    acknowledgeDue: acknowledged || missed('acknowledge'),
    acknowledgeOnTime: acknowledged && !missed('acknowledge'),
    contactDue: contacted !== undefined,
    contactOnTime: contacted === 'onTime',
    reportInDue: reported || missed('reportIn'),
    reportInOnTime: reported && !missed('reportIn'),
    handedIn: leads && result !== undefined,
    withoutContact: leads && result !== undefined && contacts === 0,
  });
  return tallyAt(assignedAt, { unit, grid: brief.grid, matter: brief.matter }, counts);
}
