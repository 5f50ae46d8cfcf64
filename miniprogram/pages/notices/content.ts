import type { Copy } from '../../lib/copy';
import { type InboxItem, type Reminder, type Role, showInstant, words } from '../../lib/domain';
import { gather } from '../../lib/gather';
import { pathOf } from '../../lib/go';
import { settings } from '../../lib/settings';

export interface Row {
  readonly _id: string;
  readonly zh: string;
  readonly when: string;
  readonly url: string;
  readonly unread: boolean;
  /** Stands above the first row of its group. */
  readonly head: string;
}

/** The lines of an inbox, the newest first; a kind this phone has no words for is left out. */
export function rowsOf(
  items: readonly InboxItem[],
  roles: readonly Role[],
  now: number,
  t: Copy<'notices'>,
): Row[] {
  const rows = gather(items, (item) => {
    const word = words.notice[item.about];
    if (!word) return [];
    const { _id, unread, at } = item;
    const zh = words.say(word, settings().language);
    return [{ _id, zh, when: showInstant(at, now), url: pathOf(item, roles), unread }];
  });
  return rows.map((row, place) => ({
    ...row,
    head: rows[place - 1]?.unread === row.unread ? '' : row.unread ? t.unread : t.read,
  }));
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
