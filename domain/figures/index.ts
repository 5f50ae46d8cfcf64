import type { Appeal } from '../appeal/appeal.ts';
import type { Office } from '../office/office.ts';
import type { Task } from '../task/task.ts';
import type { Whistle } from '../whistle/whistle.ts';
import { tallyAppeal } from './appeal.ts';
import type { Tally } from './tally.ts';
import { tallyTask } from './task.ts';
import { tallyWhistle } from './whistle.ts';

/** The processes that count in the figures. */
const talliers: Readonly<Record<string, (state: never, office: Office) => Tally | undefined>> = {
  appeal: (appeal: Appeal, office) => tallyAppeal(appeal, office),
  task: (task: Task) => tallyTask(task),
  whistle: (whistle: Whistle) => tallyWhistle(whistle),
};

export const tallied: readonly string[] = Object.keys(talliers);

/** How this state of this process counts now. */
export function tallyOf(process: string, state: unknown, office: Office): Tally | undefined {
  return talliers[process]?.(state as never, office);
}
