import { current, running } from '../kernel/deadlines.ts';
import type { Deadline, Errand, Event, Index, Missed, Notice } from '../kernel/process.ts';
import { signers } from './moves.ts';
import type { Fact, Plea, Request } from './request.ts';

/** The appeal hears how every request ended; what was granted happens to it at the same moment. */
export function errands(request: Request, { fact }: Event<Fact | Missed>): Errand[] {
  if (fact.type === 'raised' || fact.type === 'endorsed') return [];
  const { id, status, plea, brief } = request;
  const settled = { type: 'settle', request: id, kind: plea.kind, outcome: status };
  return [
    { process: 'appeal', id: brief.appeal, command: settled, together: 'may' },
    ...(fact.type === 'granted' ? [grant(request)] : []),
  ];
}

function grant(request: Request): Errand {
  const { brief, plea } = request;
  return { process: 'appeal', id: brief.appeal, command: effect(plea, request), together: 'must' };
}

function effect(plea: Plea, { id, asker }: Request): Errand['command'] {
  switch (plea.kind) {
    case 'hold':
      return { type: 'pause', reason: plea.reason, words: plea.words, days: plea.days };
    case 'extend':
    case 'extendAgain':
      return { type: 'extend', term: { amount: plea.amount, unit: plea.unit }, words: plea.words };
    case 'terminate':
      return { type: 'terminate', basis: plea.basis, words: plea.words };
    case 'exclude':
      return { type: 'exclude', measures: plea.measures, words: plea.words, by: asker.id };
    case 'unmask':
      return { type: 'unmask', words: plea.words, by: asker.id, unit: asker.unit, request: id };
  }
}

/** They lead to where the request is shown: the street to the appeal, the unit to its task. */
export function notices(request: Request, { fact }: Event<Fact | Missed>): Notice[] {
  const { asker, brief, task } = request;
  const desk = { process: 'appeal', id: brief.appeal };
  const to = asker.unit === undefined ? { person: asker.id } : { unit: asker.unit };
  const back = { to, ...(task ? { process: 'task', id: task } : desk) };
  switch (fact.type) {
    case 'raised':
    case 'endorsed':
      return signers(request).map((role) => ({ ...desk, to: { role }, about: 'request.raised' }));
    case 'granted':
    case 'refused':
      return [{ ...back, about: `request.${fact.type}` }];
    case 'missed':
      return [
        { ...back, about: 'request.expired' },
        { ...desk, to: { role: 'streetLeader' }, about: 'request.escalated' },
      ];
    default:
      return [];
  }
}

function clocksOf({ status }: Request): readonly string[] {
  return status === 'raised' || status === 'endorsed' ? ['decide'] : [];
}

export function deadlines(request: Request): Deadline[] {
  return running(request.clocks, request.missed, clocksOf(request));
}

export function clockOf(request: Request) {
  return current(request.clocks, clocksOf(request));
}

/** Whose desk it lies on: who signs first where two may. */
export function deskOf(request: Request): 'coordinator' | 'leader' | 'none' {
  if (clocksOf(request).length === 0) return 'none';
  return signers(request).includes('coordinator') ? 'coordinator' : 'leader';
}

export function index(request: Request): Index {
  const [deadline] = deadlines(request);
  return {
    appeal: request.brief.appeal,
    desk: deskOf(request),
    at: request.raisedAt,
    sortAt: clockOf(request)?.dueAt ?? request.decided?.at ?? request.raisedAt,
    wakeAt: deadline?.dueAt ?? null,
  };
}
