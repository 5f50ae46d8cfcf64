import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { startClock } from '../time/clock.ts';
import { moves } from './moves.ts';
import type { Command, Fact, Supervision } from './supervision.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

export function decide(
  supervision: Supervision | undefined,
  command: Command,
  context: Context,
): readonly Fact[] {
  mustMove(moves, command.type, supervision, context.actor);
  switch (command.type) {
    case 'open':
      return [opened(command, context)];
    case 'answer':
      return [{ ...command, type: 'answered' }];
    case 'lift':
    case 'settle':
      return [{ type: 'lifted', words: command.words }];
  }
}

/** 到期次一工作日发催办通知书；办理超时再过五个工作日的，通报. */
function opened({ expiredAt, ...command }: Of<'open'>, { now, office: { rules, calendar } }: Context): Fact {
  const terms = rules.supervision;
  const answer = startClock(now, terms.answer, calendar);
  return {
    ...command,
    type: 'opened',
    answer,
    letter: startClock(expiredAt ?? answer.dueAt, terms.letter, calendar),
    ...(expiredAt !== undefined && { circular: startClock(expiredAt, terms.circular, calendar) }),
  };
}
