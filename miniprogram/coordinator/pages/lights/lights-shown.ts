import type { DeskCopy } from '../../../lib/appeal-shown';
import type { Copy } from '../../../lib/copy';
import {
  type Detail,
  showInstant,
  type Task,
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
  /** Some of it has happened already. */
  readonly alarm: boolean;
  readonly when: string;
  readonly meet: string;
  readonly partners: string;
  readonly about: string;
  readonly appeal: string;
  readonly cards: readonly UnitCard[];
  readonly lines: Detail<unknown>['lines'];
  readonly moves: readonly Button[];
  readonly code: string;
  readonly grounds: string;
  readonly marks: readonly string[];
  /** Called, but not yet: it waits for approval. */
  readonly asked: readonly { readonly zh: string; readonly role: string; readonly need: string }[];
  readonly scores: readonly { readonly unit: string; readonly zh: string; readonly words: string }[];
  readonly verdicts: readonly { readonly unit: string; readonly zh: string; readonly words: string }[];
}

interface Words {
  readonly board: BoardCopy;
  readonly urgency: UrgencyCopy;
  readonly desk: DeskCopy;
  readonly own: Copy<'lights'>;
  readonly scoring: Copy<'scoring'>;
}

export function shownOf(
  { view, moves, lines, balls, reds }: WhistleDetail,
  tasks: Readonly<Record<string, TaskDetail | undefined>>,
  now: number,
  t: Words,
): Shown {
  const { brief, meetAt, meetPlace, grounds, blownAt } = view;
  const everybody = [...view.units, ...view.partners.map((each) => ({ ...each, role: 'partner' as const }))];
  const open = view.status === 'mustering' || view.status === 'working';
  const blown = blownAt === undefined ? [] : everybody;
  const cards = blown.map((unit) => unitCard(unit, tasks[unit.task], now, { ...t.desk, ...t.urgency }));
  return {
    subject: view.subject,
    theme: words.theme[view.theme].zh,
    status: words.whistleStatus[view.status].zh,
    sentence: view.sentence,
    trouble: open ? trouble([{ whistle: view, balls }], now, t.board) : '',
    when: `${showInstant(blownAt ?? view.askedAt, now)} ${blownAt === undefined ? t.own.askedAt : t.own.blownAt}`,
    meet: [meetAt === undefined ? '' : showInstant(meetAt, now), meetPlace].filter(Boolean).join(' '),
    partners: view.partners.map(({ zh }) => zh).join('、'),
    about: [brief.address, brief.number].filter(Boolean).join(' · '),
    appeal: brief.appeal ?? '',
    alarm: open && cards.some(({ lights }) => lights.some(({ colour }) => colour === 'red')),
    cards,
    code: view.code ?? '',
    grounds: `${words.grounds[grounds.because].zh}：${grounds.words}`,
    marks: [...marksOf(view, t.own), ...reds],
    asked: blownAt === undefined ? everybody.map(askedOf) : [],
    scores: scoresOf(view),
    verdicts: view.verdicts.map(({ unit, valid, words: why }) => ({
      unit,
      zh: nameIn(view, unit),
      words: [valid ? t.scoring.valid : t.scoring.invalid, why].filter(Boolean).join('：'),
    })),
    lines,
    moves: buttons(moves, whistleMoves),
  };
}

type Seen = WhistleDetail['view'];

function nameIn({ units }: Seen, id: string): string {
  return units.find(({ unit }) => unit === id)?.zh ?? id;
}

function askedOf({ zh, role, need }: Pick<Seen['units'][number], 'zh' | 'need'> & { role: Task['role'] }) {
  return { zh, role: words.taskRole[role].zh, need };
}

function marksOf(view: Seen, t: Copy<'lights'>): string[] {
  const { theme, blownAt, confirmedAt, status, escalations } = view;
  const waits = theme === 'emergency' && blownAt !== undefined && confirmedAt === undefined;
  return [
    ...(waits && status !== 'cancelled' ? [t.unconfirmed] : []),
    ...escalations.map(
      ({ unit, because }) => `${t.escalated}：${nameIn(view, unit)}，${words.escalation[because].zh}`,
    ),
  ];
}

function scoresOf(view: Seen) {
  const kinds = Object.keys(words.score) as (keyof typeof words.score)[];
  return view.scores.map((score) => ({
    unit: score.unit,
    zh: nameIn(view, score.unit),
    words: [...kinds.map((kind) => `${words.score[kind].zh} ${score[kind]}`), score.words ?? '']
      .filter(Boolean)
      .join(' · '),
  }));
}
