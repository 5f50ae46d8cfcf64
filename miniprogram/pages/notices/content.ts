import type { Copy } from '../../lib/copy';
import { type InboxItem, type Reminder, type Role, showInstant, words } from '../../lib/domain';
import { gather } from '../../lib/gather';
import { pathOf } from '../../lib/go';
import { settings } from '../../lib/settings';

/** Which appeal, and where it is read. */
export interface Line {
  readonly _id: string;
  /** The matter, and the unit where it is another's. */
  readonly what: string;
  readonly number: string;
  readonly when: string;
  readonly url: string;
}

/** One notice; or several of a kind from one day, which stand together. */
export interface Row {
  readonly _id: string;
  readonly zh: string;
  readonly unread: boolean;
  /** Stands above the first row of its group. */
  readonly head: string;
  readonly lines: readonly Line[];
  /** How many there are of it, where there are several. */
  readonly count: string;
  /** How many more there are than the lines that are drawn. */
  readonly rest: string;
  readonly spoken: string;
}

/** Fewer than this stand each by itself. */
const several = 3;

/**
 * What stands in an inbox, the newest first; a kind this phone has no words for is left out. `open`: the rows whose
 * lines are all drawn; `whole`: there is nothing older to come.
 */
export function rowsOf(
  items: readonly InboxItem[],
  roles: readonly Role[],
  now: number,
  t: Copy<'notices'>,
  { open = [], whole = true }: { readonly open?: readonly string[]; readonly whole?: boolean } = {},
): Row[] {
  const last = items[items.length - 1];
  const piles = together(
    gather(items, (item) => (words.notice[item.about] ? [item] : [])),
    now,
  );
  return piles.map((pile, place) => {
    const [{ unread, at }] = pile;
    const more = !whole && last?.unread === unread && dayOf(last.at, now) === dayOf(at, now) ? '+' : '';
    const head = piles[place - 1]?.[0].unread === unread ? '' : unread ? t.unread : t.read;
    return { ...rowOf(pile, { roles, now, t, open, more }), unread, head };
  });
}

function dayOf(at: number, now: number): string {
  return showInstant(at, now).split(' ')[0] ?? '';
}

type Pile = readonly [InboxItem, ...InboxItem[]];

/** Of one kind and one day, at the place of the newest. */
function together(items: readonly InboxItem[], now: number): Pile[] {
  const kinds: Record<string, InboxItem[]> = {};
  const kindOf = ({ about, at, unread }: InboxItem) => `${about} ${dayOf(at, now)} ${unread}`;
  for (const item of items) kinds[kindOf(item)] = [...(kinds[kindOf(item)] ?? []), item];
  return gather(items, (item) => {
    const [first = item, ...others] = kinds[kindOf(item)] ?? [];
    if (others.length + 1 < several) return [[item]];
    return first === item ? [[first, ...others]] : [];
  });
}

interface Drawing {
  readonly roles: readonly Role[];
  readonly now: number;
  readonly t: Copy<'notices'>;
  readonly open: readonly string[];
  /** A plus where there may be more of it than is known yet. */
  readonly more: string;
}

function rowOf(pile: Pile, { roles, now, t, open, more }: Drawing) {
  const [{ _id, about }] = pile;
  const zh = words.say(words.notice[about] ?? { zh: '' }, settings().language);
  const lines = pile.map((item) => lineOf(item, roles, now));
  const drawn = open.includes(_id) ? lines : lines.slice(0, several);
  const rest = lines.length - drawn.length;
  const count = lines.length > 1 ? `${lines.length}${more} ${t.pieces}` : '';
  const alone = lines.length > 1 ? [] : [lines[0]?.what, lines[0]?.number, lines[0]?.when];
  const spoken = [zh, count, ...alone].filter(Boolean).join('，');
  return {
    _id,
    zh,
    lines: drawn,
    count,
    rest: rest > 0 ? `${t.rest} ${rest}${more} ${t.pieces}` : '',
    spoken,
  };
}

function lineOf(item: InboxItem, roles: readonly Role[], now: number): Line {
  const { _id, matterZh, unitZh, number = '', at } = item;
  return {
    _id,
    what: [matterZh, unitZh].filter(Boolean).join(' · '),
    number,
    when: showInstant(at, now),
    url: pathOf(item, roles),
  };
}

export interface Agreed {
  readonly purpose: string;
  readonly zh: string;
  readonly left: string;
}

/** For each kind of reminder how many are left. */
export function agreedOf(reminders: readonly Reminder[], t: Copy<'notices'>): Agreed[] {
  return reminders.map(({ purpose, left }) => ({
    purpose,
    zh: words.say(words.purpose[purpose], settings().language),
    left: `${t.left} ${left} ${t.times}`,
  }));
}

/** Up to when everything has been seen that stands in the list; 0 for an empty one. */
export function seenUpTo(items: readonly InboxItem[]): number {
  return Math.max(0, ...items.filter(({ unread }) => unread).map(({ at }) => at));
}
