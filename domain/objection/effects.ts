import { current, running } from '../kernel/deadlines.ts';
import type { Deadline, Errand, Event, Index, Missed, Notice } from '../kernel/process.ts';
import type { Fact, Objection } from './objection.ts';

/**
 * The appeal allows the objection or refuses it for both; upheld, the unit lets go of the appeal at the same
 * moment; overruled or not decided in time, nothing of it can be returned any more.
 */
export function errands({ brief, unit, owner }: Objection, { fact }: Event<Fact | Missed>): Errand[] {
  const to = { process: 'appeal', id: brief.appeal } as const;
  switch (fact.type) {
    case 'raised':
      return [{ ...to, command: { type: 'dispute', unit }, together: 'must' }];
    case 'upheld':
      return [
        { ...to, command: { type: 'unassign', unit, words: fact.words, suggested: owner }, together: 'must' },
      ];
    case 'overruled':
      return [{ ...to, command: { type: 'lock', unit, words: fact.words }, together: 'may' }];
    case 'missed':
      return [{ ...to, command: { type: 'lock', unit, words: '异议逾期未裁' }, together: 'may' }];
  }
}

/**
 * They lead to where the objection is shown: the street to the appeal, the unit to its task. With the appeal over, an
 * objection to it is over too: nobody has anything left to do.
 */
export function notices({ brief, task, unit }: Objection, { by, fact }: Event<Fact | Missed>): Notice[] {
  if (fact.type === 'overruled' && by.roles.includes('system')) return [];
  const desk = { process: 'appeal', id: brief.appeal };
  const own = { to: { unit }, process: 'task', id: task };
  switch (fact.type) {
    case 'raised':
      return [{ ...desk, to: { role: 'coordinator' }, about: 'objection.raised' }];
    case 'upheld':
    case 'overruled':
      return [{ ...own, about: `objection.${fact.type}` }];
    case 'missed':
      return [
        { ...own, about: 'objection.expired' },
        { ...desk, to: { role: 'streetLeader' }, about: 'objection.escalated' },
      ];
  }
}

function clocksOf({ status }: Objection): readonly string[] {
  return status === 'raised' ? ['decide'] : [];
}

export function deadlines(objection: Objection): Deadline[] {
  return running(objection.clocks, objection.missed, clocksOf(objection));
}

export function clockOf(objection: Objection) {
  return current(objection.clocks, clocksOf(objection));
}

export function index(objection: Objection): Index {
  const [deadline] = deadlines(objection);
  return {
    appeal: objection.brief.appeal,
    desk: objection.status === 'raised' ? 'open' : 'done',
    at: objection.raisedAt,
    sortAt: clockOf(objection)?.dueAt ?? objection.decided?.at ?? objection.raisedAt,
    wakeAt: deadline?.dueAt ?? null,
  };
}
