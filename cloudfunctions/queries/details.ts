import type { View as AppealView } from '../../domain/appeal/view.ts';
import type { AppealDetail, Detail, TaskDetail, WhistleDetail } from '../../domain/contract.ts';
import { movesOf } from '../../domain/kernel/moves.ts';
import type { Line } from '../../domain/kernel/process.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { View as TaskView } from '../../domain/task/view.ts';
import type { View as WhistleView } from '../../domain/whistle/view.ts';
import { processOf, type StateDoc } from '../commit.ts';
import type { Where } from '../store.ts';
import { type Asking, contextOf } from './asking.ts';
import { leaveOf } from './leave.ts';
import { linesOf } from './lines.ts';

type Name = 'appeal' | 'task' | 'whistle';

export async function appealDetail(asking: Asking, id: string): Promise<AppealDetail> {
  const { lines, ...seen } = await see<AppealView>(asking, 'appeal', id);
  const [parts, asked] = await Promise.all([partsOf(asking, { appeal: id }), leaveOf(asking, id)]);
  const heard = seen.view.relation === 'accused' ? parts.map(wordless) : parts;
  return { ...seen, leave: asked.leave, lines: inOrder([...lines, ...heard, ...asked.lines]) };
}

/** What the unit complained about reads of the others: that they did something. */
function wordless({ at, who, zh }: Line): Line {
  return { at, who, zh };
}

export async function taskDetail(asking: Asking, id: string): Promise<TaskDetail> {
  const { view, moves, lines } = await see<TaskView>(asking, 'task', id);
  const appeal = view.brief.appeal ? await ifSeen(appealDetail(asking, view.brief.appeal)) : undefined;
  const whistle = view.whistle ? await ifSeen(see<WhistleView>(asking, 'whistle', view.whistle)) : undefined;
  return {
    view,
    moves,
    lines: appeal?.lines ?? lines,
    appeal: appeal && { view: appeal.view, moves: appeal.moves },
    leave: appeal?.leave,
    whistle: whistle?.view,
  };
}

export async function whistleDetail(asking: Asking, id: string): Promise<WhistleDetail> {
  const { lines, ...seen } = await see<WhistleView>(asking, 'whistle', id);
  const balls = await Promise.all(seen.view.units.map(({ task }) => ballOf(asking, task)));
  return { ...seen, balls, lines: inOrder([...lines, ...(await partsOf(asking, { whistle: id }))]) };
}

/** Refused alike when it is not there and when it is not the asker's to see. */
async function see<View>(asking: Asking, name: Name, id: string): Promise<Detail<View>> {
  const process = processOf(name);
  const doc = await asking.cloud.store.get<StateDoc>(name, id);
  const view = doc && process.view(doc.state, contextOf(asking, id));
  if (!doc || view === undefined) throw new Refusal('not-found', '没有找到');
  const lines = await linesOf(asking, name, doc);
  return { view: view as View, moves: movesOf(process.moves, doc.state, asking.actor), lines };
}

/** A unit whose task was called off keeps its own record, not the appeal's. */
async function ifSeen<T>(seeing: Promise<T>): Promise<T | undefined> {
  return seeing.catch((error) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });
}

/** What all the units did that were ever given it, those called off again too. */
async function partsOf(asking: Asking, where: Where): Promise<readonly Line[]> {
  const orderBy = { field: 'at', direction: 'asc' } as const;
  const tasks = await asking.cloud.store.find<StateDoc>({ collection: 'task', where, orderBy, limit: 100 });
  return (await Promise.all(tasks.map((task) => linesOf(asking, 'task', task)))).flat();
}

async function ballOf(asking: Asking, task: string) {
  const doc = await asking.cloud.store.get<StateDoc>('task', task);
  const view = doc && (processOf('task').view(doc.state, contextOf(asking, task)) as TaskView | undefined);
  return view?.ball;
}

function inOrder(lines: readonly Line[]): Line[] {
  return lines.toSorted((one, other) => one.at - other.at);
}
