import type { Event, Missed } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Fact, Supervision } from './supervision.ts';

export function evolve(supervision: Supervision | undefined, event: Event<Fact | Missed>): Supervision {
  if (event.fact.type === 'opened') return born(event as Event<Extract<Fact, { type: 'opened' }>>);
  if (supervision === undefined) throw new Refusal('not-found', '没有找到这次督办');
  return { ...supervision, ...change(supervision, event) };
}

function born({ stream, at, fact }: Event<Extract<Fact, { type: 'opened' }>>): Supervision {
  const { type: _, answer, letter, circular, ...given } = fact;
  return {
    ...given,
    id: stream,
    status: 'open',
    openedAt: at,
    clocks: { answer, letter, ...(circular && { circular }) },
    missed: [],
  };
}

function change({ missed }: Supervision, { at, fact }: Event<Fact | Missed>): Partial<Supervision> {
  switch (fact.type) {
    case 'opened':
      return {};
    case 'answered':
      return { status: 'answered', answer: { words: fact.words, at } };
    case 'lifted':
      return { status: 'lifted', lifted: { words: fact.words, at } };
    case 'missed':
      return { missed: [...missed, { clock: fact.clock, dueAt: fact.dueAt }] };
  }
}
