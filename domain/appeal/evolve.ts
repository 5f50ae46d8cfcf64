import type { Event, Missed } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import { type Note, withNews } from '../task/task.ts';
import type { Appeal, Assignment, Fact, TaskRef } from './appeal.ts';

type Happened<Type extends Fact['type']> = Event<Extract<Fact, { type: Type }>>;

export function evolve(appeal: Appeal | undefined, event: Event<Fact | Missed>): Appeal {
  if (event.fact.type === 'submitted') return born(event as Happened<'submitted'>);
  if (appeal === undefined) throw new Refusal('not-found', '没有找到这件诉求');
  return { ...appeal, ...change(appeal, event) };
}

function born({ stream, at, by, fact }: Happened<'submitted'>): Appeal {
  return {
    id: stream,
    number: fact.number,
    status: 'submitted',
    owner: by.id,
    collector: fact.collector,
    onBehalfOf: fact.onBehalfOf,
    identity: fact.identity,
    contact: fact.contact ?? {},
    text: fact.text,
    photos: fact.photos,
    place: fact.place,
    matter: fact.matter,
    submittedAt: at,
    clocks: { accept: fact.clock },
    missed: [],
    tasks: [],
    round: 0,
  };
}

function change(appeal: Appeal, { stream, seq, at, fact }: Event<Fact | Missed>): Partial<Appeal> {
  switch (fact.type) {
    case 'submitted':
      return {};
    case 'accepted': {
      const { kind, tier, matter, dispatch, finish } = fact;
      return { status: 'accepted', kind, tier, matter, clocks: { ...appeal.clocks, dispatch, finish } };
    }
    case 'dispatched':
      return { status: 'dispatched', tasks: tasksOf(parentOf(stream, seq, 'd'), fact.units) };
    case 'whistled': {
      const whistle = parentOf(stream, seq, 'w');
      return { status: 'dispatched', whistle, tasks: tasksOf(whistle, fact.units) };
    }
    case 'noted':
      return noted(appeal, fact);
    case 'replied': {
      const { text, outcome, photos, unit, review } = fact;
      return {
        status: 'replied',
        reply: { text, outcome, photos, unit, at, passed: false },
        clocks: { ...appeal.clocks, review },
      };
    }
    case 'passed':
      return { status: 'awaitingRating', ...(appeal.reply && { reply: { ...appeal.reply, passed: true } }) };
    case 'returned':
      return { status: appeal.round > 0 ? 'reworking' : 'inProgress' };
    case 'rated':
      return { rating: { solved: fact.solved, satisfied: fact.satisfied, words: fact.words, at } };
    case 'redone':
      return { status: 'reworking', round: fact.round, clocks: { ...appeal.clocks, redo: fact.redo } };
    case 'consulted':
      return { status: 'consulting', clocks: { ...appeal.clocks, dispatch: fact.dispatch } };
    case 'closed':
      return { status: 'closed', end: { reason: fact.reason, words: fact.words, at } };
    case 'declined':
      return { status: 'declined', end: { reason: fact.branch, words: fact.words, at } };
    case 'withdrawn':
      return { status: 'withdrawn', end: { reason: 'withdrawn', words: fact.words, at } };
    case 'missed':
      return { missed: [...appeal.missed, { clock: fact.clock, dueAt: fact.dueAt }] };
  }
}

function noted(appeal: Appeal, note: Note): Partial<Appeal> {
  const tasks = withNews(appeal.tasks, note);
  const begun = appeal.status === 'dispatched' && tasks.some((each) => each.status !== 'pending');
  return begun ? { tasks, status: 'inProgress' } : { tasks };
}

/** Where the tasks of one dispatch or whistle hang: known from the event alone, so a retry names them alike. */
export function parentOf(appeal: string, seq: number, way: 'd' | 'w'): string {
  return `${appeal}-${way}${seq}`;
}

export function taskOf(parent: string, unit: string): string {
  return `${parent}-${unit}`;
}

function tasksOf(parent: string, units: readonly Assignment[]): TaskRef[] {
  return units.map(({ unit, role }) => ({
    task: taskOf(parent, unit),
    unit,
    role,
    status: 'pending',
    asOf: 0,
  }));
}
