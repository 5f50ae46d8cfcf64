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

function change(appeal: Appeal, { stream, seq, at, by, fact }: Event<Fact | Missed>): Partial<Appeal> {
  switch (fact.type) {
    case 'submitted':
      return {};
    case 'accepted': {
      const { kind, tier, matter, proposed, dispatch, finish } = fact;
      const clocks = { ...appeal.clocks, dispatch, finish };
      return { status: 'accepted', kind, tier, matter, proposed, sortedAt: at, clocks };
    }
    case 'dispatched':
      return { ...givenOut(appeal, parentOf(stream, seq, 'd'), fact), sortedAt: at, whistle: undefined };
    case 'whistled': {
      const whistle = parentOf(stream, seq, 'w');
      return { ...givenOut(appeal, whistle, fact), sortedAt: at, whistle };
    }
    case 'noted':
      return noted(appeal, fact);
    case 'replied': {
      const { text, outcome, photos, unit, review } = fact;
      return {
        status: 'replied',
        repliedBy: by.id,
        rating: undefined,
        reply: { text, outcome, photos, unit, at, passed: false },
        clocks: { ...appeal.clocks, review },
      };
    }
    case 'passed':
      return {
        status: 'awaitingRating',
        tasks: appeal.tasks.map((task) =>
          task.status === 'submitted' ? { ...task, status: 'accepted' } : task,
        ),
        ...(appeal.reply && { reply: { ...appeal.reply, passed: true } }),
      };
    case 'returned':
      return { status: appeal.round > 0 ? 'reworking' : 'inProgress', tasks: leadAtWork(appeal) };
    case 'rated':
      return { rating: { solved: fact.solved, satisfied: fact.satisfied, words: fact.words, at } };
    case 'redone':
      return {
        status: 'reworking',
        round: fact.round,
        tasks: leadAtWork(appeal),
        clocks: { ...appeal.clocks, redo: fact.redo },
      };
    case 'consulted':
      return {
        status: 'consulting',
        round: fact.round,
        clocks: { ...appeal.clocks, dispatch: fact.dispatch },
      };
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
  const begun = tasks.some((each) => each.status !== 'pending' && each.status !== 'released');
  return appeal.status === 'dispatched' && begun ? { tasks, status: 'inProgress' } : { tasks };
}

type Given = Extract<Fact, { type: 'dispatched' | 'whistled' }>;

function givenOut({ clocks }: Appeal, parent: string, { units, redo }: Given): Partial<Appeal> {
  return {
    status: 'dispatched',
    tasks: tasksOf(parent, units),
    ...(redo && { clocks: { ...clocks, redo } }),
  };
}

/** What the street sends back is at once no longer handed in; the unit itself reports only its own steps. */
function leadAtWork({ tasks }: Appeal): TaskRef[] {
  return tasks.map((task) =>
    task.role === 'lead' && task.status !== 'released' ? { ...task, status: 'handling' } : task,
  );
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
