import type { Clocks } from '../kernel/deadlines.ts';
import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { startClock } from '../time/clock.ts';
import * as leave from './leave.ts';
import { moves } from './moves.ts';
import type { Command, Fact, Task } from './task.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

export function decide(task: Task | undefined, command: Command, context: Context): readonly Fact[] {
  mustMove(moves, command.type, task, context.actor);
  switch (command.type) {
    case 'assign':
      return [assigned(command, context)];
    case 'acknowledge':
      return [{ type: 'acknowledged' }];
    case 'setOut':
      return [{ type: 'setOut' }];
    case 'reportIn':
      return [{ ...command, type: 'reportedIn' }];
    case 'contact':
      return [{ ...command, type: 'contacted' }];
    case 'work':
      return [{ ...command, type: 'worked' }];
    case 'submit':
      return [{ ...command, type: 'submitted' }];
    case 'answer':
      return [{ type: 'answered' }];
    case 'accept':
      return [{ type: 'accepted' }];
    case 'return':
      return [{ ...command, type: 'returned' }];
    case 'redo':
      return [{ ...command, type: 'redone' }];
    case 'object':
    case 'pause':
    case 'resume':
    case 'extend':
      return task ? leave.decide(task, command, context) : [];
    case 'release':
      return [{ ...command, type: 'released' }];
  }
}

/** 办理时限自派单起算，不等签收. */
function assigned({ finish, ...command }: Of<'assign'>, context: Context): Fact {
  return { ...command, type: 'assigned', clocks: clocks(command, finish, context) };
}

function clocks(
  { theme }: Pick<Of<'assign'>, 'theme'>,
  finish: Of<'assign'>['finish'],
  { now, office: { rules, calendar } }: Context,
): Clocks {
  if (theme === undefined) {
    return { acknowledge: startClock(now, rules.acknowledge, calendar), ...(finish && { finish }) };
  }
  const terms = rules.whistle[theme];
  return {
    acknowledge: startClock(now, terms.acknowledge, calendar),
    reportIn: startClock(now, terms.reportIn, calendar),
    finish: startClock(now, terms.finish, calendar),
  };
}
