import type { Routing } from '../office/office.ts';
import type { Proposal } from './proposal.ts';

/**
 * Whether a dispatch may go out without a person: only for a matter the office has switched on, only from its
 * confidence on; never for 投诉、举报（须由人核定是否回避，条例第三十五条）, never where there is danger or a unit accused.
 */
export function mayDispatchItself(proposal: Proposal, { automatic }: Routing): boolean {
  const { matter, kind, way, emergency, accused } = proposal;
  if (matter === undefined || way !== 'dispatch' || !proposal.clear) return false;
  if (kind === 'complain' || kind === 'report' || emergency.length > 0 || accused) return false;
  const least = Object.hasOwn(automatic, matter.id) ? automatic[matter.id] : undefined;
  return least !== undefined && matter.confidence >= least;
}
