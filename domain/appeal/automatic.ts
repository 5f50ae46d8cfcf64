import type { Context } from '../kernel/process.ts';
import { must } from '../kernel/refusal.ts';
import type { Appeal } from './appeal.ts';

/**
 * 自动受理、派单：只有本街道开通了的事项可以；投诉、举报永远由人核定，先看要不要回避（条例第三十五条）.
 * What the office does by itself it does as `system`; a person may do it at any time.
 */
export function mayGoByItself(
  { kind, matter }: Pick<Appeal, 'kind' | 'matter'>,
  { actor, office }: Context,
): void {
  if (!actor.roles.includes('system')) return;
  must(
    kind !== 'complain' && kind !== 'report',
    'needs-person',
    '投诉、举报要由人核定，不能自动派单',
    '条例第三十五条',
  );
  const open = Object.keys(office.rules.routing.automatic);
  must(matter && open.includes(matter), 'not-automatic', '这个事项没有开通自动派单');
}
