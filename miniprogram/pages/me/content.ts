import type { Copy } from '../../lib/copy';
import { type Cursor, type InboxItem, type Me, type Page, showInstant, words } from '../../lib/domain';
import { gather } from '../../lib/gather';
import { pathOf } from '../../lib/go';
import { settings } from '../../lib/settings';

export interface Message {
  readonly _id: string;
  readonly zh: string;
  readonly when: string;
  readonly url: string;
}

/** Who is looking, in two lines. */
export function whoOf(me: Me | undefined, t: Copy<'me'>) {
  return { name: me?.name || t.noName, title: me?.title || me?.unit?.zh || t.resident };
}

export function messagesOf(items: readonly InboxItem[], me: Me | undefined, now: number): Message[] {
  return gather(items, (item) => {
    const word = words.notice[item.about];
    if (!word) return [];
    const zh = words.say(word, settings().language);
    return [{ _id: item._id, zh, when: showInstant(item.at, now), url: pathOf(item, me?.roles ?? []) }];
  });
}

export function contentOf(
  me: Me | undefined,
  notices: Page<InboxItem> | undefined,
  t: Copy<'me'>,
  now: number,
): { who: ReturnType<typeof whoOf>; messages: Message[]; next: Cursor | null } {
  const messages = messagesOf(notices?.items ?? [], me, now);
  return { who: whoOf(me, t), messages, next: notices?.next ?? null };
}

export function sizes(common: Copy<'common'>) {
  return [
    { value: 'standard', zh: common.standard },
    { value: 'elder', zh: common.elder },
  ];
}

export function languages(common: Copy<'common'>) {
  return [
    { value: 'zh', zh: common.chinese },
    { value: 'bo', zh: common.tibetan },
  ];
}
