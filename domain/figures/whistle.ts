import type { Whistle } from '../whistle/whistle.ts';
import { counted } from './counts.ts';
import { type Tally, tallyAt } from './tally.ts';

/** One blow, by the day it was blown. It counts for no unit: those it calls count their own parts. */
export function tallyWhistle({ blownAt, brief, status }: Whistle): Tally {
  const counts = counted({ whistles: 1, whistlesEnded: status === 'delivered' });
  return tallyAt(blownAt, { grid: brief.grid, matter: brief.matter }, counts);
}
