import type { Process } from '../kernel/process.ts';
import { decide } from './decide.ts';
import { errands, index, notices } from './effects.ts';
import { evolve } from './evolve.ts';
import { input } from './inputs.ts';
import type { Command, Fact, Meeting } from './meeting.ts';
import { moves } from './moves.ts';
import { line, type View, view } from './view.ts';

export const meeting: Process<Meeting, Command, Fact, View> = {
  name: 'meeting',
  input,
  moves,
  decide,
  evolve,
  errands,
  notices,
  index,
  view,
  line,
};
