import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { must } from '../kernel/refusal.ts';
import { dayOf } from '../time/calendar.ts';
import type { Decision } from '../topic/topic.ts';
import type { Command, Fact, Meeting } from './meeting.ts';
import { moves } from './moves.ts';

export function decide(meeting: Meeting | undefined, command: Command, context: Context): readonly Fact[] {
  mustMove(moves, command.type, meeting, context.actor);
  switch (command.type) {
    case 'convene':
      must(dayOf(command.meetAt) >= dayOf(context.now), 'past', '开会的日子已经过了，请重新选择');
      return [{ ...command, type: 'convened' }];
    case 'resolve':
      mustBeDay(meeting, context);
      return [{ type: 'resolved', topic: command.topic, decision: decisionOf(command, context) }];
    case 'conclude':
      mustBeDay(meeting, context);
      return [{ ...command, type: 'concluded' }];
    case 'cancel':
      return [{ ...command, type: 'cancelled' }];
  }
}

function mustBeDay(meeting: Meeting | undefined, { now }: Context): void {
  const come = meeting !== undefined && dayOf(now) >= dayOf(meeting.meetAt);
  must(come, 'too-early', '还没有到开会的日子');
}

function decisionOf(command: Extract<Command, { type: 'resolve' }>, context: Context): Decision {
  const { way, words, lead, assists = [], dueAt } = command;
  if (way !== 'assign') return { way, words };
  must(lead, 'no-lead', '请选择主办单位');
  must(dueAt, 'no-due', '请选择完成期限');
  mustKnow([lead, ...assists], context);
  return { way, words, lead, assists, dueAt };
}

function mustKnow(units: readonly string[], { office }: Context): void {
  must(new Set(units).size === units.length, 'unit-twice', '同一个单位选了两次');
  const known = units.every((unit) => office.units.some(({ id }) => id === unit));
  must(known, 'unknown-unit', '选了不存在的单位，请重新选择');
}
