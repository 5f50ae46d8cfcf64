import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { type Clock, startClock } from '../time/clock.ts';
import { moves } from './moves.ts';
import type { Command, Fact, Plea, Request } from './request.ts';

export function decide(request: Request | undefined, command: Command, context: Context): readonly Fact[] {
  const { actor } = context;
  mustMove(moves, command.type, request, actor);
  switch (command.type) {
    case 'raise': {
      const asker = { id: actor.id, ...(actor.unit && { unit: actor.unit }) };
      return [{ ...command, type: 'raised', asker, decide: clock(command.plea, context) }];
    }
    case 'endorse':
      return request ? [{ ...command, type: 'endorsed', decide: clock(request.plea, context) }] : [];
    case 'grant':
      return [{ ...command, type: 'granted' }];
    case 'refuse':
      return [{ ...command, type: 'refused' }];
    case 'takeBack':
      return [{ ...command, type: 'takenBack' }];
  }
}

/** Every signature has its own. */
function clock({ kind }: Plea, { now, office: { rules, calendar } }: Context): Clock {
  return startClock(now, rules.request.decide[kind], calendar);
}
