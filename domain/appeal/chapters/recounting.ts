import type { Clocks } from '../../kernel/deadlines.ts';
import { recounted } from '../../kernel/deadlines.ts';
import type { Context } from '../../kernel/process.ts';
import type { Appeal } from '../appeal.ts';
import type { Lines, Memory, Notices } from '../chapter.ts';
import { toOwner } from '../chapter.ts';
import { clocksOf } from '../clocks.ts';

/** 放假安排变了：还没走完的时限按新的日历重新算，走完的不动. */
interface Recounted {
  readonly type: 'recounted';
  readonly clocks: Clocks;
}
export type Fact = Recounted;

/** Nothing when all its running clocks are by the office's calendar already. */
export function recount(appeal: Appeal, { office }: Context): readonly Fact[] {
  const clocks = recounted(appeal, clocksOf(appeal), office.calendar);
  return clocks ? [{ type: 'recounted', clocks }] : [];
}

export const evolve: Memory<Fact> = {
  recounted: (appeal, { fact: { clocks } }) => ({ clocks: { ...appeal.clocks, ...clocks } }),
};

export const notices: Notices<Fact> = { recounted: toOwner };

export const line: Lines<Fact> = {
  recounted: () => ({ zh: '放假安排有变，时限按新的日历计算' }),
};
