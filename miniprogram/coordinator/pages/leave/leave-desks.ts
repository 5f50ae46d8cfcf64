import { ask } from '../../../lib/api';
import type { Cursor, Role } from '../../../lib/domain';
import { type LeaveCard, type LeaveWords, objectionCard, requestCard } from '../../../lib/leave';

/** 派单异议 · 专班审批 · 领导审批 · 已办结. */
export type Desk = 'open' | 'coordinator' | 'leader' | 'none';

/** What this person decides comes first. */
export function firstDesk(roles: readonly Role[]): Desk {
  return roles.includes('coordinator') ? 'open' : 'leader';
}

interface Loaded {
  readonly cards: readonly LeaveCard[];
  readonly next: Cursor | undefined;
}

/** One page of a desk, as cards. */
export async function cardsOf(
  desk: Desk,
  after: Cursor | undefined,
  now: () => number,
  t: LeaveWords,
): Promise<Loaded> {
  const from = after ? { after } : {};
  if (desk === 'open') {
    const { items, next } = await ask('objections', { desk, ...from });
    return { cards: items.map((each) => objectionCard(each, now(), t)), next };
  }
  const { items, next } = await ask('requests', { desk, ...from });
  return { cards: items.map((each) => requestCard(each, now(), t)), next };
}
