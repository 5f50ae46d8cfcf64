import type { Appeal } from '../appeal/appeal.ts';
import type { Office } from '../office/office.ts';
import type { Task } from '../task/task.ts';
import { tallyAppeal } from './appeal.ts';
import type { Tally } from './tally.ts';
import { tallyTask } from './task.ts';
import { tallyWhistle } from './whistle.ts';

/** The processes that count in the figures, and how. */
const talliers: Readonly<Record<string, (state: never, office: Office) => readonly Tally[]>> = {
  appeal: (appeal: Appeal, office) => [tallyAppeal(appeal, office)],
  task: (task: Task) => [tallyTask(task)],
  whistle: tallyWhistle,
};

export const tallied: readonly string[] = Object.keys(talliers);

/** How this state of this process counts now: not at all, once, or in several cells. */
export function talliesOf(process: string, state: unknown, office: Office): readonly Tally[] {
  return talliers[process]?.(state as never, office) ?? [];
}
