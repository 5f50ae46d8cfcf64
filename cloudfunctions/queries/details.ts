import type { View as AlertView } from '../../domain/alert/index.ts';
import type { Appeal } from '../../domain/appeal/appeal.ts';
import { pieceOf, reads } from '../../domain/appeal/checked.ts';
import type { View as AppealView } from '../../domain/appeal/view.ts';
import type { View as AttendanceView } from '../../domain/attendance/index.ts';
import type { AppealDetail, Detail, Queries, TaskDetail, WhistleDetail } from '../../domain/contract.ts';
import { movesOf } from '../../domain/kernel/moves.ts';
import type { Line } from '../../domain/kernel/process.ts';
import type { View as TaskView } from '../../domain/task/view.ts';
import type { View as WhistleView } from '../../domain/whistle/view.ts';
import { processOf, type StateDoc } from '../commit.ts';
import type { Where } from '../store.ts';
import { type Asking, contextOf } from './asking.ts';
import { leaveOf } from './leave.ts';
import { linesOf } from './lines.ts';
import { ifSeen, offered, type Seen, type Stored, see, seenOf } from './seen.ts';

/** One thing whole, with its history. */
export async function detailOf<View>(asking: Asking, name: string, id: string): Promise<Detail<View>> {
  const seen = await see<View>(asking, name, id);
  const [lines = []] = await linesOf(asking, [seen]);
  return { ...offered(asking, seen), lines };
}

export async function appealDetail(asking: Asking, id: string): Promise<AppealDetail> {
  return whole(asking, await see<AppealView>(asking, 'appeal', id));
}

async function whole(asking: Asking, seen: Seen<AppealView>): Promise<AppealDetail> {
  const id = seen.doc._id;
  const [tasks, asked] = await Promise.all([tasksOf(asking, { appeal: id }), leaveOf(asking, id)]);
  const appeal = seen.doc.state as unknown as Appeal;
  const all = await linesOf(asking, [seen, ...tasks, ...asked.stored], (line, { name, event }) => {
    const open = name !== 'task' || reads(appeal, seen.view.relation, pieceOf(event.stream, event.seq));
    return open ? line : wordless(line);
  });
  return { ...offered(asking, seen), leave: asked.leave, lines: inOrder(all.flat()) };
}

/** That somebody did something, and no word of it. */
function wordless({ at, who, zh }: Line): Line {
  return { at, who, zh };
}

/** A unit whose task was called off keeps its own record, not the appeal's. */
export async function taskDetail(asking: Asking, id: string): Promise<TaskDetail> {
  const seen = await see<TaskView>(asking, 'task', id);
  const { brief, whistle: hangsOn } = seen.view;
  const parent = brief.appeal ? await ifSeen<AppealView>(asking, 'appeal', brief.appeal) : undefined;
  const appeal = parent && (await whole(asking, parent));
  const whistle = hangsOn ? await ifSeen<WhistleView>(asking, 'whistle', hangsOn) : undefined;
  return {
    ...offered(asking, seen),
    lines: appeal?.lines ?? (await linesOf(asking, [seen])).flat(),
    appeal: appeal && { view: appeal.view, moves: appeal.moves },
    leave: appeal?.leave,
    whistle: whistle?.view,
    whistleMoves: whistle ? offered(asking, whistle).moves : [],
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
  const lines = inOrder((await linesOf(asking, [seen, ...tasks])).flat());
  return { ...offered(asking, seen), balls, lines, reds: await redsOf(asking, seen.view) };
}

/** Of the units that turned red, those whose heads are named. */
async function redsOf(asking: Asking, { units }: WhistleView): Promise<string[]> {
  const red = units.filter(({ late }) => late.includes('red'));
  const found = red.map(({ unit }) => ifSeen<AttendanceView>(asking, 'attendance', unit));
  const views = (await Promise.all(found)).flatMap((each) => each?.view ?? []);
  return views.filter(({ status }) => status === 'named').map(({ sentence }) => sentence);
}

/** The newest one that is open; nobody outside the roster hears of it. */
export async function openAlert(asking: Asking): Promise<Queries['alert']['output']> {
  const orderBy = { field: 'at', direction: 'desc' } as const;
  const where = { desk: 'open' };
  const [doc] = await asking.cloud.store.find<StateDoc>({ collection: 'alert', where, orderBy, limit: 1 });
  const process = processOf('alert');
  const view = doc && (process.view(doc.state, contextOf(asking, doc._id)) as AlertView | undefined);
  return { view, moves: movesOf(process.moves, doc?.state, contextOf(asking, doc?._id ?? '')) };
}

/** All the tasks that ever hung on it, those called off again too. */
async function tasksOf(asking: Asking, where: Where): Promise<Stored[]> {
  const orderBy = { field: 'at', direction: 'asc' } as const;
  const docs = await asking.cloud.store.find<StateDoc>({ collection: 'task', where, orderBy, limit: 100 });
  return docs.map((doc) => ({ name: 'task', doc }));
}

function ballOf(asking: Asking, task: Stored | undefined) {
  return task && seenOf<TaskView>(asking, 'task', [task.doc])[0]?.view.ball;
}

function inOrder(lines: readonly Line[]): Line[] {
  return lines.toSorted((one, other) => one.at - other.at);
}
