import type { Copy } from '../../../lib/copy';
import { type MeetingDetail, meetingMoves, showInstant, words } from '../../../lib/domain';
import { type Button, buttons } from '../../../lib/moves';
import { type PursuitCard, topicCard } from '../../../lib/pursuit';
import { dayAt } from '../../../lib/pursuit-forms';

export interface Shown {
  readonly zh: string;
  readonly status: string;
  readonly when: string;
  readonly place: string;
  readonly minutes: string;
  readonly cancelled: boolean;
  readonly sitting: boolean;
  /** Its day has not come: nothing is decided yet. */
  readonly early: boolean;
  readonly cards: readonly PursuitCard[];
  readonly resolved: readonly {
    readonly topic: string;
    readonly title: string;
    readonly zh: string;
    readonly words: string;
  }[];
  readonly moves: readonly Button[];
}

/** A meeting on its page: each item of the agenda carries the button that decides it. */
export function shownOf(
  { view, moves, agenda, titles }: MeetingDetail,
  now: number,
  own: Copy<'agenda'>,
): Shown {
  const early = view.meetAt >= dayAt(now, 1, 0);
  const all = buttons(moves, meetingMoves).filter(({ type }) => !early || type === 'cancel');
  const deciding = all.filter(({ type }) => type === 'resolve');
  return {
    zh: view.zh,
    status: words.meetingStatus[view.status].zh,
    when: showInstant(view.meetAt, now),
    place: view.place ?? '',
    minutes: view.minutes ?? '',
    cancelled: view.status === 'cancelled',
    sitting: view.status === 'convened',
    early: view.status === 'convened' && early,
    cards: agenda.map((topic) => topicCard(topic, now, { own, moves: deciding })),
    resolved: view.resolved.map(({ topic, zh, decision }, at) => ({
      topic: `${topic}-${at}`,
      title: titles[at] ?? '',
      zh,
      words: decision.words,
    })),
    moves: all.filter(({ type }) => type !== 'resolve'),
  };
}
