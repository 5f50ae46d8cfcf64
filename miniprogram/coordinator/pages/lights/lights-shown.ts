import {
  type Detail,
  showInstant,
  type TaskDetail,
  type WhistleDetail,
  whistleMoves,
  words,
} from '../../../lib/domain';
import { type Button, buttons } from '../../../lib/moves';
import type { UrgencyCopy } from '../../../lib/urgency';
import { type UnitCard, unitCard } from '../../components/unit-cards/unit-card';
import { type BoardCopy, trouble } from '../board/board-rows';

export interface Shown {
  readonly subject: string;
  readonly theme: string;
  readonly status: string;
  readonly sentence: string;
  readonly trouble: string;
  readonly when: string;
  readonly meet: string;
  readonly partners: string;
  readonly about: string;
  readonly appeal: string;
  readonly cards: readonly UnitCard[];
  readonly lines: Detail<unknown>['lines'];
  readonly moves: readonly Button[];
}

interface Words {
  readonly board: BoardCopy;
  readonly urgency: UrgencyCopy;
}

export function shownOf(
  { view, moves, lines, balls }: WhistleDetail,
  tasks: Readonly<Record<string, TaskDetail | undefined>>,
  now: number,
  t: Words,
): Shown {
  const { brief, meetAt, meetPlace } = view;
  const open = view.status === 'mustering' || view.status === 'working';
  return {
    subject: view.subject,
    theme: words.theme[view.theme].zh,
    status: words.whistleStatus[view.status].zh,
    sentence: view.sentence,
    trouble: open ? trouble([{ whistle: view, balls }], now, t.board) : '',
    when: showInstant(view.blownAt, now),
    meet: [meetAt === undefined ? '' : showInstant(meetAt, now), meetPlace].filter(Boolean).join(' '),
    partners: view.partners.join('、'),
    about: [brief.address, brief.number].filter(Boolean).join(' · '),
    appeal: brief.appeal ?? '',
    cards: view.units.map((unit) => unitCard(unit, tasks[unit.task], now, t.urgency)),
    lines,
    moves: buttons(moves, whistleMoves),
  };
}
