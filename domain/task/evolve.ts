import type { Event, Missed } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import { rebriefed } from './brief.ts';
import { isTimeUp } from './clocks.ts';
import * as leave from './leave.ts';
import { type Arrival, type Fact, firstStatus, type Task } from './task.ts';

export function evolve(task: Task | undefined, event: Event<Fact | Missed>): Task {
  if (event.fact.type === 'assigned') return born(event as Event<Extract<Fact, { type: 'assigned' }>>);
  if (task === undefined) throw new Refusal('not-found', '没有找到这件任务');
  return { ...task, ...change(task, event) };
}

function born({ stream, at, fact }: Event<Extract<Fact, { type: 'assigned' }>>): Task {
  const { type: _, ...given } = fact;
  const begun = { missed: [], contacts: 0, works: 0, recused: given.recused ?? [] };
  return { ...given, ...begun, id: stream, status: firstStatus(given.role), assignedAt: at };
}

function change(task: Task, event: Event<Fact | Missed>): Partial<Task> {
  const { at, by, fact } = event;
  switch (fact.type) {
    case 'assigned':
      return {};
    case 'acknowledged':
      return { status: 'acknowledged' };
    case 'setOut':
      return { status: 'onTheWay' };
    case 'reportedIn':
      return { status: 'reportedIn', reportedInAt: at, arrival: arrivalOf(fact) };
    case 'miscoded':
      return { miscodes: (task.miscodes ?? 0) + 1, codesLeft: fact.left };
    case 'contacted':
      return { contacts: task.contacts + 1 };
    case 'worked':
      return { status: 'handling', works: task.works + 1 };
    case 'interim':
      return { interim: { words: fact.words, at } };
    case 'recused':
      return { recused: [...task.recused, by.id] };
    case 'done':
      return { status: 'accepted' };
    case 'submitted':
      return { status: 'submitted', result: { words: fact.words, outcome: fact.outcome, at } };
    case 'answered':
      return { answered: true };
    case 'accepted':
      return { status: 'accepted' };
    case 'returned':
      return { status: 'handling', sentBack: fact.words, answered: false };
    case 'redone':
      return {
        status: 'handling',
        sentBack: fact.words,
        answered: false,
        clocks: { ...task.clocks, finish: fact.due },
        brief: { ...task.brief, byLeader: fact.byLeader === true },
      };
    case 'objected':
    case 'paused':
    case 'resumed':
    case 'extended':
      return leave.evolve(task, { ...event, fact });
    case 'rebriefed':
      return { brief: rebriefed(task.brief, fact.brief) };
    case 'passedUp':
    case 'released':
      return { status: 'released' };
    case 'missed':
      return {
        missed: [...task.missed, { clock: fact.clock, dueAt: fact.dueAt }],
        ...(fact.clock === 'acknowledge' && { autoSigned: true }),
        ...(isTimeUp(task, fact) && { status: 'released' }),
      };
  }
}

function arrivalOf({ way, proof, metres }: Arrival): Arrival {
  return { way, ...(proof && { proof }), ...(metres !== undefined && { metres }) };
}
