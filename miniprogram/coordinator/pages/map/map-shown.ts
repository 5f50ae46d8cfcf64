import type { Copy } from '../../../lib/copy';
import { type Grid, type MapItem, words } from '../../../lib/domain';
import { gather } from '../../../lib/gather';
import { type Left, leftOf, type Urgency, type UrgencyCopy } from '../../../lib/urgency';
import type { Cluster } from './clusters';

export interface Words {
  readonly map: Copy<'map'>;
  readonly urgency: UrgencyCopy;
}

/** One item in the list under the map. */
export interface Row extends Left {
  readonly id: string;
  readonly zh: string;
  readonly status: string;
  readonly number: string;
  readonly spoken: string;
}

/** A place that was tapped, and what is open there. */
export interface Chosen {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly rest: string;
}

interface Count {
  readonly urgency: Urgency;
  readonly words: string;
}

export interface GridRow {
  readonly id: string;
  readonly zh: string;
  readonly counts: readonly Count[];
  readonly urgency: Urgency;
  readonly spoken: string;
}

/** A mark as <map> takes it. */
export interface Marker {
  readonly id: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly width: number;
  readonly height: number;
  readonly anchor: { readonly x: number; readonly y: number };
  readonly iconPath: string;
  readonly title: string;
  readonly label?: object;
}

const urgencies = ['late', 'today', 'later', 'none'] as const;
const marks: Readonly<Record<Urgency, string>> = { late: '▲', today: '◆', later: '●', none: '○' };
/** Rows listed of one place at most. */
const longest = 20;

export type Timed = MapItem & { readonly urgency: Urgency };

/** The most pressing first. */
export function timed(items: readonly MapItem[], now: number, t: Words): Timed[] {
  const all = items.map((item) => ({ ...item, urgency: leftOf(ballOf(item), now, t.urgency).urgency }));
  return gather(urgencies, (urgency) => all.filter((item) => item.urgency === urgency));
}

/** A map takes no tokens, only values: the label's ink on its ground, readable in light and dark. */
const ink = '#16202c';
const ground = '#ffffffe6';

/** `size`: the side of a mark that a finger can hit, in pixels. */
export function markersOf(clusters: readonly Cluster<Timed>[], size: number, t: Words): Marker[] {
  return clusters.map(({ at, items }, id) => {
    const [first] = items;
    const urgency = urgencies.find((each) => items.some((item) => item.urgency === each)) ?? 'none';
    const one = items.length === 1 ? (first?.zh ?? t.map.unsorted) : t.map.here;
    return {
      id,
      latitude: rounded(at.lat),
      longitude: rounded(at.lng),
      width: size,
      height: size,
      anchor: { x: 0.5, y: 0.5 },
      iconPath: `/coordinator/images/${urgency}.png`,
      title: `${one}，${countsOf(items, t)
        .map(({ words }) => words)
        .join('，')}`,
      ...(items.length > 1 && { label: labelOf(items.length, size) }),
    };
  });
}

function labelOf(count: number, size: number): object {
  const fontSize = Math.round(size / 3);
  return {
    content: String(count),
    color: ink,
    bgColor: ground,
    fontSize,
    borderRadius: 8,
    padding: 2,
    anchorX: -fontSize / 2,
    anchorY: size / 2,
  };
}

/** How many of each kind, in words with their mark: colour is never the only sign. */
export function countsOf(items: readonly Timed[], t: Words): Count[] {
  return gather(urgencies, (urgency) => {
    const count = items.filter((item) => item.urgency === urgency).length;
    return count === 0
      ? []
      : [{ urgency, words: `${marks[urgency]} ${count} ${t.map.items}${t.map[urgency]}` }];
  });
}

/** The grids with anything open, the most pressing first; last what lies in none. */
export function gridRows(items: readonly Timed[], grids: readonly Grid[], t: Words): GridRow[] {
  const names = [...grids.map(({ id, zh }) => ({ id, zh })), { id: '', zh: t.map.nowhere }];
  const rows = gather(names, ({ id, zh }) => {
    const counts = countsOf(inGrid(items, id), t);
    const spoken = [zh, ...counts.map(({ words }) => words)].join('，');
    return counts[0] ? [{ id, zh, counts, urgency: counts[0].urgency, spoken }] : [];
  });
  const order = ({ urgency }: GridRow) => urgencies.indexOf(urgency);
  return rows.sort((one, other) => order(one) - order(other));
}

export function inGrid(items: readonly Timed[], grid: string): Timed[] {
  return items.filter((item) => (item.grid ?? '') === grid);
}

export function chosenOf(title: string, items: readonly Timed[], now: number, t: Words): Chosen {
  const rest = items.length - longest;
  return {
    title,
    rows: items.slice(0, longest).map((item) => rowOf(item, now, t)),
    rest: rest > 0 ? t.map.rest.replace('n', String(rest)) : '',
  };
}

function rowOf(item: Timed, now: number, t: Words): Row {
  const left = leftOf(ballOf(item), now, t.urgency);
  const status = words.appealStatus[item.status].zh;
  const zh = item.zh ?? t.map.unsorted;
  const spoken = [left.left, status, zh, item.number].filter(Boolean).join('，');
  return { ...left, id: item.id, zh, status, number: item.number, spoken };
}

function ballOf({ dueAt }: MapItem) {
  return { holder: 'none' as const, sentence: '', ...(dueAt !== undefined && { dueAt }) };
}

/** South-west and north-east of these grids: the map shows what lies between. */
export function cornersOf(grids: readonly Grid[]): { latitude: number; longitude: number }[] {
  const points = gather(grids, ({ outline }) => outline);
  const [lats, lngs] = [points.map(({ lat }) => lat), points.map(({ lng }) => lng)];
  return [
    { latitude: rounded(Math.min(...lats)), longitude: rounded(Math.min(...lngs)) },
    { latitude: rounded(Math.max(...lats)), longitude: rounded(Math.max(...lngs)) },
  ];
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
