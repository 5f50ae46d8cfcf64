import type { Answer } from '../../domain/contract.ts';
import { type FunctionContext, openidOf } from '../cloudbase/caller.ts';
import { openCloud } from '../cloudbase/open.ts';
import { handle } from '../door.ts';

/** What the platform puts into the event by itself. */
interface Event {
  readonly userInfo?: unknown;
  readonly tcbContext?: unknown;
}

/** The door for the mini-program. Who calls is what the platform says, whatever stands in the event. */
export async function main(event: Event, context?: FunctionContext): Promise<Answer> {
  const openid = openidOf(context);
  if (openid === undefined) {
    const message = '请在微信小程序里打开';
    return { ok: false, now: Date.now(), kind: 'refusal', code: 'nobody', message };
  }
  const { userInfo: _user, tcbContext: _context, ...request } = event ?? {};
  return handle(openCloud(), openid, request);
}
