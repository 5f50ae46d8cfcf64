import type { Context, Role } from '../kernel/process.ts';
import { must } from '../kernel/refusal.ts';
import type { Office, Theme } from '../office/office.ts';
import { startClock } from '../time/clock.ts';
import { approvalOf, mayApprove } from './approval.ts';
import type { Call, Fact, Sounding } from './whistle.ts';

const article = '条例第十六条';

/** 谁可以不经诉求直接吹哪一种哨；群众诉求哨总是从诉求上吹. */
const blowers: Readonly<Record<Theme, readonly Role[]>> = {
  appeal: ['system'],
  keyWork: ['coordinator', 'streetLeader', 'secretary', 'system'],
  enforcement: ['coordinator', 'streetLeader', 'secretary', 'system'],
  emergency: ['gridChief', 'coordinator', 'streetLeader', 'secretary', 'system'],
};

type Blow = Call & { readonly brief?: Extract<Fact, { type: 'blown' }>['brief'] | undefined };

/** 要审批的先报批；不要审批的、批的人自己吹的，当场吹响. */
export function blown(command: Blow, context: Context): Fact {
  const { actor, office, now } = context;
  mustBeSound(command, context);
  const call = { ...command, brief: command.brief ?? { address: command.meetPlace } };
  const approval = approvalOf(command.theme, office);
  if (approval === 'none' || actor.roles.some((role) => mayApprove(approval, role)))
    return { ...call, type: 'blown', ...sounding(call, context) };
  const approve = startClock(now, office.rules.whistleDesk.approve, office.calendar);
  return { ...call, type: 'asked', approval, approve };
}

export function sounding(
  { theme, planAt, alert }: Pick<Call, 'theme' | 'planAt' | 'alert'>,
  context: Context,
): Sounding {
  const { now, office } = context;
  const { rules, calendar } = office;
  const minutes = planAt === undefined ? 0 : Math.ceil((planAt - now) / 60_000);
  return {
    ...(minutes > 0 && { plan: startClock(now, { amount: minutes, unit: 'minutes' }, calendar) }),
    ...(alert !== undefined && { pace: rules.alertPace }),
    ...(theme === 'emergency' && { confirm: startClock(now, rules.whistleDesk.confirm, calendar) }),
  };
}

function mustBeSound(call: Blow, { now, actor, office }: Context): void {
  const { theme, units, grounds, planAt, partners = [] } = call;
  const may = blowers[theme].some((role) => actor.roles.includes(role));
  must(may, 'not-yours', '您没有吹这一种哨的权限', article);
  const called = units.filter(({ role }) => role !== 'inform');
  must(called.length >= 2, 'two-units', '吹哨至少要叫两个部门；只有一个单位请直接派单', article);
  must(
    called.filter(({ role }) => role === 'lead').length === 1,
    'one-lead',
    '主办单位要有且只有一个',
    '条例第十四条',
  );
  mustBeKnown([...units, ...partners], office);
  must(
    (theme === 'emergency') === (grounds.because === 'danger'),
    'no-danger',
    theme === 'emergency' ? '应急处置哨要写明险情' : '情况紧急的，请吹应急处置哨',
  );
  must(planAt === undefined || planAt > now, 'past-plan', '计划完成的时间已经过去，请重新选择');
  mustShowArrival(call);
}

function mustBeKnown(units: readonly { readonly unit: string }[], { units: known }: Office): void {
  must(new Set(units.map(({ unit }) => unit)).size === units.length, 'unit-twice', '同一个单位选了两次');
  const all = units.every(({ unit }) => known.some(({ id }) => id === unit));
  must(all, 'unknown-unit', '选了不存在的单位，请重新选择');
}

/** 报到要有凭据：标出集合地点，或准备报到码，或准许线上. */
function mustShowArrival({ meetPoint, code, online }: Call): void {
  const shown = meetPoint !== undefined || code !== undefined || online === true;
  must(shown, 'no-arrival', '请标出集合地点、准备报到码，或准许线上报到', article);
}
