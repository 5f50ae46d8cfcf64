/** The moves as the phone knows them: their words and their order. Who may make one now, only the office judges. */
import { moves as alert } from './alert/moves.ts';
import { moves as appeal } from './appeal/moves.ts';
import { moves as followUp } from './followUp/moves.ts';
import type { Move, MoveTable } from './kernel/moves.ts';
import { moves as meeting } from './meeting/moves.ts';
import { moves as objection } from './objection/moves.ts';
import { moves as request } from './request/moves.ts';
import { moves as supervision } from './supervision/moves.ts';
import { moves as task } from './task/moves.ts';
import { moves as topic } from './topic/moves.ts';
import { moves as whistle } from './whistle/moves.ts';

type Label = Pick<Move<never>, 'zh' | 'final'>;

export const alertMoves = labels(alert);
export const appealMoves = labels(appeal);
export const followUpMoves = labels(followUp);
export const meetingMoves = labels(meeting);
export const objectionMoves = labels(objection);
export const requestMoves = labels(request);
export const supervisionMoves = labels(supervision);
/** With what tells the next step of a row in the inbox: from where, and whether a unit's or a partner's. */
export const taskMoves = each(task, ({ by, from, ...move }) => ({
  by: (['handler', 'partner'] as const).filter((role) => by.includes(role)),
  from,
  ...label(move),
}));
export const topicMoves = labels(topic);
export const whistleMoves = labels(whistle);

function labels<State, Type extends string>(table: MoveTable<State, Type>): Readonly<Record<Type, Label>> {
  return each(table, label);
}

function label({ zh, final }: Label): Label {
  return { zh, ...(final && { final }) };
}

function each<State, Type extends string, Shown>(
  table: MoveTable<State, Type>,
  show: (move: Move<State>) => Shown,
): Readonly<Record<Type, Shown>> {
  const rows = Object.entries<Move<State>>(table).map(([type, move]) => [type, show(move)]);
  return Object.fromEntries(rows);
}
