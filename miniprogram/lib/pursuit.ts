import type { Card } from './card';
import type { Copy } from './copy';
import {
  type FollowUpView,
  followUpMoves,
  type Pending,
  type SupervisionView,
  showInstant,
  supervisionMoves,
  type TopicView,
  words,
} from './domain';
import { type Button, buttons } from './moves';
import { doing, leftOf, type UrgencyCopy } from './urgency';

export type PursuitCard = Card<'followUp' | 'supervision' | 'topic'>;

interface Words<Own extends 'followUps' | 'supervisions'> {
  readonly own: Copy<Own>;
  readonly desk: Copy<'desk'>;
  readonly urgency: UrgencyCopy;
}

export function followUpCard(
  { view, moves }: Pending<FollowUpView>,
  now: number,
  { own, desk, urgency }: Words<'followUps'>,
): PursuitCard {
  const { id, appeal, number, round, address, matterZh, attempts, ball } = view;
  return {
    ...leftOf(ball, now, urgency),
    process: 'followUp',
    id,
    appeal,
    title: round > 0 ? `${own.round} ${round} ${own.roundEnd}` : own.title,
    who: matterZh ?? desk.noMatter,
    about: [number, address].filter(Boolean).join(' · '),
    words: view.apart && moves.length === 0 && view.status === 'open' ? own.apart : '',
    facts: [
      ...attempts.map(({ way, words: said, at }) => ({
        label: `${showInstant(at, now)} ${words.contactWay[way].zh}`,
        zh: said ?? own.tries,
      })),
      ...answersOf(view, own),
    ],
    sentence: doing(ball),
    moves: buttons(moves, followUpMoves),
  };
}

function answersOf({ answers }: FollowUpView, own: Copy<'followUps'>): PursuitCard['facts'] {
  if (!answers) return [];
  const contacted = answers.contacted ? own.contacted : own.notContacted;
  const said = `${words.solved[answers.solved].zh}，${words.satisfied[answers.satisfied].zh}`;
  return [{ label: contacted, zh: answers.words ? `${said}：${answers.words}` : said }];
}

export function supervisionCard(
  { view, moves }: Pending<SupervisionView>,
  now: number,
  { own, desk, urgency }: Words<'supervisions'>,
): PursuitCard {
  const { id, appeal, number, address, matterZh, zh, kind, cause, ball, answer, lifted } = view;
  return {
    ...leftOf(ball, now, urgency),
    process: 'supervision',
    id,
    appeal,
    title: words.supervisionKind[kind].zh,
    who: `${zh} · ${matterZh ?? desk.noMatter}`,
    about: [number, address].filter(Boolean).join(' · '),
    words: view.words,
    facts: [
      { label: showInstant(view.openedAt, now), zh: words.supervisionCause[cause].zh },
      ...(view.circulated ? [{ label: own.circulated, zh: own.circular }] : []),
      ...(answer ? [{ label: own.answer, zh: answer.words }] : []),
      ...(lifted ? [{ label: own.lifted, zh: lifted.words }] : []),
    ],
    sentence: doing(ball),
    moves: buttons(moves, supervisionMoves),
  };
}

/** `moves`: what the meeting may do about it. */
export function topicCard(
  view: TopicView,
  now: number,
  { own, moves = [] }: { readonly own: Copy<'agenda'>; readonly moves?: readonly Button[] },
): PursuitCard {
  const hop = view.hops[view.hops.length - 1];
  const last = view.decided[view.decided.length - 1];
  return {
    urgency: 'none',
    mark: '',
    left: '',
    due: '',
    process: 'topic',
    id: view.id,
    appeal: view.about?.appeal ?? '',
    title: hop ? words.climbReason[hop.reason].zh : '',
    who: view.zh,
    about: view.about?.number ?? '',
    words: hop?.words ?? '',
    facts: [
      { label: own.since, zh: showInstant(view.raisedAt, now) },
      ...(last ? [{ label: `${words.step[last.agenda].zh}${own.last}`, zh: last.decision.words }] : []),
    ],
    sentence: '',
    moves,
  };
}
