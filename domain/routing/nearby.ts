import type { Appeal } from '../appeal/appeal.ts';
import { matterOf, type Office } from '../office/office.ts';
import type { Nearby } from './contract.ts';
import { isOpen } from './repeats.ts';

/** What may be told to anybody, see the row's `shared`; never 投诉、举报. Instants are epoch ms. */
export function isPublic(appeal: Appeal, office: Office): boolean {
  const row = matterOf(office, appeal.matter);
  const quiet = appeal.kind === undefined || appeal.kind === 'complain' || appeal.kind === 'report';
  return row?.shared === true && !quiet && appeal.place?.grid !== undefined && isOpen(appeal);
}

/** Open appeals of one matter in one grid, as one thing anybody may know of: the earliest stands for all. */
export function nearbyOf(appeals: readonly Appeal[], office: Office): Nearby[] {
  const cells = new Map<string, Appeal[]>();
  for (const appeal of appeals.filter((each) => isPublic(each, office))) {
    const cell = `${appeal.place?.grid}.${appeal.matter}`;
    cells.set(cell, [...(cells.get(cell) ?? []), appeal]);
  }
  return [...cells.values()].flatMap((group) => {
    const [first] = group.toSorted((one, other) => one.submittedAt - other.submittedAt);
    return first ? [told(first, group, office)] : [];
  });
}

function told(first: Appeal, group: readonly Appeal[], office: Office): Nearby {
  return {
    id: first.id,
    matter: matterOf(office, first.matter)?.zh ?? '',
    place: office.grids.find(({ id }) => id === first.place?.grid)?.zh ?? '',
    people: new Set(group.map(({ owner }) => owner)).size,
    status: first.status,
    since: first.submittedAt,
  };
}
