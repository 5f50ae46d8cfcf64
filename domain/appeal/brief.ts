import type { Errand } from '../kernel/process.ts';
import type { Brief } from '../task/brief.ts';
import type { Appeal } from './appeal.ts';
import { isOpen } from './tasks.ts';

/** What a unit's list shows of the appeal without opening it; the unit complained about not even where. */
export function briefFor(
  { id, number, matter, place, tier, identity, accused, byLeader }: Appeal,
  unit?: string,
): Brief {
  const isAccused = accused !== undefined && unit === accused;
  const { address, grid } = (!isAccused && place) || {};
  const callable = identity === 'open' && !isAccused;
  return { appeal: id, number, matter, address, grid, tier, callable, ...(byLeader && { byLeader }) };
}

/** 改了类型、网格，单位的任务单和哨跟着改；被投诉的单位照旧不见在哪里. */
export function rebrief(appeal: Appeal): Errand[] {
  const { tasks, accused, whistle } = appeal;
  const open = tasks.filter(isOpen);
  const to = (process: string, id: string, unit?: string): Errand => {
    const { byLeader: _, ...brief } = briefFor(appeal, unit);
    return { process, id, command: { type: 'rebrief', brief }, together: 'may' };
  };
  const called = open.find(({ unit }) => unit === accused)?.unit;
  return [
    ...open.map(({ task, unit }) => to('task', task, unit)),
    ...(whistle ? [to('whistle', whistle, called)] : []),
  ];
}
