import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { must } from '../kernel/refusal.ts';
import { startClock } from '../time/clock.ts';
import { moves } from './moves.ts';
import type { Command, Fact, Objection } from './objection.ts';

export function decide(
  objection: Objection | undefined,
  command: Command,
  context: Context,
): readonly Fact[] {
  const again = command.type === 'raise' && objection !== undefined;
  must(!again, 'objected-once', '同一件诉求，每个单位只能提一次异议', '条例第十二条');
  mustMove(moves, command.type, objection, context.actor);
  switch (command.type) {
    case 'raise':
      return [raised(command, context)];
    case 'uphold':
      return [{ ...command, type: 'upheld' }];
    case 'overrule':
      return [{ ...command, type: 'overruled' }];
  }
}

function raised(command: Extract<Command, { type: 'raise' }>, { now, office }: Context): Fact {
  const { owner, unit } = command;
  const known = office.units.some(({ id }) => id === owner);
  must(known, 'unknown-unit', '建议的单位不存在，请重新选择');
  must(owner !== unit, 'own-unit', '请写明应当由哪个单位办，不能是本单位', '条例第十二条');
  return {
    ...command,
    type: 'raised',
    decide: startClock(now, office.rules.objection.decide, office.calendar),
  };
}
