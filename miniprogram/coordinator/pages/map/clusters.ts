import type { MapItem, Point } from '../../../lib/domain';

/** Items that stand together at a scale, drawn where the first of them is. */
export interface Cluster<Item> {
  readonly at: Point;
  /** In the order in which they came. */
  readonly items: readonly Item[];
}

/** Marks drawn at most: together they stay far below what one setData may carry. */
const most = 150;

/**
 * The items as marks at least `side` pixels apart at this scale of the map, and never too many. The first item of
 * each place keeps its mark, so put the pressing ones first; what has no place is left out.
 */
export function clustersOf<Item extends Pick<MapItem, 'point'>>(
  items: readonly Item[],
  scale: number,
  side: number,
): Cluster<Item>[] {
  const width = (side * 360) / (256 * 2 ** scale);
  const found: { readonly at: Point; readonly items: Item[] }[] = [];
  for (const item of items) {
    const { point } = item;
    if (!point) continue;
    const near = found.find(({ at }) => areNear(at, point, width));
    if (near) near.items.push(item);
    else found.push({ at: point, items: [item] });
    if (found.length > most) return clustersOf(items, scale - 1, side);
  }
  return found;
}

/** Within so many degrees of longitude, and as many pixels from north to south. */
function areNear(one: Point, other: Point, width: number): boolean {
  const height = width * Math.cos((one.lat * Math.PI) / 180);
  return Math.abs(one.lng - other.lng) < width && Math.abs(one.lat - other.lat) < height;
}
