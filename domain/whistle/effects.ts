import type { Deadline, Errand, Event, Index, Missed, Notice } from '../kernel/process.ts';
import type { Fact, Whistle } from './whistle.ts';

export function errands(whistle: Whistle, { fact }: Event<Fact | Missed>): Errand[] {
  if (fact.type === 'blown') return whistle.units.map((unit) => assign(whistle, unit));
  if (fact.type === 'cancelled') return [...release(whistle, fact.words), ...recall(whistle, fact.words)];
  return [];
}

function assign({ id, theme, brief }: Whistle, { task, unit, role, need }: Whistle['units'][number]): Errand {
  const command = { type: 'assign', unit, role, need, whistle: id, theme, brief };
  return { process: 'task', id: task, command, together: 'must' };
}

function release(whistle: Whistle, words: string): Errand[] {
  return whistle.units
    .filter((unit) => unit.status !== 'released')
    .map(({ task }) => ({
      process: 'task',
      id: task,
      command: { type: 'release', words },
      together: 'may',
    }));
}

function recall({ id, brief }: Whistle, words: string): Errand[] {
  const command = { type: 'recall', whistle: id, words: `撤哨：${words}` };
  return brief.appeal ? [{ process: 'appeal', id: brief.appeal, command, together: 'may' }] : [];
}

export function notices(whistle: Whistle, { fact }: Event<Fact | Missed>): Notice[] {
  if (fact.type !== 'delivered') return [];
  return [{ to: { role: 'coordinator' }, about: 'whistle.delivered', process: 'whistle', id: whistle.id }];
}

/** The clocks of a whistle run in its tasks. */
export function deadlines(): Deadline[] {
  return [];
}

export function index(whistle: Whistle): Index {
  const open = whistle.status === 'mustering' || whistle.status === 'working';
  return { desk: open ? 'open' : 'done', at: whistle.blownAt, wakeAt: null };
}
