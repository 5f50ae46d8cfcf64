import type { Event, Missed } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import { dayOf } from '../time/calendar.ts';
import type { Attempt, Fact, FollowUp } from './followUp.ts';

export function evolve(followUp: FollowUp | undefined, event: Event<Fact | Missed>): FollowUp {
  if (event.fact.type === 'opened') return born(event as Event<Extract<Fact, { type: 'opened' }>>);
  if (followUp === undefined) throw new Refusal('not-found', '没有找到这次回访');
  return { ...followUp, ...change(followUp, event) };
}

function born({ stream, at, fact }: Event<Extract<Fact, { type: 'opened' }>>): FollowUp {
  const { type: _, due, wait, ...given } = fact;
  return {
    ...given,
    id: stream,
    status: 'open',
    openedAt: at,
    clocks: { followUp: due, wait },
    missed: [],
    attempts: [],
  };
}

function change(followUp: FollowUp, { at, fact }: Event<Fact | Missed>): Partial<FollowUp> {
  switch (fact.type) {
    case 'opened':
      return {};
    case 'attempted':
      return { attempts: [...followUp.attempts, { way: fact.way, words: fact.words, at }] };
    case 'recorded': {
      const { contacted, solved, satisfied, words } = fact;
      return { status: 'reached', answers: { contacted, solved, satisfied, words, at } };
    }
    case 'gaveUp':
      return { status: 'unreached' };
    case 'settled':
      return { status: 'settled' };
    case 'missed': {
      const missed = [...followUp.missed, { clock: fact.clock, dueAt: fact.dueAt }];
      return fact.clock === 'wait' && isOver(followUp) ? { missed, status: 'unreached' } : { missed };
    }
  }
}

/** 名单上的，打够了才算；不在名单上的，等够了就算. */
function isOver({ called, attempts, enough }: FollowUp): boolean {
  return !called || isEnough(attempts, enough);
}

export function isEnough(
  attempts: readonly Pick<Attempt, 'at'>[],
  { tries, days }: FollowUp['enough'],
): boolean {
  return attempts.length >= tries && new Set(attempts.map(({ at }) => dayOf(at))).size >= days;
}

export function waited({ missed }: FollowUp): boolean {
  return missed.some(({ clock }) => clock === 'wait');
}
