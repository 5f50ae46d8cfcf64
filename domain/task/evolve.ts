import type { Event, Missed } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Fact, Task } from './task.ts';

export function evolve(task: Task | undefined, event: Event<Fact | Missed>): Task {
  if (event.fact.type === 'assigned') return born(event as Event<Extract<Fact, { type: 'assigned' }>>);
  if (task === undefined) throw new Refusal('not-found', '没有找到这件任务');
  return { ...task, ...change(task, event) };
}

function born({ stream, at, fact }: Event<Extract<Fact, { type: 'assigned' }>>): Task {
  const { type: _, ...given } = fact;
  return { ...given, id: stream, status: 'pending', assignedAt: at, missed: [], contacts: 0, works: 0 };
}

function change(task: Task, { at, fact }: Event<Fact | Missed>): Partial<Task> {
  switch (fact.type) {
    case 'assigned':
      return {};
    case 'acknowledged':
      return { status: 'acknowledged' };
    case 'setOut':
      return { status: 'onTheWay' };
    case 'reportedIn':
      return { status: 'reportedIn', reportedInAt: at };
    case 'contacted':
      return { contacts: task.contacts + 1 };
    case 'worked':
      return { status: 'handling', works: task.works + 1 };
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
    case 'released':
      return { status: 'released' };
    case 'missed':
      return { missed: [...task.missed, { clock: fact.clock, dueAt: fact.dueAt }] };
  }
}
