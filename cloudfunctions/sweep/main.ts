import { type FunctionContext, isTimer } from '../cloudbase/caller.ts';
import { openCloud } from '../cloudbase/open.ts';
import { type Swept, sweep } from '../sweep.ts';

/** The hand of the clock: set off by the timer in `cloudbaserc.json`, and by nobody else. */
export async function main(_event: unknown, context?: FunctionContext): Promise<Swept | { refused: true }> {
  if (!isTimer(context)) return { refused: true };
  return sweep(openCloud());
}
