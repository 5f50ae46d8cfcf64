import type { Process } from '../kernel/process.ts';
import { decide } from './decide.ts';
import { errands, index, notices } from './effects.ts';
import { evolve } from './evolve.ts';
import { input } from './inputs.ts';
import { moves } from './moves.ts';
import type { Command, Fact, Topic } from './topic.ts';
import { line, type View, view } from './view.ts';

export const topic: Process<Topic, Command, Fact, View> = {
  name: 'topic',
  input,
  moves,
  decide,
  evolve,
  errands,
  notices,
  cites: ({ about: { number, matter } = {} }) => ({ number, matter }),
  index,
  view,
  line,
};
