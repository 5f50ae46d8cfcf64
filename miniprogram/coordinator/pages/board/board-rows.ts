import {
  type Ball,
  showInstant,
  showLength,
  signal,
  type WhistleDetail,
  type WhistleView,
  words,
} from '../../../lib/domain';
import { gather } from '../../../lib/gather';
import { isLate, type Light, type LightCopy, lightOf, waitedFor } from '../../../lib/lights';

/** A whistle with the clocks of its units, in their order; none where they are not known yet. */
export interface Watched {
  readonly whistle: WhistleView;
  readonly balls: WhistleDetail['balls'];
}

export interface Row {
  readonly id: string;
  readonly subject: string;
  readonly theme: string;
  readonly status: string;
  readonly sentence: string;
  readonly place: string;
  readonly when: string;
  readonly late: boolean;
  readonly lights: readonly Light[];
}

export interface BoardCopy {
  readonly units: string;
  readonly unitLeft: string;
  readonly nearest: string;
  readonly over: string;
  readonly calm: string;
  readonly quiet: string;
}

interface Words {
  readonly board: BoardCopy;
  readonly urgency: LightCopy;
}

type Unit = WhistleView['units'][number];

interface Seen {
  readonly unit: Unit;
  readonly ball: Ball | undefined;
}

const unitsOf = ({ whistle, balls }: Watched): Seen[] =>
  whistle.units.map((unit, at) => ({ unit, ball: balls[at] }));

const inOrder = ['reportIn', 'acknowledge', 'contact', 'firstReport', 'finish'] as const;

/** What is about to go wrong, in one line: 「2 个部门报到超时 · 1 个还剩 20 分钟」. */
export function headline(watched: readonly Watched[], now: number, t: BoardCopy): string {
  if (watched.length === 0) return t.quiet;
  return trouble(watched, now, t) || `${watched.length} ${t.calm}`;
}

/** What is late and what soon will be; empty when nothing is. */
export function trouble(watched: readonly Watched[], now: number, t: BoardCopy): string {
  const units = gather(watched, unitsOf);
  const late = units
    .filter(({ unit, ball }) => isLate(unit, ball, now))
    .map(({ unit, ball }) => waitedFor(unit, ball));
  const lateParts = gather(inOrder, (clock) => {
    const count = late.filter((each) => each === clock).length;
    return count > 0 ? [`${count} ${t.units}${words.clock[clock].zh}${t.over}`] : [];
  });
  return [...lateParts, ...soonPart(units, now, t)].join(' · ');
}

function soonPart(units: readonly Seen[], now: number, t: BoardCopy): string[] {
  const soon = gather(units, ({ unit, ball }) =>
    isSoon(unit, ball, now) ? [(ball?.dueAt ?? now) - now] : [],
  );
  if (soon.length === 0) return [];
  const nearest = showLength(Math.min(...soon));
  return soon.length === 1 ? [`1 ${t.unitLeft} ${nearest}`] : [`${soon.length} ${t.nearest} ${nearest}`];
}

const hour = 3_600_000;

/** Four fifths used, or less than an hour left. */
function isSoon(unit: Unit, ball: Ball | undefined, now: number): boolean {
  if (ball?.startedAt === undefined || ball.dueAt === undefined || isLate(unit, ball, now)) return false;
  return (
    ball.dueAt - now <= hour || signal({ startedAt: ball.startedAt, dueAt: ball.dueAt }, now) === 'amber'
  );
}

/** Late ones first, then the one whose clock ends first. */
export function rowsOf(watched: readonly Watched[], now: number, t: Words): Row[] {
  return [...watched]
    .sort((one, other) => lateIn(other, now) - lateIn(one, now) || dueOf(one) - dueOf(other))
    .map((each) => rowOf(each, now, t));
}

function rowOf(watched: Watched, now: number, t: Words): Row {
  const { whistle } = watched;
  return {
    id: whistle.id,
    subject: whistle.subject,
    theme: words.theme[whistle.theme].zh,
    status: words.whistleStatus[whistle.status].zh,
    sentence: whistle.sentence,
    place: whistle.brief.address ?? '',
    when: showInstant(whistle.blownAt ?? whistle.askedAt, now),
    late: lateIn(watched, now) > 0,
    lights:
      whistle.blownAt === undefined
        ? []
        : unitsOf(watched).map(({ unit, ball }) => lightOf(unit, ball, now, t.urgency)),
  };
}

function lateIn(watched: Watched, now: number): number {
  return unitsOf(watched).filter(({ unit, ball }) => isLate(unit, ball, now)).length;
}

function dueOf({ balls }: Watched): number {
  return Math.min(...balls.map((ball) => ball?.dueAt ?? Number.MAX_SAFE_INTEGER));
}

/** Changes when a unit's light has: only then its clocks are asked for again. */
export function versionOf({ units }: WhistleView): string {
  return units.map(({ status, asOf, late }) => `${status}${asOf}${late.length}`).join('.');
}
