import { type AppealShown, appealShown, type DeskCopy } from '../../../lib/appeal-shown';
import { copyOf } from '../../../lib/copy';
import {
  type AppealDetail,
  type AppealView,
  appealMoves,
  type Ball,
  type Detail,
  type Explained,
  type PublicOffice,
  showInstant,
  type TaskDetail,
  words,
} from '../../../lib/domain';
import { type LeaveCard, type LeaveWords, leaveCards } from '../../../lib/leave';
import { type MapView, mapOf } from '../../../lib/map';
import { type Button, buttons } from '../../../lib/moves';
import { type UnitCard, unitCard } from '../../components/unit-cards/unit-card';
import { type SuggestionShown, suggestionShown } from './suggestion-shown';
import { type Turn, turnsOf } from './turns';

export interface Shown {
  readonly ball: Ball;
  readonly appeal: AppealShown;
  readonly map: MapView | null;
  readonly grid: string;
  readonly deciding: boolean;
  readonly untold: boolean;
  /** Another matter may be taken instead of the proposed one. */
  readonly correcting: boolean;
  readonly suggestion: SuggestionShown | null;
  readonly whistle: string;
  readonly cards: readonly UnitCard[];
  readonly end: string;
  readonly pursuit: Pursuit;
  readonly turns: readonly Turn[];
  /** What the content check says. */
  readonly mark: string;
  readonly leave: readonly LeaveCard[];
  readonly lines: Detail<AppealView>['lines'];
  readonly moves: readonly Button[];
}

interface Words extends LeaveWords {
  readonly desk: DeskCopy;
  readonly own: OneTap;
}

/** What one tap does where the proposal is clear: given out, or handed down to the grid first. */
interface OneTap {
  readonly oneTap: string;
  readonly handDown: string;
}

interface Beside {
  readonly office: PublicOffice;
  readonly proposal: Explained | undefined;
}

/** The street has still to say who handles it. */
export function isDeciding(moves: readonly string[]): boolean {
  return ['accept', 'dispatch', 'designate'].some((move) => moves.includes(move));
}

export function shownOf(
  { view, moves, lines, leave }: AppealDetail,
  { office, proposal }: Beside,
  tasks: Readonly<Record<string, TaskDetail | undefined>>,
  now: number,
  t: Words,
): Shown {
  const { place, end } = view;
  const deciding = isDeciding(moves);
  const suggestion = deciding ? suggestionShown(proposal) : null;
  return {
    ball: view.ball,
    appeal: appealShown(view, now, t.desk),
    map: place?.point ? mapOf(place.point, office.grids, place.grid) : null,
    grid: office.grids.find(({ id }) => id === place?.grid)?.zh ?? '',
    deciding,
    untold: isUntold(view),
    correcting: moves.includes('accept') && !view.declineProposal,
    suggestion,
    whistle: view.whistle ?? '',
    cards: view.units.map((unit) => unitCard(unit, tasks[unit.task], now, { ...t.desk, ...t.urgency })),
    end: end ? [end.zh, end.channel?.zh, end.words, end.basis].filter(Boolean).join('。') : '',
    pursuit: { lines: pursuitOf(view, now), moves: buttons(moves.filter(isPursuit), appealMoves) },
    turns: turnsOf(view),
    mark: markOf(view),
    leave: leaveCards(leave, now, t),
    lines,
    moves: inTurn(
      view,
      stepsFor(view, moves, { proposal: deciding ? proposal : undefined, once: oneTaps(view, t.own) }),
    ),
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

function markOf({ mark }: AppealView): string {
  if (mark?.shown === undefined) return mark?.zh ?? '';
  const t = copyOf('vetting');
  return mark.shown ? t.shown : t.hidden;
}

/** The move a proposal comes to. */
const proposedMove = {
  dispatch: 'dispatch',
  whistle: 'whistle',
  consult: 'consult',
  refer: 'transfer',
} as const;

/** Not steps of the work. */
const quiet: readonly string[] = ['reclassify', 'regrid', 'ask', 'recuse', 'transcribe'];

/** It was spoken, and nobody has written down what was said: before that nothing is known of it. */
function isUntold({ text, recordings = [], transcript }: AppealView): boolean {
  return recordings.length > 0 && transcript === undefined && text === words.spoken;
}

interface Ways {
  readonly proposal: Explained | undefined;
  readonly once: readonly Button[];
}

function stepsFor(view: AppealView, moves: readonly string[], { proposal, once }: Ways): Button[] {
  if (view.declineProposal) return whileRefusing(moves);
  return isUntold(view) && moves.includes('transcribe') ? whileUntold(moves) : movesOf(moves, proposal, once);
}

/** What is proposed stands first. Where it is clear, one tap does both: accept it, and give it out as proposed. */
function movesOf(
  moves: readonly string[],
  proposal: Explained | undefined,
  once: readonly Button[],
): Button[] {
  const all = stepsOf(moves).map((button) => ({ ...button, quiet: quiet.includes(button.type) }));
  const [both, ...others] = once;
  if (both && proposal?.clear && moves.includes('accept'))
    return [both, ...all.slice(0, 1), ...others, ...all.slice(1)];
  const first = moves.includes('accept') ? 'accept' : proposal && proposedMove[proposal.way];
  return [
    ...all.filter(({ type }) => type === first).map((button) => ({ ...button, main: true })),
    ...all.filter(({ type }) => type !== first),
  ];
}

/** While others have to act, nothing here is the thing to do. */
function inTurn({ ball }: AppealView, moves: readonly Button[]): Button[] {
  return ball.holder === 'coordinator' ? [...moves] : moves.map((button) => ({ ...button, main: false }));
}

/** 先交网格 only where the grid is known and the appeal has not been down there. */
function oneTaps({ place, round, climbs = [] }: AppealView, t: OneTap): Button[] {
  const below = place?.grid !== undefined && round === 0 && climbs.length === 0;
  const both = { type: 'both', zh: t.oneTap, main: true };
  return [both, ...(below ? [{ type: 'down', zh: t.handDown }] : [])];
}

/** First it is listened to. */
function whileUntold(moves: readonly string[]): Button[] {
  const isFirst = ({ type }: Button) => type === 'transcribe';
  const all = stepsOf(moves).map((button) => ({ ...button, quiet: quiet.includes(button.type) }));
  const first = all.filter(isFirst).map((button) => ({ ...button, quiet: false, main: true }));
  return [...first, ...all.filter((button) => !isFirst(button))];
}

/** A refusal waits for its second person: nobody is led to accept it meanwhile. */
function whileRefusing(moves: readonly string[]): Button[] {
  return stepsOf(moves).map((button) => ({ ...button, quiet: button.type === 'accept' }));
}

function stepsOf(moves: readonly string[]): Button[] {
  const steps = moves.filter((type) => !isPursuit(type));
  return buttons(steps, appealMoves);
}
