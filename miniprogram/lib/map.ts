import type { Grid, Point } from './domain';

/** A map takes no tokens, only values: the blue of the grids and the red of the place. */
const line = '#0b4ea2cc';
const fill = '#0b4ea21a';
const here = '#0b4ea24d';

export interface MapView {
  readonly latitude: number;
  readonly longitude: number;
  readonly markers: readonly {
    id: number;
    latitude: number;
    longitude: number;
    width: number;
    height: number;
  }[];
  readonly polygons: readonly object[];
}

/** One place on the map, and around it the grids, its own one darker. */
export function mapOf(point: Point, grids: readonly Grid[] = [], grid?: string): MapView {
  const at = { latitude: point.lat, longitude: point.lng };
  return {
    ...at,
    markers: [{ id: 1, ...at, width: 28, height: 36 }],
    polygons: outlines(grids, grid),
  };
}

/** The grids as they are drawn, one of them darker. */
export function outlines(grids: readonly Grid[], own?: string): MapView['polygons'] {
  return grids.map(({ id, outline }) => ({
    points: outline.map(({ lat, lng }) => ({ latitude: lat, longitude: lng })),
    strokeWidth: 1,
    strokeColor: line,
    fillColor: id === own ? here : fill,
  }));
}
