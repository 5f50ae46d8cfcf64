import { type AppealShown, appealShown, type DeskCopy } from '../../../lib/appeal-shown';
import {
  type AppealDetail,
  type AppealView,
  appealMoves,
  type Ball,
  type Detail,
  type PublicOffice,
  showInstant,
  type TaskDetail,
  words,
} from '../../../lib/domain';
import { type LeaveCard, type LeaveWords, leaveCards } from '../../../lib/leave';
import { type MapView, mapOf } from '../../../lib/map';
import { type Button, buttons } from '../../../lib/moves';
import { type UnitCard, unitCard } from '../../components/unit-cards/unit-card';
import { suggest } from '../../lib/suggest';
import { type SuggestionCopy, type SuggestionShown, suggestionShown } from './suggestion-shown';

export interface Shown {
  readonly ball: Ball;
  readonly appeal: AppealShown;
  readonly map: MapView | null;
  readonly grid: string;
  readonly deciding: boolean;
  readonly suggestion: SuggestionShown | null;
  readonly whistle: string;
  readonly cards: readonly UnitCard[];
  readonly end: string;
  readonly pursuit: Pursuit;
  readonly leave: readonly LeaveCard[];
  readonly lines: Detail<AppealView>['lines'];
  readonly moves: readonly Button[];
}

interface Words extends LeaveWords {
  readonly desk: DeskCopy;
  readonly own: SuggestionCopy & { readonly namedAccepted: string; readonly oneTap: string };
}

export function shownOf(
  { view, moves, lines, leave }: AppealDetail,
  office: PublicOffice,
  tasks: Readonly<Record<string, TaskDetail | undefined>>,
  now: number,
  t: Words,
): Shown {
  const { place, end } = view;
  const deciding = moves.includes('accept') || moves.includes('dispatch');
  const named = moves.includes('accept') ? t.own.named : t.own.namedAccepted;
  const suggestion = deciding ? suggestionShown(suggest(view, office), { ...t.own, named }) : null;
  return {
    ball: view.ball,
    appeal: appealShown(view, now, t.desk),
    map: place?.point ? mapOf(place.point, office.grids, place.grid) : null,
    grid: office.grids.find(({ id }) => id === place?.grid)?.zh ?? '',
    deciding,
    suggestion,
    whistle: view.whistle ?? '',
    cards: view.units.map((unit) => unitCard(unit, tasks[unit.task], now, { ...t.desk, ...t.urgency })),
    end: end ? [end.zh, end.words, end.basis].filter(Boolean).join('。') : '',
    pursuit: { lines: pursuitOf(view, now), moves: buttons(moves.filter(isPursuit), appealMoves) },
    leave: leaveCards(leave, now, t),
    lines,
    moves: movesOf(moves, suggestion?.clear === true, t.own.oneTap),
  };
}

/** 督办与上报: a line each, and what may be done about it. */
interface Pursuit {
  readonly lines: readonly string[];
  readonly moves: readonly Button[];
}

function isPursuit(type: string): boolean {
  return type === 'supervise' || type === 'climb';
}

function pursuitOf({ supervisions = [], climbs = [], units }: AppealView, now: number): string[] {
  const pressed = supervisions.map(({ kind, unit }) => {
    const zh = units.find((each) => each.unit === unit)?.zh ?? unit;
    return `${words.supervisionKind[kind].zh}：${zh}`;
  });
  const climbed = climbs.map(
    ({ step, reason, at }) =>
      `${words.step[step].zh}（${words.climbReason[reason].zh}，${showInstant(at, now)}）`,
  );
  return [...pressed, ...climbed];
}

/** Where the suggestion is clear, one tap does both: accept it, and give it out as suggested. */
function movesOf(moves: readonly string[], clear: boolean, zh: string): Button[] {
  const rest = moves.filter((type) => !isPursuit(type));
  const all = buttons(rest, appealMoves).map((button) => ({ ...button, quiet: button.type === 'ask' }));
  return clear && moves.includes('accept') ? [{ type: 'both', zh, main: true }, ...all] : all;
}
