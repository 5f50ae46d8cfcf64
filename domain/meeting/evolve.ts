import type { Event, Missed } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Fact, Meeting } from './meeting.ts';

export function evolve(meeting: Meeting | undefined, { stream, at, fact }: Event<Fact | Missed>): Meeting {
  if (fact.type === 'convened') {
    const { kind, meetAt, place } = fact;
    return { id: stream, status: 'convened', kind, meetAt, place, resolved: [] };
  }
  if (meeting === undefined) throw new Refusal('not-found', '没有找到这次会议');
  switch (fact.type) {
    case 'resolved': {
      const { topic, decision } = fact;
      return { ...meeting, resolved: [...meeting.resolved, { topic, decision, at }] };
    }
    case 'concluded':
      return { ...meeting, status: 'held', minutes: fact.words };
    case 'cancelled':
      return { ...meeting, status: 'cancelled', minutes: fact.words };
    case 'missed':
      return meeting;
  }
}
