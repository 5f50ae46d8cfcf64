import * as v from 'valibot';
import { mustMove } from '../kernel/moves.ts';
import type { Context, Event, Line, Missed, Notice, Process } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import { oversees } from '../office/hands.ts';
import { type Office, unitName } from '../office/office.ts';
import { startClock } from '../time/clock.ts';
import { showTerm } from '../time/show.ts';
import type { Attendance, Command, Fact, Red } from './attendance.ts';
import { moves } from './moves.ts';

export interface View {
  readonly id: string;
  readonly zh: string;
  readonly status: Attendance['status'];
  /** Reds that still count today. */
  readonly count: number;
  /** 「住建局 30 天内 2 次报到亮红灯」. */
  readonly sentence: string;
  /** Those, the latest first. */
  readonly reds: readonly Red[];
}

/** Of these, those that still count at this moment. */
function recent(reds: readonly Red[], at: number, { rules, calendar }: Office): readonly Red[] {
  return reds.filter((red) => startClock(red.at, rules.reds.within, calendar).dueAt > at);
}

/** 一段时间里一再亮红灯的，点名到单位负责人；报不报区，由街道定. One report-in counts once. */
function decide(
  attendance: Attendance | undefined,
  command: Command,
  { actor, office }: Context,
): readonly Fact[] {
  mustMove(moves, command.type, attendance, actor);
  const { reds = [] } = attendance ?? {};
  if (reds.some(({ task }) => task === command.task)) return [];
  const count = recent(reds, command.at, office).length + 1;
  return [{ ...command, type: 'reddened', count, named: count >= office.rules.reds.times }];
}

const remembered = 100;

function evolve(attendance: Attendance | undefined, { stream, fact }: Event<Fact | Missed>): Attendance {
  if (fact.type === 'missed') throw new Refusal('not-now', '报到记录没有时限');
  const { task, whistle, at, named } = fact;
  const reds = [...(attendance?.reds ?? []), { task, whistle, at }].slice(-remembered);
  return { id: stream, status: named ? 'named' : 'counted', reds };
}

/** They lead to where it happened: the unit to its task, the street to the lights of the whistle. */
function notices({ id: unit }: Attendance, { fact }: Event<Fact | Missed>): Notice[] {
  if (fact.type === 'missed' || !fact.named) return [];
  const about = 'attendance.named';
  return [
    { to: { unit }, about, process: 'task', id: fact.task },
    ...(['coordinator', 'secretary', 'supervisor'] as const).map((role) => {
      return { to: { role }, about, process: 'whistle', id: fact.whistle };
    }),
  ];
}

/** Seen by the street and by the unit itself. */
function view({ id, status, reds }: Attendance, context: Context): View | undefined {
  const { actor, office, now } = context;
  if (actor.unit !== id && !oversees(actor)) return undefined;
  const counted = [...recent(reds, now, office)].sort((one, other) => other.at - one.at);
  const { length: count } = counted;
  const span = showTerm(office.rules.reds.within);
  const zh = unitName(office, id);
  return { id, zh, status, count, sentence: `${zh} ${span}内 ${count} 次报到亮红灯`, reds: counted };
}

function line(attendance: Attendance, event: Event<Fact | Missed>, context: Context): Line | undefined {
  const { at, fact } = event;
  if (fact.type === 'missed' || view(attendance, context) === undefined) return undefined;
  return { at, who: '系统', zh: fact.named ? `第 ${fact.count} 次红灯，点名` : '报到亮红灯', late: true };
}

export const attendance: Process<Attendance, Command, Fact, View> = {
  name: 'attendance',
  input: v.never('不认识的操作'),
  moves,
  decide,
  evolve,
  errands: () => [],
  notices,
  cites: ({ id: unit }) => ({ unit }),
  index: ({ reds }) => ({ at: Math.max(...reds.map(({ at }) => at)) }),
  view,
  line,
};
