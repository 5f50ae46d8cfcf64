import type { Process } from '../kernel/process.ts';
import type { Appeal, Command, Fact } from './appeal.ts';
import { decide } from './decide.ts';
import { deadlines, errands, index, notices } from './effects.ts';
import { evolve } from './evolve.ts';
import { input } from './inputs.ts';
import { line } from './line.ts';
import { moves } from './moves.ts';
import { type View, view } from './view.ts';

export const appeal: Process<Appeal, Command, Fact, View> = {
  name: 'appeal',
  input,
  moves,
  decide,
  evolve,
  errands,
  notices,
  deadlines,
  index,
  view,
  line,
};
