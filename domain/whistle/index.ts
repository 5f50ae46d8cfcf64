import { recounting } from '../kernel/recounting.ts';
import { decide } from './decide.ts';
import { deadlines, errands, index, notices } from './effects.ts';
import { evolve } from './evolve.ts';
import { input } from './inputs.ts';
import { moves } from './moves.ts';
import { line, type View, view } from './view.ts';
import type { Command, Fact, Whistle } from './whistle.ts';

export const whistle = recounting<Whistle, Command, Fact, View>({
  name: 'whistle',
  input,
  moves,
  decide,
  evolve,
  errands,
  notices,
  cites: ({ brief: { number, matter } }) => ({ number, matter }),
  deadlines,
  index,
  view,
  line,
});
