import type { Linked } from '../../lib/api';
import { type AppealView, appealMoves, type Detail, showInstant, words } from '../../lib/domain';
import { buttons } from '../../lib/moves';
import { settings } from '../../lib/settings';

type Flow = 'rate' | 'withdraw';
const flows: readonly string[] = ['rate', 'withdraw'] satisfies Flow[];

/** An answer about one appeal as its page draws it. */
export function contentOf({ view, moves, lines, links }: Linked<Detail<AppealView>>, now: number) {
  const here = moves.filter((move) => flows.includes(move));
  return {
    id: view.id,
    number: view.number,
    status: said(words.appealStatus[view.status]),
    ball: view.ball,
    lines,
    links,
    text: view.text,
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
    moves: buttons(here, appealMoves),
    hasMoves: here.length > 0,
  };
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
