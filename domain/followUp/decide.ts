import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import { startClock } from '../time/clock.ts';
import { isEnough, waited } from './evolve.ts';
import type { Command, Fact, FollowUp } from './followUp.ts';
import { moves } from './moves.ts';
import { isCalled } from './sampling.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

export function decide(followUp: FollowUp | undefined, command: Command, context: Context): readonly Fact[] {
  mustMove(moves, command.type, followUp, context.actor);
  if (command.type === 'open') return [opened(command, context)];
  if (followUp === undefined) throw new Refusal('not-found', '没有找到这次回访');
  switch (command.type) {
    case 'attempt':
      return attempted(followUp, command, context);
    case 'record':
      return [{ ...command, type: 'recorded' }];
    case 'settle':
      return [{ type: 'settled' }];
  }
}

function opened(command: Of<'open'>, { now, office: { rules, calendar } }: Context): Fact {
  const { kind: _kind, tier: _tier, callable: _callable, ...about } = command;
  const { due, wait, tries, days } = rules.followUp;
  return {
    ...about,
    type: 'opened',
    called: isCalled(command, rules.followUp),
    enough: { tries, days },
    due: startClock(now, due, calendar),
    wait: startClock(now, wait, calendar),
  };
}

/** 等够了天数以后，凑够次数的那一次就是最后一次. */
function attempted(followUp: FollowUp, command: Of<'attempt'>, { now }: Context): Fact[] {
  const fact: Fact = { ...command, type: 'attempted' };
  const attempts = [...followUp.attempts, { ...command, at: now }];
  const over = waited(followUp) && isEnough(attempts, followUp.enough);
  return over ? [fact, { type: 'gaveUp' }] : [fact];
}
