import type { Copy } from '../../lib/copy';
import { type AppealView, accountInput, type Me, safeParse, showInstant, words } from '../../lib/domain';

/** What the office keeps of somebody, as text he can take away. */
export function copyText(me: Me, appeals: readonly AppealView[], now: number, t: Copy<'privacy'>): string {
  const rows = appeals.map(({ number, status, submittedAt, text }) =>
    [number, words.appealStatus[status].zh, showInstant(submittedAt, now), text].join('\n'),
  );
  return [
    `${t.name}：${me.name ?? t.none}`,
    `${t.phone}：${me.phone ?? t.none}`,
    `${t.appeals}：${rows.length}`,
    ...rows,
  ].join('\n\n');
}

/** What is wrong with a phone; empty for a good one and for none. */
export function wrongPhone(phone: string): string {
  if (phone === '') return '';
  const { issues = [] } = safeParse(accountInput, { type: 'correct', phone });
  return issues[0]?.message ?? '';
}
