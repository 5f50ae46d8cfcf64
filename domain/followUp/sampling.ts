import type { FollowUpRules } from '../office/office.ts';
import type { Command } from './followUp.ts';

type About = Pick<Extract<Command, { type: 'open' }>, 'appeal' | 'kind' | 'tier' | 'callable'>;

/** Whether the resident is called: always for some kinds and tiers, of the others the tenant's share. */
export function isCalled({ appeal, kind, tier, callable }: About, { share, always }: FollowUpRules): boolean {
  if (!callable) return false;
  const wanted = (kind && always.kinds.includes(kind)) || (tier && always.tiers.includes(tier));
  return wanted === true || lot(appeal) < share;
}

/** A number from 0 to below 1 that follows from the id alone: nobody picks whom to call. */
function lot(id: string): number {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) / 2 ** 32;
}
