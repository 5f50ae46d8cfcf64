import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { must } from '../kernel/refusal.ts';
import { type Clock, startClock } from '../time/clock.ts';
import { moves } from './moves.ts';
import type { Command, Decision, Fact, Topic } from './topic.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

export function decide(topic: Topic | undefined, command: Command, context: Context): readonly Fact[] {
  mustMove(moves, command.type, topic, context.actor);
  switch (command.type) {
    case 'raise':
      return raised(topic, command);
    case 'decide':
      return [decided(topic, command, context)];
    case 'settle':
      return [{ ...command, type: 'settled' }];
  }
}

/** 已经在这个会上的，不重复提. */
function raised(topic: Topic | undefined, command: Of<'raise'>): Fact[] {
  must(command.about ?? command.title, 'no-title', '请写明议什么');
  const there = topic?.status === 'open' && topic.agenda === command.agenda;
  return there ? [] : [{ ...command, type: 'raised' }];
}

function decided(topic: Topic | undefined, command: Of<'decide'>, context: Context): Fact {
  must(topic?.agenda === command.agenda, 'other-agenda', '这个议题不在这次会议上，请刷新后再看');
  const due = clockOf(command.decision, context);
  return { ...command, type: 'decided', ...(due && { due }) };
}

/** 议定的期限是一个时刻，不是一段时间. */
function clockOf(decision: Decision, { now, office }: Context): Clock | undefined {
  if (decision.way !== 'assign') return undefined;
  must(decision.dueAt > now, 'past-due', '完成期限要在今天以后');
  const minutes = Math.ceil((decision.dueAt - now) / 60_000);
  return startClock(now, { amount: minutes, unit: 'minutes' }, office.calendar);
}
