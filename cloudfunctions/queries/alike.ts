import type { Appeal } from '../../domain/appeal/appeal.ts';
import { mayBeFollowed } from '../../domain/appeal/chapters/following.ts';
import { placed } from '../../domain/appeal/place.ts';
import { readable, wordsOf } from '../../domain/appeal/recording.ts';
import { matterName } from '../../domain/office/office.ts';
import type { Alike, Nearby, RoutingQueries } from '../../domain/routing/contract.ts';
import { type Cell, cellsOf, nearbyOf } from '../../domain/routing/nearby.ts';
import { isOpen, isRepeat, isSamePerson, metresBetween } from '../../domain/routing/repeats.ts';
import type { Hit } from '../../domain/routing/similar.ts';
import type { StateDoc } from '../commit.ts';
import { type Mind, mindOf } from '../router/mind.ts';
import { type Asking, mustBe } from './asking.ts';
import { ifSeen, see } from './seen.ts';

/** Where the asker may see it. */
export async function appealOf(asking: Asking, id: string): Promise<Appeal> {
  return (await see(asking, 'appeal', id)).doc.state as Appeal;
}

/** The first open appeal in which this person said this. */
export function repeatedBy({ recent }: Mind, appeal: Appeal): string | undefined {
  const earlier = recent.like(wordsOf(appeal), read, appeal.id).flatMap(({ id }) => {
    const other = recent.appeals.get(id);
    const before = other && order(other) < order(appeal);
    return before && isOpen(other) && isRepeat(other, appeal) ? [other] : [];
  });
  return earlier.sort((one, other) => (order(one) < order(other) ? -1 : 1))[0]?.id;
}

const order = ({ submittedAt, id }: Appeal) => `${submittedAt}.${id}`;

/** Less alike than this is chance. */
const faint = 0.08;
/** So many are read, and so many told of. */
const read = 100;
const shown = 8;

export async function alike(asking: Asking, wanted: string) {
  mustBe(asking, 'coordinator', 'streetLeader');
  const appeal = await appealOf(asking, wanted);
  const { recent } = await mindOf(asking.cloud);
  const hits = recent.like(wordsOf(appeal), read, wanted).filter(({ score }) => score >= faint);
  const items = await Promise.all(
    foldedHits(appeal, hits, recent.appeals).map(async ({ id, more, ...hit }) => {
      const other = (await ifSeen(asking, 'appeal', id))?.doc.state as Appeal | undefined;
      return other ? [{ ...compared(asking, appeal, other, hit), ...(more > 0 && { more }) }] : [];
    }),
  );
  return { items: items.flat() };
}

/** What one person says again and again stands there once, by the earliest, so that others are not crowded out. */
function foldedHits(appeal: Appeal, hits: readonly Hit[], known: ReadonlyMap<string, Appeal>) {
  const says = ({ id }: Hit) => {
    const other = known.get(id);
    if (!other || !isOpen(other)) return false;
    return order(other) < order(appeal) ? isRepeat(other, appeal) : isRepeat(appeal, other);
  };
  const when = ({ id }: Hit) => known.get(id)?.submittedAt ?? 0;
  const again = hits.filter(says).sort((one, other) => when(one) - when(other));
  const others = hits.filter((hit) => !again.includes(hit));
  const all = [...again.slice(0, 1), ...others].slice(0, shown);
  return all.map((hit) => ({ ...hit, more: hit === again[0] ? again.length - 1 : 0 }));
}

function compared(
  asking: Asking,
  appeal: Appeal,
  other: Appeal,
  { score, common }: Pick<Alike, 'score' | 'common'>,
): Alike {
  const [here, there] = [appeal.place?.point, other.place?.point];
  return {
    id: other.id,
    number: other.number,
    text: readable(other),
    at: other.submittedAt,
    status: other.status,
    ...(other.matter && { matter: { id: other.matter, zh: matterName(asking.office, other.matter) } }),
    score,
    common,
    samePerson: isSamePerson(appeal, other),
    sameGrid: appeal.place?.grid !== undefined && appeal.place.grid === other.place?.grid,
    sameMatter: appeal.matter !== undefined && appeal.matter === other.matter,
    ...(here && there && { metres: metresBetween(here, there) }),
    repeats: order(other) < order(appeal) && isRepeat(other, appeal),
  };
}

/** In these words, or right here of this kind; older than this is another matter. */
const likely = 0.12;
const days = 30 * 86_400_000;
const told = 3;

export async function nearby(
  asking: Asking,
  { text, point, grid, matter }: RoutingQueries['nearby']['input'],
) {
  const { recent } = await mindOf(asking.cloud);
  const here = placed({ point, address: '', grid }, asking.office)?.grid;
  const since = asking.cloud.now() - days;
  const all = [...recent.appeals.values()].filter(({ submittedAt }) => submittedAt >= since);
  const likes = new Set(recent.like(text, 20).flatMap(({ id, score }) => (score >= likely ? [id] : [])));
  const wanted = cellsOf(all, asking.office).filter(({ group: [one] }) => {
    const alike = all.some((each) => likes.has(each.id) && sameCell(each, one));
    const ofThisKind = here !== undefined && matter !== undefined && one?.matter === matter;
    return (alike || ofThisKind) && (here === undefined || one?.place?.grid === here);
  });
  const fresh = await Promise.all(wanted.slice(0, told).map((cell) => current(asking, cell)));
  return { items: fresh.flat() };
}

function sameCell(one: Appeal, other: Appeal | undefined): boolean {
  return one.matter === other?.matter && one.place?.grid === other?.place?.grid;
}

/** What is at hand may be old: so many are looked up at most until one is found that stands for its cell. */
const tries = 5;

/** The first that may be followed at this moment; what has been answered meanwhile is not told. */
async function current(asking: Asking, cell: Cell): Promise<Nearby[]> {
  const { cloud, office, actor } = asking;
  for (const { id } of cell.group.slice(0, tries)) {
    const state = (await cloud.store.get<StateDoc>('appeal', id))?.state as Appeal | undefined;
    if (state && mayBeFollowed(state, office)) return [nearbyOf(state, cell, office, actor.id)];
  }
  return [];
}
