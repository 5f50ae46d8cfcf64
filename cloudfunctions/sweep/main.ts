import { type FunctionContext, isTimer } from '../cloudbase/caller.ts';
import { openCloud } from '../cloudbase/open.ts';
import { hurry, type Swept, sweep } from '../sweep.ts';

/** The whole sweep is paid for by the call: it comes round every five minutes, less what a timer may be early. In ms. */
const round = 5 * 60_000 - 10_000;

let last = Number.NEGATIVE_INFINITY;

/**
 * The hand of the clock: set off every minute by the timer in `cloudbaserc.json`, and by nobody else. An instance that
 * is new sweeps at once.
 */
export async function main(_event: unknown, context?: FunctionContext): Promise<Swept | { refused: true }> {
  if (!isTimer(context)) return { refused: true };
  const cloud = openCloud();
  if (Math.abs(cloud.now() - last) < round) return hurry(cloud);
  last = cloud.now();
  return sweep(cloud);
}
