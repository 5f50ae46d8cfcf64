import type { Linked } from '../../lib/api';
import { saidIn } from '../../lib/appeal-shown';
import { copyOf } from '../../lib/copy';
import { type AppealView, appealMoves, type Detail, showInstant, words } from '../../lib/domain';
import { buttons } from '../../lib/moves';
import { settings } from '../../lib/settings';

/** What a resident can do on this page. */
export const residentMoves: readonly string[] = [
  ...['supplement', 'rate', 'urge', 'reopen', 'contest', 'withdraw'],
];
/** May be done at any time, and nobody waits for it. */
const quiet: readonly string[] = ['supplement', 'urge', 'reopen'];

/** An answer about one appeal as its page draws it. */
export function contentOf({ view, moves, lines, links }: Linked<Detail<AppealView>>, now: number) {
  const here = moves.filter((move) => residentMoves.includes(move));
  return {
    id: view.id,
    number: view.number,
    status: said(words.appealStatus[view.status]),
    ball: view.ball,
    lines,
    links,
    ...saidIn(view),
    photos: view.photos,
    facts: {
      matter: view.matter?.zh ?? '',
      place: view.place?.address ?? '',
      identity: said(words.identity[view.identity]),
      behalf: view.onBehalfOf ? [view.onBehalfOf.name, view.onBehalfOf.phone].filter(Boolean).join(' ') : '',
      units: view.units
        .filter((unit) => unit.status !== 'released')
        .map((unit) => `${unit.zh}（${said(words.taskRole[unit.role])}）`)
        .join('、'),
    },
    map: mapOf(view),
    hold: view.hold ?? null,
    reply: replyOf(view, now),
    rating: ratingOf(view),
    end: endOf(view, now),
    questions: view.questions ?? [],
    channel: channelOf(view),
    together: togetherOf(view),
    leaving: leavingOf(view),
    mayRelapse: view.status === 'closed' && view.relation === 'owner' && view.relapsedBy === undefined,
    moves: movesOf(here, view),
    hasMoves: here.length > 0,
  };
}

function movesOf(moves: readonly string[], { status, follows }: AppealView) {
  const asked = status === 'needsInfo';
  return buttons(moves, appealMoves).map((button) => {
    if (button.type === 'withdraw' && follows) return { ...button, zh: copyOf('appeal').unfollow };
    return quiet.includes(button.type) && !asked ? { ...button, quiet: true } : button;
  });
}

/** To withdraw what one only follows is to follow it no more. */
function leavingOf({ follows }: AppealView) {
  const t = copyOf('appeal');
  if (follows)
    return { title: t.unfollow, note: t.unfollowNote, confirm: t.unfollow, done: t.unfollowed, hint: '' };
  return {
    title: t.withdraw,
    note: t.withdrawNote,
    confirm: t.confirmWithdraw,
    done: t.withdrawn,
    hint: t.withdrawHint,
  };
}

function channelOf({ end }: AppealView) {
  return end?.channel ? { zh: end.channel.zh, phone: end.channel.phone ?? '' } : null;
}

/** With whom it is handled together: the one it follows, or those who follow it. */
function togetherOf({ status, parent, following }: AppealView): string {
  const t = copyOf('appeal');
  if (status === 'merged') return `${t.mergedInto} ${parent?.number ?? t.sameMatter} ${t.together}`;
  return following > 0 ? `${t.also} ${following} ${t.people}` : '';
}

function mapOf({ place }: AppealView) {
  return place?.point ? { latitude: place.point.lat, longitude: place.point.lng } : null;
}

function replyOf({ reply }: AppealView, now: number) {
  if (!reply) return null;
  const { text, photos, outcome, at } = reply;
  return { text, photos, outcome: said(words.solved[outcome]), when: showInstant(at, now) };
}

function ratingOf({ rating }: AppealView) {
  if (!rating) return null;
  return {
    zh: `${said(words.solved[rating.solved])}，${said(words.satisfied[rating.satisfied])}`,
    words: rating.words ?? '',
  };
}

function endOf({ end }: AppealView, now: number) {
  return end ? { words: end.words ?? '', basis: end.basis ?? '', when: showInstant(end.at, now) } : null;
}

/** A list of words as tiles to choose from, in the order of the table. */
export function options(table: Readonly<Record<string, words.Word>>) {
  return Object.keys(table).map((value) => ({ value, zh: said(table[value] as words.Word) }));
}

function said(word: words.Word): string {
  return words.say(word, settings().language);
}
