import type { Appeal } from '../appeal/appeal.ts';
import { mayBeFollowed } from '../appeal/chapters/following.ts';
import { matterOf, type Office } from '../office/office.ts';
import type { Nearby } from './contract.ts';

/**
 * Open appeals of one matter in one grid, as one thing anybody may know of: the earliest stands for all. `me` is who
 * asks: whether he is one of the people is told to him alone.
 */
export function nearbyOf(appeals: readonly Appeal[], office: Office, me: string): Nearby[] {
  const cells = new Map<string, Appeal[]>();
  for (const appeal of appeals.filter((each) => mayBeFollowed(each, office))) {
    const cell = `${appeal.place?.grid}.${appeal.matter}`;
    cells.set(cell, [...(cells.get(cell) ?? []), appeal]);
  }
  return [...cells.values()].flatMap((group) => {
    const [first] = group.toSorted((one, other) => one.submittedAt - other.submittedAt);
    const ids = new Set(group.map(({ id }) => id));
    const going = appeals.filter(({ status, parent }) => status === 'merged' && ids.has(parent?.id ?? ''));
    const owners = new Set([...group, ...going].map(({ owner }) => owner));
    return first ? [told(first, owners, office, me)] : [];
  });
}

function told(first: Appeal, owners: ReadonlySet<string>, office: Office, me: string): Nearby {
  const { matter = '', place } = first;
  const grid = office.grids.find(({ id }) => id === place?.grid);
  return {
    id: first.id,
    matter: { id: matter, zh: matterOf(office, matter)?.zh ?? '' },
    grid: { id: grid?.id ?? '', zh: grid?.zh ?? '' },
    people: owners.size,
    mine: owners.has(me),
    status: first.status,
    since: first.submittedAt,
  };
}
