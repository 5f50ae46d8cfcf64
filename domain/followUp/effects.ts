import { current, running } from '../kernel/deadlines.ts';
import type { Deadline, Errand, Event, Index, Missed, Notice } from '../kernel/process.ts';
import type { Fact, FollowUp } from './followUp.ts';

/** What was said on the phone counts at the same moment as what is tapped in the app. */
export function errands({ appeal, status, called }: FollowUp, { fact }: Event<Fact | Missed>): Errand[] {
  const to = { process: 'appeal', id: appeal };
  if (fact.type === 'recorded')
    return [{ ...to, command: { ...fact, type: 'followedUp' }, together: 'must' }];
  const over = fact.type === 'gaveUp' || (fact.type === 'missed' && status === 'unreached');
  return over ? [{ ...to, command: { type: 'unreached', called }, together: 'may' }] : [];
}

export function notices({ id, called, status }: FollowUp, { fact }: Event<Fact | Missed>): Notice[] {
  const about = { about: `followUp.${fact.type}`, process: 'followUp', id };
  if (fact.type === 'opened' && called) return [{ ...about, to: { role: 'followUpClerk' } }];
  if (fact.type !== 'missed' || fact.clock !== 'followUp' || status !== 'open') return [];
  return [
    { ...about, to: { role: 'followUpClerk' } },
    { ...about, to: { role: 'coordinator' } },
  ];
}

/** Which clocks matter in which state. */
function clocksOf({ status, called }: FollowUp): readonly string[] {
  if (status !== 'open') return [];
  return called ? ['followUp', 'wait'] : ['wait'];
}

export function deadlines(followUp: FollowUp): Deadline[] {
  return running(followUp.clocks, followUp.missed, clocksOf(followUp));
}

export function clockOf(followUp: FollowUp) {
  return current(followUp.clocks, clocksOf(followUp));
}

export function index(followUp: FollowUp): Index {
  const wake = deadlines(followUp).map((deadline) => deadline.dueAt);
  return {
    desk: followUp.status === 'open' ? (followUp.called ? 'open' : 'waiting') : 'done',
    at: followUp.openedAt,
    sortAt: clockOf(followUp)?.dueAt ?? followUp.answers?.at ?? followUp.openedAt,
    wakeAt: wake.length > 0 ? Math.min(...wake) : null,
  };
}
