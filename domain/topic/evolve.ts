import type { Event, Missed } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import { above, isAgenda } from './steps.ts';
import type { Fact, Status, Topic } from './topic.ts';

export function evolve(topic: Topic | undefined, event: Event<Fact | Missed>): Topic {
  const { fact } = event;
  if (fact.type === 'raised') return raised(topic, { ...event, fact });
  if (topic === undefined) throw new Refusal('not-found', '没有找到这个议题');
  switch (fact.type) {
    case 'decided':
      return { ...topic, ...decided(topic, fact), decided: [...topic.decided, { ...fact, at: event.at }] };
    case 'settled':
      return { ...topic, status: 'closed' };
    case 'missed':
      return topic;
  }
}

function raised(
  topic: Topic | undefined,
  { stream, at, fact }: Event<Extract<Fact, { type: 'raised' }>>,
): Topic {
  const { agenda, reason, title, words, about } = fact;
  return {
    id: stream,
    status: 'open',
    agenda,
    title: title ?? topic?.title,
    about: about ?? topic?.about,
    raisedAt: at,
    hops: [...(topic?.hops ?? []), { agenda, reason, words, at }],
    decided: topic?.decided ?? [],
  };
}

/** 议定上交的，挪到上一级的会；联席会再上交，就是报区. */
function decided(
  { agenda }: Topic,
  { decision: { way } }: Extract<Fact, { type: 'decided' }>,
): { status: Status; agenda: Topic['agenda'] } {
  if (way === 'assign') return { status: 'assigned', agenda };
  if (way === 'close') return { status: 'closed', agenda };
  const next = above(agenda);
  return isAgenda(next) ? { status: 'open', agenda: next } : { status: 'reported', agenda };
}
