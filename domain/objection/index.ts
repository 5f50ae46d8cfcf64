import { recounting } from '../kernel/recounting.ts';
import { decide } from './decide.ts';
import { deadlines, errands, index, notices } from './effects.ts';
import { evolve } from './evolve.ts';
import { input } from './inputs.ts';
import { moves } from './moves.ts';
import type { Command, Fact, Objection } from './objection.ts';
import { line, type View, view } from './view.ts';

export const objection = recounting<Objection, Command, Fact, View>({
  name: 'objection',
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
});
