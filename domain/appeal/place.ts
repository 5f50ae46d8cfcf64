import { must } from '../kernel/refusal.ts';
import type { Grid, Office } from '../office/office.ts';
import { findGrid, type GridIndex, indexGrids } from '../routing/grids.ts';
import type { Place } from './appeal.ts';

/** Nearer to a border than this, in metres, the point alone does not say which grid it is. */
const margin = 10;
const known = new WeakMap<readonly Grid[], GridIndex>();

/** The place with its grid: the one the point lies in; near a border or without a point the one named, if there is one. */
export function placed(place: Place | undefined, { grids }: Office): Place | undefined {
  if (place === undefined) return undefined;
  const found = foundOn(place, grids);
  if (found?.where === 'in') return { ...place, grid: found.grid };
  const named = grids.find((grid) => grid.id === place.grid)?.id;
  return { ...place, grid: found?.where === 'border' ? (named ?? found.candidates[0]) : named };
}

/** The point alone says which grid it is: nobody names another. */
export function isOnMap(place: Place | undefined, { grids }: Office): boolean {
  return foundOn(place, grids)?.where === 'in';
}

/** 居民标的位置、已经定的网格，都不改. */
export function mustLack(place: Place | undefined, grid: string | undefined, { grids }: Office): void {
  if (grid === undefined) return;
  must(place?.grid === undefined, 'grid-known', '这件诉求已经有网格，不用再定');
  const ours = grids.some(({ id }) => id === grid);
  must(ours, 'unknown-area', '没有这个网格，请重新选择');
}

/** The place in this grid, where one is named. */
export function within(place: Place | undefined, grid: string | undefined): Place | undefined {
  return grid ? { ...place, grid } : place;
}

function foundOn(place: Place | undefined, grids: readonly Grid[]) {
  return place?.point && findGrid(indexOf(grids), place.point, margin);
}

function indexOf(grids: readonly Grid[]): GridIndex {
  const before = known.get(grids);
  if (before) return before;
  const index = indexGrids(grids.filter(isArea));
  known.set(grids, index);
  return index;
}

/** An office with a wrong outline on its map still takes appeals. */
function isArea(grid: Grid): boolean {
  try {
    indexGrids([grid]);
    return true;
  } catch {
    return false;
  }
}
