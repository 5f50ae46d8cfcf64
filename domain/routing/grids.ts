/** GCJ-02 degrees, kept as they come: a street compares like with like. */
export interface Place {
  readonly lng: number;
  readonly lat: number;
}

/** A grid of the street: its outline in order, first point not repeated. */
export interface GridOutline {
  readonly id: string;
  readonly outline: readonly Place[];
}

/** Where a place lies. Near a border nobody guesses: the candidates are asked about, nearest first. */
export type GridFinding =
  | { readonly where: 'in'; readonly grid: string }
  | { readonly where: 'border'; readonly candidates: readonly string[] }
  | { readonly where: 'outside' };

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

interface Boxed extends Box {
  readonly at: number;
  readonly grid: GridOutline;
}

/** Grids sorted into square cells, so that a place is compared with its neighbourhood only. */
export interface GridIndex {
  readonly cells: ReadonlyMap<string, readonly Boxed[]>;
  /** Degrees a cell is wide. */
  readonly cell: number;
}

const metresPerDegree = 111_320;
/** About 200 m; a street has a few hundred such cells. */
const cellSize = 0.002;
/** A grid across more cells than this has a wrong outline. */
const mostCells = 40_000;

/** Readies grids for finding; throws a RangeError on an outline that is no area. */
export function indexGrids(grids: readonly GridOutline[]): GridIndex {
  const cells = new Map<string, Boxed[]>();
  for (const [at, grid] of grids.entries()) {
    const boxed = { ...boxOf(grid), at, grid };
    for (const key of cellsOf(boxed, cellSize)) cells.set(key, [...(cells.get(key) ?? []), boxed]);
  }
  return { cells, cell: cellSize };
}

function boxOf({ id, outline }: GridOutline): Box {
  const lng = outline.map((point) => point.lng);
  const lat = outline.map((point) => point.lat);
  const box = {
    west: Math.min(...lng),
    south: Math.min(...lat),
    east: Math.max(...lng),
    north: Math.max(...lat),
  };
  if (outline.length < 3 || !Object.values(box).every(Number.isFinite))
    throw new RangeError(`网格 ${id} 的边界至少要三个点`);
  return box;
}

function* cellsOf(box: Box, size: number): Generator<string> {
  const [west, east] = [Math.floor(box.west / size), Math.floor(box.east / size)];
  const [south, north] = [Math.floor(box.south / size), Math.floor(box.north / size)];
  if ((east - west + 1) * (north - south + 1) > mostCells) throw new RangeError('网格边界过大');
  for (let x = west; x <= east; x++) for (let y = south; y <= north; y++) yield `${x}:${y}`;
}

/**
 * Finds the grid of a place. Inside one grid and more than `margin` metres from every other: `in`. Nearer to another,
 * where grids overlap, or just outside the street: `border`, with every grid in reach. Else `outside`.
 */
export function findGrid(index: GridIndex, place: Place, margin: number): GridFinding {
  const near = around(index, place, margin)
    .map(({ at, grid }) => ({
      at,
      grid,
      inside: contains(grid.outline, place),
      metres: distanceTo(grid.outline, place),
    }))
    .filter(({ inside, metres }) => inside || metres <= margin)
    .sort((a, b) => Number(b.inside) - Number(a.inside) || a.metres - b.metres || a.at - b.at);
  const [first, second] = near;
  if (!first) return { where: 'outside' };
  if (!second && first.inside) return { where: 'in', grid: first.grid.id };
  return { where: 'border', candidates: near.map(({ grid }) => grid.id) };
}

function around(index: GridIndex, place: Place, margin: number): readonly Boxed[] {
  if (!Number.isFinite(place.lng) || !Number.isFinite(place.lat)) return [];
  const lat = margin / metresPerDegree;
  const lng = lat / Math.max(0.01, Math.cos((place.lat * Math.PI) / 180));
  const box = {
    west: place.lng - lng,
    east: place.lng + lng,
    south: place.lat - lat,
    north: place.lat + lat,
  };
  const found = new Map<number, Boxed>();
  for (const key of cellsOf(box, index.cell))
    for (const one of index.cells.get(key) ?? []) found.set(one.at, one);
  return [...found.values()];
}

/** Whether a place is inside an outline (even–odd rule). */
export function contains(outline: readonly Place[], { lng, lat }: Place): boolean {
  let inside = false;
  for (const [a, b] of edges(outline))
    if (a.lat > lat !== b.lat > lat && lng < ((b.lng - a.lng) * (lat - a.lat)) / (b.lat - a.lat) + a.lng)
      inside = !inside;
  return inside;
}

/** Metres from a place to the nearest point of an outline, on a plane around the place. */
export function distanceTo(outline: readonly Place[], place: Place): number {
  const east = metresPerDegree * Math.cos((place.lat * Math.PI) / 180);
  const flat = ({ lng, lat }: Place) => ({
    x: (lng - place.lng) * east,
    y: (lat - place.lat) * metresPerDegree,
  });
  let least = Number.POSITIVE_INFINITY;
  for (const [from, to] of edges(outline)) {
    const a = flat(from);
    const b = flat(to);
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(a.x * dx + a.y * dy) / length));
    least = Math.min(least, Math.hypot(a.x + along * dx, a.y + along * dy));
  }
  return least;
}

function* edges(outline: readonly Place[]): Generator<readonly [Place, Place]> {
  let before = outline[outline.length - 1];
  for (const point of outline) {
    if (before) yield [before, point];
    before = point;
  }
}
