import { type Card, cardOf } from '../../components/appeal-card/card';
import { countOf } from '../../lib/badge';
import { type Copy, copyOf } from '../../lib/copy';
import type { AppealView, Me, Page, PublicFigures, PublicOffice, Role } from '../../lib/domain';
import { titleOf } from '../../lib/drafts';
import { type Call, emergencyCalls } from '../../lib/emergency';
import type { NumberShown } from '../../lib/figures-shown';
import { gather } from '../../lib/gather';
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
  const work = workOf(tiles, me?.roles ?? []);
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
  /** A drawing of the component picture. */
  readonly picture: string;
}

/** What each of the street comes for in the first place, where no unit waits for him. */
const first: readonly (readonly [Role, string])[] = [
  ['coordinator', paths.intake],
  ['streetLeader', paths.leave],
  ['secretary', paths.board],
  ['supervisor', paths.supervisions],
  ['followUpClerk', paths.followUps],
];

/** What somebody of the office comes for in the first place; a resident comes with an appeal. */
export function workOf(tiles: readonly Tile[], roles: readonly Role[]): Tile | null {
  const own = first.find(([role]) => roles.includes(role))?.[1];
  return tiles.find(({ url }) => url === paths.inbox) ?? tiles.find(({ url }) => url === own) ?? null;
}

/** The tiles of the module 治理 that serve this person. */
export function tilesOf(me: Pick<Me, 'roles'> | undefined, t: Copy<'home'>): Tile[] {
  const is = (...roles: Role[]) => roles.some((role) => me?.roles.includes(role));
  const department = is('handler', 'unitLeader', 'partner');
  const desk = is('coordinator', 'streetLeader');
  const above = desk || is('secretary', 'supervisor');
  const tiles = [
    ['mine', 'talk', true],
    ['inbox', 'list', department || is('communityClerk', 'gridWorker', 'gridChief', 'householdLead')],
    ['intake', 'tray', above],
    ['leave', 'stamp', desk],
    ['board', 'whistle', above],
    ['followUps', 'call', is('followUpClerk', 'coordinator')],
    ['supervisions', 'flag', above || is('unitLeader')],
    ['agenda', 'people', above],
    ['figures', 'chart', above],
    ['ownFigures', 'chart', is('handler', 'unitLeader', 'communityClerk')],
    ['whistle', 'whistle', is('gridChief')],
  ] as const;
  return gather(tiles, ([name, picture, served]) =>
    served ? [{ url: paths[name], zh: t[name], note: t[`${name}Note`], picture }] : [],
  );
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
    title: titleOf(draft),
    photos: draft.photos.length,
  }));
}

/** Emergency numbers, and the office where its number is known. */
export function callsOf(phone: string | undefined, t: Copy<'home'>): Call[] {
  return phone ? [...emergencyCalls, { number: phone, zh: t.office }] : [...emergencyCalls];
}
