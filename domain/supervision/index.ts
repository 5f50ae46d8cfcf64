import { recounting } from '../kernel/recounting.ts';
import { decide } from './decide.ts';
import { deadlines, errands, index, letterBy, notices } from './effects.ts';
import { evolve } from './evolve.ts';
import { input } from './inputs.ts';
import { moves } from './moves.ts';
import type { Command, Fact, Supervision } from './supervision.ts';
import { line, type View, view } from './view.ts';

export const supervision = recounting<Supervision, Command, Fact, View>(
  {
    name: 'supervision',
    input,
    moves,
    decide,
    evolve,
    errands,
    notices,
    cites: ({ number, matter, unit }) => ({ number, matter, unit }),
    deadlines,
    index,
    view,
    line,
  },
  { hanging: letterBy },
);
