import { countOf } from '../../lib/badge';
import type { Copy } from '../../lib/copy';
import type { Me } from '../../lib/domain';

/** Who is looking, in two lines. */
export function whoOf(me: Me | undefined, t: Copy<'me'>) {
  return { name: me?.name || t.noName, title: me?.title || me?.unit?.zh || t.resident };
}

export function contentOf(me: Me | undefined, t: Copy<'me'>, notices: Copy<'notices'>) {
  const count = countOf(me?.unread ?? 0);
  return { who: whoOf(me, t), count, news: count ? `${count} ${notices.fresh}` : notices.allRead };
}

/** Whether somebody has some work in the office. */
export function isStaff(me: Me | undefined): boolean {
  return me?.roles.some((role) => role !== 'resident') ?? false;
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
