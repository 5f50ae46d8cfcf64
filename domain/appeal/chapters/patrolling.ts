import type { MoveTable } from '../../kernel/moves.ts';
import type { Context } from '../../kernel/process.ts';
import type { Appeal, Assignment } from '../appeal.ts';
import { type Fact as Accepted, accepted } from './accepting.ts';
import { type Fact as Dispatched, mustNameUnits } from './giving-out.ts';
import { type Fact as Submitted, submitted } from './submitting.ts';

/** 未诉先办：街道从苗头里看出来的事，立案、受理、派单一步走完（条例第二十四条、第二十五条）. */
export interface Patrol {
  readonly type: 'patrol';
  readonly text: string;
  readonly matter: string;
  readonly grid: string;
  readonly units: readonly Assignment[];
}
export type Command = Patrol;

export const moves: MoveTable<Appeal, Command['type']> = {
  patrol: { zh: '巡查立案', by: ['system'], from: ['new'], article: '条例第二十四条、第二十五条' },
};

/** Nobody has complained of anybody: it is for help, in the matter's own time. */
export function patrolled(
  { text, matter, grid, units }: Patrol,
  context: Context,
): readonly (Submitted | Accepted | Dispatched)[] {
  const { office, now } = context;
  mustNameUnits({ matter }, units, context);
  const place = { address: office.grids.find(({ id }) => id === grid)?.zh, grid };
  const tier = office.matters.find(({ id }) => id === matter)?.tier ?? 'T3';
  return [
    {
      ...submitted({ type: 'submit', text, photos: [], place, matter, identity: 'open' }, context),
      patrol: true,
    },
    accepted({ type: 'accept', kind: 'help', tier, matter }, now, context),
    { type: 'dispatched', units },
  ];
}
