import { current, running } from '../kernel/deadlines.ts';
import type { Deadline, Errand, Event, Index, Missed, Notice, Recipient } from '../kernel/process.ts';
import type { Appeal, Assignment, Fact, Status, WhistleCall } from './appeal.ts';
import { parentOf, taskOf } from './evolve.ts';

/** What other processes must do because of it, at the same moment: orders of the street never overtake each other. */
export function errands(appeal: Appeal, { stream, seq, fact }: Event<Fact | Missed>): Errand[] {
  switch (fact.type) {
    case 'dispatched':
      return fact.units.map((unit) => assign(appeal, parentOf(stream, seq, 'd'), unit));
    case 'whistled':
      return [blow(appeal, parentOf(stream, seq, 'w'), fact)];
    case 'replied':
      return toTasks(appeal, { type: 'answer' }, 'lead');
    case 'passed':
      return toTasks(appeal, { type: 'accept' });
    case 'returned':
      return toTasks(appeal, { type: 'return', words: fact.words }, 'lead');
    case 'redone':
      return toTasks(appeal, { type: 'redo', words: fact.words, due: fact.redo }, 'lead');
    case 'consulted':
      return release(appeal, '诉求已转会商');
    case 'withdrawn':
      return release(appeal, '居民撤回了诉求');
    default:
      return [];
  }
}

function assign(appeal: Appeal, parent: string, assignment: Assignment): Errand {
  return {
    process: 'task',
    id: taskOf(parent, assignment.unit),
    command: {
      type: 'assign',
      ...assignment,
      finish: appeal.clocks[limitOf(appeal)],
      brief: brief(appeal),
    },
    together: 'must',
  };
}

function blow(appeal: Appeal, id: string, call: WhistleCall): Errand {
  const { theme, subject, units, meetAt, meetPlace, partners } = call;
  const command = { type: 'blow', theme, subject, units, meetAt, meetPlace, partners, brief: brief(appeal) };
  return { process: 'whistle', id, command, together: 'must' };
}

/** What a unit's list shows of the appeal without opening it. */
function brief({ id, number, matter, place }: Appeal) {
  return { appeal: id, number, matter, address: place?.address, grid: place?.grid };
}

function toTasks(appeal: Appeal, command: Errand['command'], role?: 'lead'): Errand[] {
  return appeal.tasks
    .filter((task) => task.status !== 'released' && (role === undefined || task.role === role))
    .map(({ task }) => ({ process: 'task', id: task, command, together: 'may' }));
}

/** A task whose result was accepted is done: nothing is left of it to call off. */
function release(appeal: Appeal, words: string): Errand[] {
  const open = appeal.tasks.filter((task) => task.status !== 'accepted');
  return toTasks({ ...appeal, tasks: open }, { type: 'release', words });
}

export function notices(appeal: Appeal, { fact }: Event<Fact | Missed>): Notice[] {
  const tell = (about: string, ...to: Recipient[]): Notice[] =>
    to.map((each) => ({ to: each, about: `appeal.${about}`, process: 'appeal', id: appeal.id }));
  const owner = { person: appeal.owner };
  const desk = { role: 'coordinator' } as const;
  switch (fact.type) {
    case 'submitted':
    case 'replied':
      return tell(fact.type, desk);
    case 'withdrawn':
    case 'missed':
      return tell(fact.type, desk);
    case 'accepted':
    case 'declined':
    case 'dispatched':
    case 'whistled':
    case 'passed':
    case 'closed':
      return tell(fact.type, owner);
    case 'redone':
    case 'consulted':
      return tell(fact.type, owner, desk);
    default:
      return [];
  }
}

/** The resident's own clock until the first reply; once that did not solve it, the clock of handling it again. */
function limitOf({ round }: Appeal): 'finish' | 'redo' {
  return round > 0 ? 'redo' : 'finish';
}

/** Which clocks matter in which state. */
function clocksOf(appeal: Appeal): readonly string[] {
  const limit = limitOf(appeal);
  const awaited: Readonly<Record<Status, readonly string[]>> = {
    submitted: ['accept'],
    accepted: ['dispatch', 'finish'],
    consulting: limit === 'finish' ? ['dispatch', 'finish'] : ['dispatch'],
    dispatched: [limit],
    inProgress: [limit],
    replied: ['review', limit],
    awaitingRating: [],
    reworking: ['redo'],
    closed: [],
    declined: [],
    withdrawn: [],
  };
  return awaited[appeal.status];
}

export function deadlines(appeal: Appeal): Deadline[] {
  return running(appeal.clocks, appeal.missed, clocksOf(appeal));
}

export function clockOf(appeal: Appeal) {
  return current(appeal.clocks, clocksOf(appeal));
}

/** Whose desk the appeal lies on. */
export const deskOf: Readonly<Record<Status, 'coordinator' | 'unit' | 'resident' | 'none'>> = {
  submitted: 'coordinator',
  accepted: 'coordinator',
  consulting: 'coordinator',
  replied: 'coordinator',
  dispatched: 'unit',
  inProgress: 'unit',
  reworking: 'unit',
  awaitingRating: 'resident',
  closed: 'none',
  declined: 'none',
  withdrawn: 'none',
};

/** The grid and matter an appeal counts under once it is accepted. */
function cellOf({ place, matter, kind }: Appeal): string | undefined {
  return place?.grid && matter && kind ? `${place.grid}.${matter}` : undefined;
}

export function index(appeal: Appeal): Index {
  const due = clockOf(appeal)?.dueAt;
  const wake = deadlines(appeal).map((deadline) => deadline.dueAt);
  return {
    owner: appeal.owner,
    desk: deskOf[appeal.status],
    at: appeal.submittedAt,
    sortedAt: appeal.sortedAt ?? null,
    cell: cellOf(appeal) ?? null,
    sortAt: due ?? appeal.submittedAt,
    wakeAt: wake.length > 0 ? Math.min(...wake) : null,
  };
}
