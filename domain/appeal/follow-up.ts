import type { Actor, Errand, Event } from '../kernel/process.ts';
import type { Appeal } from './appeal.ts';

/** Who had a hand in it, so that somebody else follows it up (采办分离). */
export function withHand({ hands }: Appeal, { id }: Actor): readonly string[] {
  return id === 'system' || hands.includes(id) ? hands : [...hands, id];
}

/** One for each reply: of its own round, or of that of the appeal it goes with. */
export function followUpOf({ id, round, parent }: Appeal): string {
  return parent ? `${id}-p${parent.asOf}` : `${id}-f${round}`;
}

export function openFollowUp(appeal: Appeal): Errand {
  const { id, number, round, matter, place, kind, tier, owner, hands } = appeal;
  const about = { appeal: id, number, round, matter, address: place?.address, kind, tier };
  const command = { type: 'open', ...about, callable: isCallable(appeal), apart: [owner, ...hands] };
  return { process: 'followUp', id: followUpOf(appeal), command, together: 'may' };
}

/** 隐名、匿名的不打：不让多一个人知道是谁. */
function isCallable({ identity, contact, onBehalfOf }: Appeal): boolean {
  return identity === 'open' && (contact.phone ?? onBehalfOf?.phone) !== undefined;
}

const over: readonly string[] = ['redone', 'consulted', 'closed'];

/** Whoever has rated, or whose appeal went on without it, is not called any more. */
export function settleFollowUp(
  { followUp, rating, status }: Appeal,
  { fact }: Event<{ readonly type: string }>,
): Errand[] {
  const redone = fact.type === 'heard' && status === 'merged';
  const left = fact.type === 'rated' || redone || (rating === undefined && over.includes(fact.type));
  if (followUp === undefined || !left) return [];
  return [{ process: 'followUp', id: followUp, command: { type: 'settle' }, together: 'may' }];
}
