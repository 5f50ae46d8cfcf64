import type { Appeal } from '../appeal/appeal.ts';
import { mayBeFollowed } from '../appeal/chapters/following.ts';
import { matterOf, type Office } from '../office/office.ts';
import type { Nearby } from './contract.ts';

/** Open appeals of one matter in one grid, the earliest first, and whoever reports or follows one of them. */
export interface Cell {
  readonly group: readonly Appeal[];
  readonly people: ReadonlySet<string>;
}

/** What anybody may know of, by matter and grid. */
export function cellsOf(appeals: readonly Appeal[], office: Office): Cell[] {
  const cells = new Map<string, Appeal[]>();
  for (const appeal of appeals.filter((each) => mayBeFollowed(each, office))) {
    const cell = `${appeal.place?.grid}.${appeal.matter}`;
    cells.set(cell, [...(cells.get(cell) ?? []), appeal]);
  }
  return [...cells.values()].map((cell) => {
    const group = cell.toSorted((one, other) => one.submittedAt - other.submittedAt);
    const ids = new Set(group.map(({ id }) => id));
    const going = appeals.filter(({ status, parent }) => status === 'merged' && ids.has(parent?.id ?? ''));
    return { group, people: new Set([...group, ...going].map(({ owner }) => owner)) };
  });
}

/** One appeal stands for its cell. `me` is who asks: whether he is one of the people is told to him alone. */
export function nearbyOf(
  appeal: Appeal,
  { people }: Pick<Cell, 'people'>,
  office: Office,
  me: string,
): Nearby {
  const { id, matter = '', place, status, submittedAt } = appeal;
  const grid = office.grids.find((each) => each.id === place?.grid);
  return {
    id,
    matter: { id: matter, zh: matterOf(office, matter)?.zh ?? '' },
    grid: { id: grid?.id ?? '', zh: grid?.zh ?? '' },
    people: people.size,
    mine: people.has(me),
    status,
    since: submittedAt,
  };
}
