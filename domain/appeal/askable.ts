import type { Actor, Context } from '../kernel/process.ts';
import { ways } from '../request/ways.ts';
import { startClock } from '../time/clock.ts';
import type { Appeal, AskKind, Status } from './appeal.ts';
import { limitOf } from './clocks.ts';
import { open } from './statuses.ts';
import { leadOf } from './tasks.ts';
import { isAnothers, isLead } from './who.ts';

/** When each kind may be asked for. */
const times: Readonly<Record<AskKind, readonly Status[]>> = {
  hold: ['dispatched', 'inProgress', 'reworking', 'onHold'],
  extend: ['dispatched', 'inProgress', 'reworking'],
  terminate: ['dispatched', 'inProgress', 'reworking', 'onHold'],
  exclude: ['dispatched', 'inProgress', 'reworking', 'onHold', 'replied', 'awaitingRating', 'closed'],
  unmask: open,
};

/** What this person may ask for now: one request of a kind at a time. */
export function askable(appeal: Appeal, actor: Actor): AskKind[] {
  return (Object.keys(times) as AskKind[]).filter(
    (kind) =>
      times[kind].includes(appeal.status) &&
      mayAsk(appeal, kind, actor) &&
      !isRequested(appeal, kind) &&
      (kind !== 'unmask' || appeal.identity === 'nameHidden'),
  );
}

/** What this person is offered to ask for: an extension in its time only. */
export function offeredOf(appeal: Appeal, context: Context): AskKind[] {
  return askable(appeal, context.actor).filter((kind) => kind !== 'extend' || isEarly(appeal, context));
}

/** 单位的，只有主办可以申请；先交社区的，办不了就上交. */
export function mayAsk(appeal: Appeal, kind: AskKind, actor: Actor): boolean {
  const { asks } = ways[kind];
  const asStreet = asks.includes('coordinator') && actor.roles.includes('coordinator');
  const asUnit = asks.some((role) => role !== 'coordinator' && actor.roles.includes(role));
  const entrusted = leadOf(appeal.tasks)?.step !== undefined;
  return isAnothers(appeal, actor) && (asStreet || (asUnit && !entrusted && isLead(appeal, actor)));
}

export function isRequested({ requests = [] }: Appeal, kind: AskKind): boolean {
  return requests.some((each) => each.kind === kind || (kind === 'extend' && each.kind === 'extendAgain'));
}

/** 提前申请. */
export function isEarly(appeal: Appeal, { now, office: { rules, calendar } }: Context): boolean {
  const limit = appeal.clocks[limitOf(appeal)];
  return limit !== undefined && startClock(now, rules.request.ahead, calendar).dueAt <= limit.dueAt;
}
