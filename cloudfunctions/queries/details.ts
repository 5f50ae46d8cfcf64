import type { View as AppealView } from '../../domain/appeal/view.ts';
import type { Detail, TaskDetail, WhistleDetail } from '../../domain/contract.ts';
import { movesOf } from '../../domain/kernel/moves.ts';
import type { Line } from '../../domain/kernel/process.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { View as TaskView } from '../../domain/task/view.ts';
import type { View as WhistleView } from '../../domain/whistle/view.ts';
import { processOf, type StateDoc } from '../commit.ts';
import type { EventDoc } from '../outbox.ts';
import type { Where } from '../store.ts';
import { type Asking, contextOf } from './asking.ts';

type Name = 'appeal' | 'task' | 'whistle';

/** A stored state of which the asker may see something. */
interface Seen<View> {
  readonly name: Name;
  readonly doc: StateDoc;
  readonly view: View;
}

/** Events shown of one stream; a history longer than that shows its beginning. */
const longest = 500;
const page = 1000;
/** One question asks for the events of no more than a hundred streams. */
const mostTasks = 99;

export async function appealDetail(asking: Asking, id: string): Promise<Detail<AppealView>> {
  const seen = await see<AppealView>(asking, 'appeal', id);
  const tasks = await tasksOf(asking, { appeal: id });
  return { ...shown(asking, seen), lines: await linesOf(asking, [seen, ...tasks]) };
}

export async function taskDetail(asking: Asking, id: string): Promise<TaskDetail> {
  const seen = await see<TaskView>(asking, 'task', id);
  const { brief, whistle: hangsOn } = seen.view;
  const appeal = brief.appeal ? await ifSeen(appealDetail(asking, brief.appeal)) : undefined;
  const whistle = hangsOn ? await ifSeen(see<WhistleView>(asking, 'whistle', hangsOn)) : undefined;
  return {
    ...shown(asking, seen),
    lines: appeal?.lines ?? (await linesOf(asking, [seen])),
    appeal: appeal && { view: appeal.view, moves: appeal.moves },
    whistle: whistle?.view,
  };
}

export async function whistleDetail(asking: Asking, id: string): Promise<WhistleDetail> {
  const seen = await see<WhistleView>(asking, 'whistle', id);
  const tasks = await tasksOf(asking, { whistle: id });
  const balls = seen.view.units.map(({ task }) =>
    ballOf(
      asking,
      tasks.find(({ doc }) => doc._id === task),
    ),
  );
  return { ...shown(asking, seen), balls, lines: await linesOf(asking, [seen, ...tasks]) };
}

/** Refused alike when it is not there and when it is not the asker's to see. */
async function see<View>(asking: Asking, name: Name, id: string): Promise<Seen<View>> {
  const doc = await asking.cloud.store.get<StateDoc>(name, id);
  const view = doc && processOf(name).view(doc.state, contextOf(asking, id));
  if (!doc || view === undefined) throw new Refusal('not-found', '没有找到');
  return { name, doc, view: view as View };
}

function shown<View>({ actor }: Asking, { name, doc, view }: Seen<View>) {
  return { view, moves: movesOf(processOf(name).moves, doc.state, actor) };
}

/** A unit whose task was called off keeps its own record, not the appeal's. */
async function ifSeen<T>(seeing: Promise<T>): Promise<T | undefined> {
  return seeing.catch((error) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });
}

type Stored = Pick<Seen<unknown>, 'name' | 'doc'>;

/** All the tasks that ever hung on it, those called off again too. */
async function tasksOf(asking: Asking, where: Where): Promise<Stored[]> {
  const orderBy = { field: 'at', direction: 'asc' } as const;
  const query = { collection: 'task', where, orderBy, limit: mostTasks };
  return (await asking.cloud.store.find<StateDoc>(query)).map((doc) => ({ name: 'task', doc }));
}

function ballOf(asking: Asking, task: Stored | undefined) {
  if (!task) return undefined;
  const view = processOf('task').view(task.doc.state, contextOf(asking, task.doc._id));
  return (view as TaskView | undefined)?.ball;
}

/** One history of all of them, in order of time; what happened at once stands in the order they are named in. */
async function linesOf(asking: Asking, stored: readonly Stored[]): Promise<Line[]> {
  const streamOf = ({ name, doc }: Stored) => `${name}.${doc._id}`;
  const events = await eventsOf(asking, stored.map(streamOf));
  const lines = stored.flatMap((one) => {
    const context = contextOf(asking, one.doc._id);
    const own = events.filter(({ stream }) => stream === streamOf(one));
    return own.flatMap(({ event }) => processOf(one.name).line(one.doc.state, event, context) ?? []);
  });
  return lines.toSorted((one, other) => one.at - other.at);
}

/** The events of these streams, by one question where a page holds them. */
async function eventsOf({ cloud }: Asking, streams: readonly string[]): Promise<EventDoc[]> {
  const where = { stream: { in: streams }, seq: { lte: longest } };
  const query = {
    collection: 'event',
    where,
    orderBy: { field: 'seq', direction: 'asc' },
    limit: page,
  } as const;
  const events: EventDoc[] = [];
  for (let last: EventDoc | undefined, more = true; more; last = events.at(-1)) {
    const after = last && { after: { value: last.seq, id: last._id } };
    const found = await cloud.store.find<EventDoc>({ ...query, ...after });
    events.push(...found);
    more = found.length === page;
  }
  return events;
}
