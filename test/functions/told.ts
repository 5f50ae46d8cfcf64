import { accept, call, dispatch, handIn, reply, submit, work } from '../rules/told.ts';
import type { Call } from '../support/desk.ts';
import { coordinator, housing, housingLeader, leader, resident, water } from '../support/office.ts';

/** Calls at the door that lead from one thing to the next. */
export const appealId = 'appeal-0001';
export const whistleId = 'appeal-0001-w3';
export const onAppeal = (actor: Call[0], command: Call[3]): Call => [actor, 'appeal', appealId, command];
export const onTask = (actor: Call[0], command: Call[3], parent = 'd3'): Call => [
  actor,
  'task',
  `${appealId}-${parent}-${actor.unit}`,
  command,
];

export const asked = onAppeal(resident, { ...submit, photos: ['photo-zhuoma'] });
export const accepted = onAppeal(coordinator, accept);
export const dispatched = onAppeal(coordinator, dispatch);
export const called = onAppeal(coordinator, call);
export const whistled: Call = [leader, 'whistle', whistleId, { type: 'approve' }];
export const replied = onAppeal(housing, { ...reply, photos: ['photo-zhang'] });
/** 再次办理的，由主办单位负责人交结果、答复. */
export const repliedAgain = onAppeal(housingLeader, { ...reply, photos: [] });
export const passed = onAppeal(coordinator, { type: 'review', pass: true });
export const returned = onAppeal(coordinator, { type: 'review', pass: false, words: '请补照片' });
export const rated = onAppeal(resident, { type: 'rate', solved: 'solved', satisfied: 'satisfied' });
export const notSolved = onAppeal(resident, { type: 'rate', solved: 'unsolved', satisfied: 'dissatisfied' });
export const withdrawn = onAppeal(resident, { type: 'withdraw', words: '已经自己修好' });
export const cancelled: Call = [coordinator, 'whistle', whistleId, { type: 'cancel', words: '事情已经解决' }];
export const released = (unit: string, parent = 'd3'): Call => [
  coordinator,
  'task',
  `${appealId}-${parent}-${unit}`,
  { type: 'release', words: '不再需要' },
];

/** From its task to its result. */
export const handles = (actor: Call[0], parent = 'd3'): readonly Call[] => [
  onTask(actor, { type: 'acknowledge' }, parent),
  ...(parent.startsWith('w')
    ? [onTask(actor, { type: 'reportIn', way: 'onsite', code: '402915' }, parent)]
    : []),
  onTask(actor, { ...work, photos: [] }, parent),
  onTask(actor, handIn, parent),
];

export const untilDispatched = [asked, accepted, dispatched];
export const untilCalled = [asked, accepted, called];
export const untilWhistled = [...untilCalled, whistled];
/** 挂账：经办人申请，专班签署，街道领导批准. */
const hold: Call[2] = `${appealId}-r4`;
export const untilHeld = [
  ...untilDispatched,
  onAppeal(housing, { type: 'ask', kind: 'hold', reason: 'season', words: '开春以后铺防水层', days: 20 }),
  [coordinator, 'request', hold, { type: 'endorse', words: '情况属实，同意上报' }] as const,
  [leader, 'request', hold, { type: 'grant', words: '同意' }] as const,
];
export const untilHandedIn = [...untilDispatched, ...handles(housing), ...handles(water)];
export const untilReplied = [...untilHandedIn, replied];
export const untilAnswered = [...untilReplied, passed];
export const whistleAnswered = [
  ...untilWhistled,
  ...handles(housing, 'w3'),
  ...handles(water, 'w3'),
  replied,
  passed,
];
