import type { Appeal } from '../../domain/appeal/appeal.ts';
import { matterOf, unitName } from '../../domain/office/office.ts';
import type { Handled, RoutingQueries } from '../../domain/routing/contract.ts';
import { rowIn } from '../../domain/routing/propose.ts';
import { type Cell, fewest, type Hot, type Sign, signOf, week, weeks } from '../../domain/routing/signs.ts';
import type { View as SignView } from '../../domain/sign/index.ts';
import { type Sign as SignState, signId } from '../../domain/sign/sign.ts';
import { signStatus } from '../../domain/sign/words.ts';
import type { StateDoc } from '../commit.ts';
import type { Doc } from '../store.ts';
import { type Asking, mustBe } from './asking.ts';
import { seenOf } from './seen.ts';

type AppealDoc = Doc & { readonly state: Appeal };

/** Appeals of one week read at most; a street has a few hundred. */
const most = 3_000;
const page = 500;
const year = 364 * 86_400_000;
const hottest = 10;

/** What begins to show: clusters of a matter in a grid over their own history, and the week's matters with their spread. */
export async function signs(asking: Asking): Promise<RoutingQueries['signs']['output']> {
  mustBe(asking, 'coordinator', 'streetLeader');
  const now = asking.cloud.now();
  const [recent, before] = await Promise.all([
    submitted(asking, now - week, now + 1),
    submitted(asking, now - 2 * week, now - week),
  ]);
  const cells = [...groups(recent).values()].filter((group) => group.length >= fewest);
  const found = await Promise.all(cells.map((group) => signIn(asking, group, now)));
  const items = found.flat().sort((one, other) => excess(other) - excess(one));
  return { items, handled: await handledBy(asking), hot: hotOf(asking, recent, before) };
}

/** What the street did about earlier ones, the latest first. */
async function handledBy(asking: Asking): Promise<Handled[]> {
  const orderBy = { field: 'at', direction: 'desc' } as const;
  const docs = await asking.cloud.store.find<StateDoc>({
    collection: 'sign',
    where: {},
    orderBy,
    limit: hottest,
  });
  return seenOf<SignView>(asking, 'sign', docs).map(({ view: { id, zh, status, handledAt, into } }) => {
    const appeal = status === 'patrolled' && { appeal: into };
    return { id, zh, status: signStatus[status].zh, handledAt, ...appeal };
  });
}

/** What came since somebody dealt with it last: a sign is offered once. */
async function sinceHandled({ cloud }: Asking, group: readonly Appeal[]): Promise<readonly Appeal[]> {
  const [first] = group;
  const doc = first && (await cloud.store.get<StateDoc>('sign', signId(partsOf(first))));
  const until = (doc?.state as SignState | undefined)?.handledAt ?? 0;
  return group.filter(({ submittedAt }) => submittedAt > until);
}

const excess = ({ count, mean, sigma }: Sign) => (count - mean) / (sigma + 1);

async function submitted({ cloud }: Asking, from: number, to: number): Promise<Appeal[]> {
  const found: AppealDoc[] = [];
  for (let more = true; more && found.length < most; ) {
    const last = found.at(-1);
    const docs = await cloud.store.find<AppealDoc>({
      collection: 'appeal',
      where: { at: { gte: from, lt: to } },
      orderBy: { field: 'at', direction: 'asc' },
      limit: page,
      ...(last && { after: { value: last.at as number, id: last._id } }),
    });
    found.push(...docs);
    more = docs.length === page;
  }
  return found.map(({ state }) => state);
}

const cellOf = ({ place, matter }: Appeal) => `${place?.grid}.${matter}`;
const partsOf = ({ place, matter = '' }: Appeal) => ({ grid: place?.grid ?? '', matter });

/** Only what the street has taken on and put in its place. */
function groups(appeals: readonly Appeal[]): Map<string, Appeal[]> {
  const cells = new Map<string, Appeal[]>();
  for (const appeal of appeals.filter(({ kind, matter, place }) => kind && matter && place?.grid))
    cells.set(cellOf(appeal), [...(cells.get(cellOf(appeal)) ?? []), appeal]);
  return cells;
}

async function signIn(asking: Asking, all: readonly Appeal[], now: number): Promise<Sign[]> {
  const group = await sinceHandled(asking, all);
  const [first] = group;
  if (!first || group.length < fewest) return [];
  const cell = await cellWith(asking, first, group, now);
  const found = signOf(cell, now, asking.office.calendar);
  return found ? [found] : [];
}

async function cellWith(asking: Asking, first: Appeal, group: readonly Appeal[], now: number): Promise<Cell> {
  const { cloud, office } = asking;
  const cell = cellOf(first);
  const orderBy = { field: 'at', direction: 'desc' } as const;
  const at = { gte: now - (weeks + 1) * week, lt: now - week };
  const history = await cloud.store.find({ collection: 'appeal', where: { cell, at }, orderBy, limit: 1000 });
  const ago = { gte: now - year - week, lt: now - year };
  const lastYear = await cloud.store.count({ collection: 'appeal', where: { cell, at: ago } });
  const row = rowIn(office, partsOf(first)) ?? matterOf(office, first.matter);
  const grid = office.grids.find(({ id }) => id === first.place?.grid);
  return {
    grid: { id: grid?.id ?? '', zh: grid?.zh ?? '' },
    matter: { id: row?.id ?? '', zh: row?.zh ?? '' },
    lead: unitName(office, row?.lead ?? office.id),
    recent: group.map(({ id, number, submittedAt, owner }) => ({ id, number, at: submittedAt, owner })),
    history: history.map((doc) => doc.at as number),
    lastYear,
  };
}

function hotOf({ office }: Asking, recent: readonly Appeal[], before: readonly Appeal[]): Hot[] {
  const counted = office.matters.map(({ id, zh }) => {
    const own = recent.filter(({ matter, kind }) => matter === id && kind);
    const grids = new Set(own.flatMap(({ place }) => place?.grid ?? [])).size;
    const last = before.filter(({ matter, kind }) => matter === id && kind).length;
    return { matter: { id, zh }, count: own.length, before: last, grids };
  });
  return counted
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, hottest);
}
