import { mustMove } from '../kernel/moves.ts';
import type { Context, Errand, Event, Missed, Notice, Recipient } from '../kernel/process.ts';
import { recounting } from '../kernel/recounting.ts';
import { Refusal } from '../kernel/refusal.ts';
import { aftermath } from './aftermath.ts';
import type { Appeal } from './appeal.ts';
import { toDesk, toOwner } from './chapter.ts';
import { written } from './chapters/checking.ts';
import { bornFollowing, followed } from './chapters/following.ts';
import { patrolled } from './chapters/patrolling.ts';
import { born, submitted } from './chapters/submitting.ts';
import { deadlines, isOffices, reminders } from './clocks.ts';
import { index } from './desk.ts';
import { input } from './inputs.ts';
import { line } from './line.ts';
import { moves } from './moves.ts';
import { type Command, decisions, errands, type Fact, lapses, memory, notices } from './rulebook.ts';
import { toFollowers } from './together.ts';
import { type View, view } from './view.ts';

type Happened = Event<Fact | Missed>;

export const appeal = recounting<Appeal, Command, Fact, View>(
  {
    name: 'appeal',
    input,
    moves,
    decide,
    evolve,
    errands: errandsOf,
    notices: noticesOf,
    cites: ({ number, matter }) => ({ number, matter }),
    deadlines,
    index,
    view,
    line,
  },
  { told: toOwner },
);

function decide(appeal: Appeal | undefined, command: Command, context: Context): readonly Fact[] {
  mustMove(moves, command.type, appeal, context.actor);
  if (command.type === 'submit') return [submitted(command, context)];
  if (command.type === 'patrol') return patrolled(command, context);
  if (command.type === 'follow') return [followed(command, context)];
  const rule = decisions[command.type] as (...given: [Appeal, Command, Context]) => readonly Fact[];
  return rule(known(appeal), command, context);
}

function evolve(appeal: Appeal | undefined, event: Happened): Appeal {
  const { fact } = event;
  if (fact.type === 'submitted') return born({ ...event, fact });
  if (fact.type === 'followed') return bornFollowing({ ...event, fact });
  const before = known(appeal);
  if (fact.type === 'missed') {
    return { ...before, missed: [...before.missed, { clock: fact.clock, dueAt: fact.dueAt }] };
  }
  const change = memory[fact.type] as (...given: [Appeal, Event<Fact>]) => Partial<Appeal>;
  return { ...before, ...written(before, event), ...change(before, { ...event, fact }) };
}

function known(appeal: Appeal | undefined): Appeal {
  if (appeal === undefined) throw new Refusal('not-found', '没有找到这件诉求');
  return appeal;
}

function errandsOf(appeal: Appeal, event: Happened): readonly Errand[] {
  const { fact, seq } = event;
  const after = aftermath(appeal, event);
  if (fact.type === 'missed') return [...(lapses[fact.clock]?.(appeal) ?? []), ...after];
  const own = errands[fact.type] as ((...given: [Appeal, Event<Fact>]) => readonly Errand[]) | undefined;
  return [...(own?.(appeal, { ...event, fact }) ?? []), ...toFollowers(appeal, fact.type, seq), ...after];
}

function noticesOf(appeal: Appeal, { fact }: Happened): Notice[] {
  const told = (about: string, recipients: readonly Recipient[]): Notice[] =>
    recipients.map((to) => ({ to, about: `appeal.${about}`, process: 'appeal', id: appeal.id }));
  if (fact.type !== 'missed') {
    const whom = notices[fact.type] as ((...given: [Appeal, Fact]) => readonly Recipient[]) | undefined;
    return told(fact.type, whom?.(appeal, fact) ?? []);
  }
  if (reminders.includes(fact.clock)) return told('remind', toOwner(appeal));
  return isOffices(fact.clock) ? told('missed', toDesk()) : [];
}
