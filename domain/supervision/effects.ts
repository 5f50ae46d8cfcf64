import { type Clocks, current, running } from '../kernel/deadlines.ts';
import type { Deadline, Errand, Event, Index, Missed, Notice, Recipient } from '../kernel/process.ts';
import type { Office } from '../office/office.ts';
import { startClock } from '../time/clock.ts';
import type { Fact, Supervision } from './supervision.ts';

/** The mark on the appeal goes when the supervision does. */
export function errands({ id, appeal }: Supervision, { fact }: Event<Fact | Missed>): Errand[] {
  if (fact.type !== 'lifted') return [];
  const command = { type: 'unsupervise', supervision: id };
  return [{ process: 'appeal', id: appeal, command, together: 'may' }];
}

export function notices({ id, unit, high }: Supervision, { fact }: Event<Fact | Missed>): Notice[] {
  const tell = (about: string, ...to: readonly Recipient[]): Notice[] =>
    to.map((each) => ({ to: each, about: `supervision.${about}`, process: 'supervision', id }));
  const [desk, above] = [{ role: 'coordinator' }, { role: 'supervisor' }] as const;
  switch (fact.type) {
    case 'opened':
    case 'lifted':
      return tell(fact.type, { unit });
    case 'answered':
      return tell(fact.type, high ? above : desk);
    case 'missed':
      if (fact.clock === 'letter') return tell('letter', { unit }, above);
      return fact.clock === 'circular'
        ? tell('circular', { unit }, desk, above, { role: 'secretary' })
        : tell('late', desk);
  }
}

/** Which clocks matter in which state: an answer does not stop what runs until the matter itself is done. */
function clocksOf({ status, cause }: Supervision): readonly string[] {
  if (status === 'lifted') return [];
  if (status === 'open') return ['answer', 'letter', 'circular'];
  return cause === 'overdue' ? ['letter', 'circular'] : [];
}

export function deadlines(supervision: Supervision): Deadline[] {
  return running(supervision.clocks, supervision.missed, clocksOf(supervision));
}

/** 催办通知书 counts from the answer where nothing is overdue: it moves with it. */
export function letterBy({ clocks }: Supervision, { answer }: Clocks, { calendar }: Office): Clocks {
  const { letter, circular } = clocks;
  if (!answer || !letter || circular) return {};
  return { letter: startClock(answer.dueAt, { amount: letter.amount, unit: letter.unit }, calendar) };
}

/** The clock of the unit's own answer. */
export function clockOf({ status, clocks }: Supervision) {
  return status === 'open' ? current(clocks, ['answer']) : undefined;
}

const desks = { open: 'unit', answered: 'street', lifted: 'done' } as const;

export function index(supervision: Supervision): Index {
  const { status, unit, openedAt, lifted } = supervision;
  const wake = deadlines(supervision).map((deadline) => deadline.dueAt);
  return {
    unit,
    desk: desks[status],
    at: openedAt,
    sortAt: clockOf(supervision)?.dueAt ?? lifted?.at ?? openedAt,
    wakeAt: wake.length > 0 ? Math.min(...wake) : null,
  };
}
