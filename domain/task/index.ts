import { recounting } from '../kernel/recounting.ts';
import { deadlines, ladderBy } from './clocks.ts';
import { decide } from './decide.ts';
import { errands, index, notices } from './effects.ts';
import { evolve } from './evolve.ts';
import { input } from './inputs.ts';
import { moves } from './moves.ts';
import type { Command, Fact, Task } from './task.ts';
import { line, type View, view } from './view.ts';

export const task = recounting<Task, Command, Fact, View>(
  {
    name: 'task',
    input,
    moves,
    decide,
    evolve,
    errands,
    notices,
    cites: ({ brief: { number, matter }, unit }) => ({ number, matter, unit }),
    deadlines,
    index,
    view,
    line,
  },
  { hanging: ladderBy },
);
