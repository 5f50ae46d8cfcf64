import type { Event, Missed } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Fact, Objection } from './objection.ts';

export function evolve(objection: Objection | undefined, event: Event<Fact | Missed>): Objection {
  const { stream, at, by, fact } = event;
  if (fact.type === 'raised') {
    const { type: _, decide, ...given } = fact;
    return {
      ...given,
      id: stream,
      status: 'raised',
      raisedBy: by.id,
      raisedAt: at,
      clocks: { decide },
      missed: [],
    };
  }
  if (objection === undefined) throw new Refusal('not-found', '没有找到这件异议');
  if (fact.type !== 'missed') return { ...objection, status: fact.type, decided: { words: fact.words, at } };
  const mark = { clock: fact.clock, dueAt: fact.dueAt };
  return { ...objection, status: 'expired', missed: [...objection.missed, mark], decided: { at } };
}
