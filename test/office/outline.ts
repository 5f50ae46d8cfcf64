import type { Point } from '../../domain/office/office.ts';

type Outline = readonly Point[];
type Edge = readonly [Point, Point];

/** Signed area in square degrees, positive anticlockwise. */
export function area(outline: Outline): number {
  return edges(outline).reduce((sum, [a, b]) => sum + cross(a, b), 0) / 2;
}

export function contains(outline: Outline, { lng, lat }: Point): boolean {
  const rays = edges(outline).filter(
    ([a, b]) =>
      a.lat > lat !== b.lat > lat && lng < a.lng + ((lat - a.lat) / (b.lat - a.lat)) * (b.lng - a.lng),
  );
  return rays.length % 2 === 1;
}

/** How many pairs of edges cross each other. */
export function crossings(outline: Outline): number {
  const all = edges(outline);
  return all.flatMap((one, place) => all.slice(place + 1).filter((other) => cut(one, other))).length;
}

/** The outer edge of outlines that tile an area: what is left when borders walked both ways fall away. */
export function rim(outlines: readonly Outline[]): Outline {
  const all = outlines.flatMap(edges);
  const outer = all.filter(([a, b]) => !all.some(([c, d]) => same(a, d) && same(b, c)));
  const ring: Point[] = [];
  for (let edge = outer[0]; edge && ring.length < outer.length; ) {
    const [from, to] = edge;
    ring.push(from);
    edge = outer.find(([start]) => same(start, to));
  }
  if (new Set(ring).size !== outer.length) throw new Error('the outer edge is not one ring');
  return ring;
}

function edges(outline: Outline): readonly Edge[] {
  return outline.map((point, place) => [point, outline[(place + 1) % outline.length] ?? point]);
}

function cut([a, b]: Edge, [c, d]: Edge): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.lng - a.lng) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lng - a.lng);
}

function cross(a: Point, b: Point): number {
  return a.lng * b.lat - b.lng * a.lat;
}

function same(a: Point, b: Point): boolean {
  return a.lng === b.lng && a.lat === b.lat;
}
