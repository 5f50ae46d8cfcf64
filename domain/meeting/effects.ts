import type { Errand, Event, Index, Missed, Notice, Role } from '../kernel/process.ts';
import type { Fact, Meeting } from './meeting.ts';

/** What is decided is handed down at the same moment; what cannot be, is not decided. */
export function errands({ id, kind }: Meeting, { fact }: Event<Fact | Missed>): Errand[] {
  if (fact.type !== 'resolved') return [];
  const command = { type: 'decide', meeting: id, agenda: kind, decision: fact.decision };
  return [{ process: 'topic', id: fact.topic, command, together: 'must' }];
}

export function notices({ id, kind }: Meeting, { fact }: Event<Fact | Missed>): Notice[] {
  if (fact.type !== 'convened' && fact.type !== 'cancelled') return [];
  const roles: readonly Role[] = kind === 'weekly' ? ['streetLeader'] : ['streetLeader', 'secretary'];
  return roles.map((role) => ({ to: { role }, about: `meeting.${fact.type}`, process: 'meeting', id }));
}

export function index({ status, meetAt }: Meeting): Index {
  return { desk: status === 'convened' ? 'open' : 'done', at: meetAt };
}
