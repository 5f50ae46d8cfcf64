import { recounting } from '../kernel/recounting.ts';
import { decide } from './decide.ts';
import { deadlines, errands, index, notices } from './effects.ts';
import { evolve } from './evolve.ts';
import { input } from './inputs.ts';
import { moves } from './moves.ts';
import type { Command, Fact, Request } from './request.ts';
import { line, type View, view } from './view.ts';

export const request = recounting<Request, Command, Fact, View>({
  name: 'request',
  input,
  moves,
  decide,
  evolve,
  errands,
  notices,
  cites: ({ brief: { number, matter }, asker: { unit } }) => ({ number, matter, unit }),
  deadlines,
  index,
  view,
  line,
});
