import type { Account } from '../../domain/account/account.ts';
import type { Inbox, InboxItem, Queries } from '../../domain/contract.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import { handsOf, isHand } from '../../domain/office/hands.ts';
import type { MessageRules, Purpose } from '../../domain/office/messages.ts';
import { matterOf, unitName } from '../../domain/office/office.ts';
import { accountOfPerson } from '../mine.ts';
import type { Range } from '../store.ts';
import type { InboxDoc } from '../tell/telling.ts';
import { type Asking, pageSize } from './asking.ts';

/** More than this many are not counted. */
export const mostUnread = 100;

/** My inbox, that of my unit and those of my roles, the newest first. */
export async function notices(asking: Asking, { after }: Queries['notices']['input']): Promise<Inbox> {
  const account = await accountOfPerson(asking.cloud, asking.actor.id);
  const items = await asking.cloud.store.find<InboxDoc>({
    ...inboxOf(asking.actor),
    limit: pageSize,
    ...(after && { after }),
  });
  const last = items.at(-1);
  const readAt = account?.readAt ?? 0;
  return {
    items: distinct(items).map((item) => itemOf(asking, item, readAt)),
    ...(items.length === pageSize && last && { next: { value: last.at, id: last._id } }),
    reminders: remindersOf(asking.office.rules.messages, asking.actor, account),
  };
}

/** How many notices came since this person last looked, up to {@link mostUnread}. */
export async function unreadOf(asking: Asking, account: Account | undefined): Promise<number> {
  const readAt = account?.readAt ?? 0;
  const since = inboxOf(asking.actor, { gt: readAt });
  return distinct(await asking.cloud.store.find<InboxDoc>({ ...since, limit: mostUnread })).length;
}

function inboxOf(actor: Actor, at?: Range) {
  const units = handsOf(actor).map((unit) => `unit:${unit}`);
  const boxes = [`person:${actor.id}`, ...units, ...actor.roles.map((role) => `role:${role}`)];
  return {
    collection: 'inbox',
    where: { to: { in: boxes }, ...(at && { at }) },
    orderBy: { field: 'at', direction: 'desc' },
  } as const;
}

/** What came to somebody in two of his capacities is one line. */
function distinct(items: readonly InboxDoc[]): InboxDoc[] {
  const seen = new Set<string>();
  return items.filter(({ about, process, id }) => {
    const key = `${about} ${process} ${id}`;
    return !seen.has(key) && seen.add(key);
  });
}

function itemOf({ office, actor }: Asking, item: InboxDoc, readAt: number): InboxItem {
  const { _id, about, process, id, at, number, matter, unit } = item;
  const matterZh = matterOf(office, matter)?.zh;
  const unitZh = unit && !isHand(actor, unit) ? unitName(office, unit) : undefined;
  return { _id, about, process, id, at, unread: at > readAt, number, matterZh, unitZh };
}

/** What this person may be asked to agree to. */
function remindersOf(
  { templates }: MessageRules,
  { roles }: Actor,
  account: Account | undefined,
): Inbox['reminders'] {
  const works = roles.some((role) => role !== 'resident');
  const purposes: readonly Purpose[] = works ? ['work', 'progress'] : ['progress'];
  return purposes.flatMap((purpose) => {
    const template = templates[purpose]?.id;
    return template === undefined ? [] : [{ purpose, template, left: account?.credits[purpose] ?? 0 }];
  });
}
