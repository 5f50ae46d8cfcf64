import { type Card, cardOf } from '../../components/appeal-card/card';
import { countOf } from '../../lib/badge';
import { type Copy, copyOf } from '../../lib/copy';
import type { AppealView, Me, Page, PublicFigures, PublicOffice, Role } from '../../lib/domain';
import { type Call, emergencyCalls } from '../../lib/emergency';
import type { NumberShown } from '../../lib/figures-shown';
import { paths } from '../../lib/go';
import type { Parcel } from '../../lib/outbox';
import { contentOf as publicContent } from '../public/content';

interface Known {
  readonly office: PublicOffice | undefined;
  readonly me: Me | undefined;
  readonly mine: Page<AppealView> | undefined;
  readonly figures: PublicFigures | undefined;
}

/** What is drawn of the office's answers, whichever of them there are. */
export function contentOf({ office, me, mine, figures }: Known, t: Copy<'home'>, now: number) {
  const tiles = tilesOf(me, t);
  const work = workOf(tiles);
  return {
    office: office?.zh ?? t.product,
    work,
    tiles: tiles.filter((tile) => tile !== work),
    cards: openCards(mine?.items ?? [], now),
    unread: countOf(me?.unread ?? 0),
    calls: callsOf(office?.phone, t),
    figures: figures?.appeals
      ? publicContent(figures, copyOf('public')).numbers.slice(0, 3)
      : ([] as NumberShown[]),
  };
}

interface Tile {
  readonly url: string;
  readonly zh: string;
  readonly note: string;
}

/** What somebody of the office comes for in the first place; a resident comes with an appeal. */
export function workOf(tiles: readonly Tile[]): Tile | null {
  const first: readonly string[] = [paths.inbox, paths.intake, paths.followUps];
  return tiles.find(({ url }) => first.includes(url)) ?? null;
}

/** The tiles of the module 治理 that serve this person. */
export function tilesOf(me: Pick<Me, 'roles'> | undefined, t: Copy<'home'>): Tile[] {
  const is = (...roles: Role[]) => roles.some((role) => me?.roles.includes(role));
  const department = is('handler', 'unitLeader', 'partner');
  const desk = is('coordinator', 'streetLeader');
  const above = desk || is('secretary', 'supervisor');
  const tiles = [
    { url: paths.mine, zh: t.mine, note: t.mineNote, served: true },
    {
      url: paths.inbox,
      zh: department ? t.inbox : t.gridInbox,
      note: t.inboxNote,
      served: department || is('communityClerk', 'gridWorker', 'gridChief', 'householdLead'),
    },
    { url: paths.intake, zh: t.intake, note: t.intakeNote, served: above },
    { url: paths.leave, zh: t.leave, note: t.leaveNote, served: desk },
    { url: paths.board, zh: t.board, note: t.boardNote, served: above },
    {
      url: paths.followUps,
      zh: t.followUps,
      note: t.followUpsNote,
      served: is('followUpClerk', 'coordinator'),
    },
    {
      url: paths.supervisions,
      zh: t.supervisions,
      note: t.supervisionsNote,
      served: above || is('unitLeader'),
    },
    { url: paths.agenda, zh: t.agenda, note: t.agendaNote, served: above },
    {
      url: paths.figures,
      zh: t.figures,
      note: t.figuresNote,
      served: above,
    },
    {
      url: paths.ownFigures,
      zh: t.ownFigures,
      note: t.ownFiguresNote,
      served: is('handler', 'unitLeader'),
    },
    { url: paths.whistle, zh: t.whistle, note: t.whistleNote, served: is('gridChief') },
  ];
  return tiles.filter(({ served }) => served).map(({ url, zh, note }) => ({ url, zh, note }));
}

const most = 3;

/** The first few that somebody still has to act on; those that wait for this person come first. */
export function openCards(items: readonly AppealView[], now: number): Card[] {
  const open = items.filter(({ ball }) => ball.holder !== 'none');
  const mine = open.filter(({ ball }) => ball.holder === 'resident');
  const others = open.filter(({ ball }) => ball.holder !== 'resident');
  return [...mine, ...others].slice(0, most).map((view) => cardOf(view, now));
}

export interface Queued {
  readonly id: string;
  readonly title: string;
  readonly photos: number;
}

export function queuedOf(parcels: readonly Parcel[]): Queued[] {
  return parcels.map(({ draft }) => ({
    id: draft.id,
    title: draft.text.trim().slice(0, 60),
    photos: draft.photos.length,
  }));
}

/** Emergency numbers, and the office where its number is known. */
export function callsOf(phone: string | undefined, t: Copy<'home'>): Call[] {
  return phone ? [...emergencyCalls, { number: phone, zh: t.office }] : [...emergencyCalls];
}
