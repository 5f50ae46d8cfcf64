import type { Copy } from '../../../lib/copy';
import { type MeetingView, type Role, showInstant, words } from '../../../lib/domain';

export type Kind = 'weekly' | 'monthly' | 'joint';

export interface MeetingRow {
  readonly id: string;
  readonly zh: string;
  readonly when: string;
  readonly status: string;
  readonly note: string;
}

/** The meetings of one kind: those to come, then the last ones held. */
export function meetingRows(
  { open, past }: { readonly open: readonly MeetingView[]; readonly past: readonly MeetingView[] },
  kind: Kind,
  now: number,
  t: Copy<'agenda'>,
): MeetingRow[] {
  const own = (all: readonly MeetingView[]) => all.filter((each) => each.kind === kind);
  return [...own(open), ...own(past).slice(0, 3)].map((view) => rowOf(view, now, t));
}

function rowOf({ id, zh, meetAt, status, place, resolved }: MeetingView, now: number, t: Copy<'agenda'>) {
  const count = resolved.length > 0 ? `${resolved.length} ${t.resolvedCount}` : '';
  return {
    id,
    zh,
    when: showInstant(meetAt, now),
    status: words.meetingStatus[status].zh,
    note: [place, count].filter(Boolean).join(' · '),
  };
}

export function mayConvene(roles: readonly Role[]): boolean {
  return roles.includes('coordinator') || roles.includes('secretary');
}

export function mayRaise(roles: readonly Role[]): boolean {
  return mayConvene(roles) || roles.includes('streetLeader');
}
