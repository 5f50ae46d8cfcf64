import { recounting } from '../kernel/recounting.ts';
import { decide } from './decide.ts';
import { deadlines, errands, index, notices } from './effects.ts';
import { evolve } from './evolve.ts';
import type { Command, Fact, FollowUp } from './followUp.ts';
import { input } from './inputs.ts';
import { moves } from './moves.ts';
import { line, type View, view } from './view.ts';

export const followUp = recounting<FollowUp, Command, Fact, View>({
  name: 'followUp',
  input,
  moves,
  decide,
  evolve,
  errands,
  notices,
  cites: ({ number, matter }) => ({ number, matter }),
  deadlines,
  index,
  view,
  line,
});
