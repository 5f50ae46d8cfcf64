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
  readonly own: { readonly oneTap: string };
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
    moves: view.declineProposal
      ? whileRefusing(moves)
      : movesOf(moves, deciding ? proposal : undefined, { zh: t.own.oneTap, untold: isUntold(view) }),
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
const quiet: readonly string[] = ['reclassify', 'regrid', 'ask', 'transcribe'];

/** It was spoken, and nobody has written down what was said. */
function isUntold({ text, recordings = [], transcript }: AppealView): boolean {
  return recordings.length > 0 && transcript === undefined && text === words.spoken;
}

interface How {
  readonly zh: string;
  readonly untold: boolean;
}

/**
 * What is proposed stands first. Where it is clear, one tap does both: accept it, and give it out as proposed. Of what
 * was only spoken nothing is known before it is written down.
 */
function movesOf(moves: readonly string[], proposal: Explained | undefined, { zh, untold }: How): Button[] {
  const all = stepsOf(moves).map((button) => ({ ...button, quiet: quiet.includes(button.type) }));
  if (proposal?.clear && moves.includes('accept')) return [{ type: 'both', zh, main: true }, ...all];
  const next = moves.includes('accept') ? 'accept' : proposal && proposedMove[proposal.way];
  const first = untold && moves.includes('transcribe') ? 'transcribe' : next;
  return [
    ...all.filter(({ type }) => type === first).map((button) => ({ ...button, main: true, quiet: false })),
    ...all.filter(({ type }) => type !== first),
  ];
}

/** A refusal waits for its second person: nobody is led to accept it meanwhile. */
function whileRefusing(moves: readonly string[]): Button[] {
  return stepsOf(moves).map((button) => ({ ...button, quiet: button.type === 'accept' }));
}

function stepsOf(moves: readonly string[]): Button[] {
  const steps = moves.filter((type) => !isPursuit(type));
  return buttons(steps, appealMoves);
}
