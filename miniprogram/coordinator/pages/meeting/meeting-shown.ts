import type { Copy } from '../../../lib/copy';
import { type MeetingDetail, meetingMoves, showInstant, words } from '../../../lib/domain';
import { type Button, buttons } from '../../../lib/moves';
import { type PursuitCard, topicCard } from '../../../lib/pursuit';

export interface Shown {
  readonly zh: string;
  readonly status: string;
  readonly when: string;
  readonly place: string;
  readonly minutes: string;
  readonly cancelled: boolean;
  readonly sitting: boolean;
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
  const all = buttons(moves, meetingMoves);
  const deciding = all.filter(({ type }) => type === 'resolve');
  return {
    zh: view.zh,
    status: words.meetingStatus[view.status].zh,
    when: showInstant(view.meetAt, now),
    place: view.place ?? '',
    minutes: view.minutes ?? '',
    cancelled: view.status === 'cancelled',
    sitting: view.status === 'convened',
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
