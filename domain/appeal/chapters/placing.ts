import * as v from 'valibot';
import { id, words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context, Errand } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import { handOn } from '../../office/hands.ts';
import { type Grid, unitName } from '../../office/office.ts';
import type { Lower } from '../../topic/steps.ts';
import type { Appeal, TaskRef } from '../appeal.ts';
import { rebrief } from '../brief.ts';
import type { Decisions, Errands, Lines, Memory } from '../chapter.ts';
import { isOnMap } from '../place.ts';
import { open } from '../statuses.ts';
import { inHands, leadOf } from '../tasks.ts';
import { isAnothers } from '../who.ts';
import { type Climbed, toStreet } from './climbing.ts';
import { type Fact as Entrusted, entrusted } from './entrusting.ts';

/** 改网格：定错了的，换成对的；已经交给那个网格办的，改交对的网格的同一级. */
interface Regrid {
  readonly type: 'regrid';
  readonly grid: string;
  readonly words: string;
}
export type Command = Regrid;

interface Regridded extends Omit<Regrid, 'type'> {
  readonly type: 'regridded';
  /** The task that was in the wrong hands. */
  readonly task?: string;
}
export type Fact = Regridded;

export const moves: MoveTable<Appeal, Command['type']> = {
  regrid: {
    zh: '改网格',
    by: ['coordinator'],
    from: open,
    whose: isAnothers,
    when: ({ place }) => place?.grid !== undefined,
    offered: ({ place }, { office }) => !isOnMap(place, office),
  },
};

export const inputs = [
  v.strictObject({
    type: v.literal('regrid'),
    grid: id('网格'),
    words: words('更改理由', 200, 4),
  }),
] as const;

export const decide: Decisions<Command, Fact | Entrusted | Climbed> = {
  regrid(appeal, { grid: id, words }, context) {
    const { place } = appeal;
    must(!isOnMap(place, context.office), 'grid-known', '网格由居民标的位置而来，不能改');
    must(id !== place?.grid, 'grid-known', '现在就是这个网格');
    const grid = context.office.grids.find((each) => each.id === id);
    must(grid, 'unknown-area', '没有这个网格，请重新选择');
    const moved = { ...appeal, place: { ...place, grid: id } };
    const wrong = inWrongHands(appeal, grid);
    const regridded: Regridded = { type: 'regridded', grid: id, words, ...(wrong && { task: wrong.task }) };
    return [regridded, ...(wrong?.step ? [onward(moved, grid, wrong.step, context)] : [])];
  },
};

/** 在街道以下、换了网格就换了人的那一件；同一个社区的，社区照办. */
function inWrongHands(appeal: Appeal, grid: Grid): TaskRef | undefined {
  const lead = inHands(appeal) ? leadOf(appeal.tasks) : undefined;
  return lead?.step && handOn(lead.step, grid) !== lead.unit ? lead : undefined;
}

/** 对的网格属于被投诉的社区，就不再往下交，回到街道派单（条例第三十五条）. */
function onward(appeal: Appeal, { community }: Grid, step: Lower, context: Context): Entrusted | Climbed {
  if (community !== appeal.accused) return entrusted(appeal, step, context);
  return toStreet(appeal, { reason: 'manual', words: '网格定错了，街道收回' }, context);
}

export const evolve: Memory<Fact> = {
  regridded: ({ place }, { fact: { grid } }) => ({ place: { ...place, grid } }),
};

export const errands: Errands<Fact> = {
  regridded: (appeal, { fact: { task } }) => [
    ...(task ? [callBack(task)] : []),
    ...rebrief({ ...appeal, tasks: appeal.tasks.filter((each) => each.task !== task) }),
  ],
};

function callBack(task: string): Errand {
  const command = { type: 'release', words: '网格定错了，改交对的网格' };
  return { process: 'task', id: task, command, together: 'may' };
}

export const line: Lines<Fact> = {
  regridded: ({ fact, inner, office }) =>
    inner ? { zh: `网格改为${unitName(office, fact.grid)}`, words: fact.words } : { zh: '改所在网格' },
};
