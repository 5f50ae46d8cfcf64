import { accountOf } from '../../domain/account/account.ts';
import { catalogueId } from '../../domain/catalogue/decide.ts';
import { signId } from '../../domain/sign/sign.ts';
import * as told from '../functions/told.ts';
import { call, entrust, question, speak, transcribe, unlawful } from '../rules/told.ts';
import type { Call } from '../support/desk.ts';
import {
  colleague,
  coordinator,
  gridChief,
  gridWorker,
  housing,
  leader,
  neighbour,
  office,
  resident,
  secretary,
  shops,
} from '../support/office.ts';
import { at } from '../support/story.ts';

/** Stories told to the end of what chance hardly ever comes upon. */
const account = (command: Call[3]): Call => [resident, 'account', accountOf(resident.id), command];
const catalogue = (command: Call[3]): Call => [coordinator, 'catalogue', catalogueId, command];
const meeting = (id: string, command: Call[3]): Call => [coordinator, 'meeting', id, command];
const alert = (command: Call[3]): Call => [leader, 'alert', 'alert-0001', command];

const mine: readonly Call[] = [
  account({ type: 'read', upTo: at('2026-03-09 09:00') }),
  account({ type: 'correct', phone: '13900000888' }),
  account({ type: 'consent', answers: [{ purpose: 'progress', accepted: true }] }),
];

const [leak] = office.matters;
const catalogued: readonly Call[] = [
  catalogue({ type: 'revise', row: { ...leak, tier: 'T2' }, words: '改为急办' }),
  catalogue({ type: 'adopt', rows: [{ ...leak, tier: 'T3' }], words: '整表核过' }),
  catalogue({ type: 'automate', matter: 'leak', least: 0.9, words: '单一职责，常年准确' }),
  catalogue({ type: 'retire', matter: 'noise', until: '2026-04-01', words: '并入别的事项' }),
];

const about = { grid: 'grid-1', matter: 'leak' };
const sign = (n: number, command: Call[3]): Call => [
  coordinator,
  'sign',
  signId(about),
  { ...command, ...about, appeals: [{ id: `appeal-000${n}`, number: `LH-${n}` }] },
];
const signs: readonly Call[] = [
  sign(1, { type: 'patrol', into: 'appeal-p001', words: '三日内到现场巡查屋顶漏水' }),
  sign(2, { type: 'table', into: 'topic-p001', words: '一号网格屋顶漏水多发' }),
  sign(3, { type: 'dismiss', words: '同一栋楼已在维修' }),
];

const today = at('2026-03-09 15:30');
const met: readonly Call[] = [
  [coordinator, 'topic', 'topic-0001', { type: 'raise', agenda: 'weekly', title: '柳林巷路灯归谁管' }],
  meeting('meeting-0001', { type: 'convene', kind: 'weekly', meetAt: today }),
  meeting('meeting-0001', { type: 'resolve', topic: 'topic-0001', way: 'close', words: '已有物业接手' }),
  meeting('meeting-0001', { type: 'conclude', words: '议定一件' }),
  meeting('meeting-0002', { type: 'convene', kind: 'weekly', meetAt: today }),
  meeting('meeting-0002', { type: 'cancel', words: '改到下周' }),
];

const alerted: readonly Call[] = [
  alert({ type: 'open', kind: 'flood', words: '河水漫过了堤岸' }),
  alert({ type: 'close', summary: '水已退去，道路已清理，没有人受伤。' }),
];

const another: Call = [neighbour, 'appeal', 'appeal-0002', { ...told.asked[3], photos: [] }];
const merged: readonly Call[] = [
  told.asked,
  another,
  told.accepted,
  told.onAppeal(coordinator, { type: 'merge', into: 'appeal-0002' }),
  told.onAppeal(coordinator, { type: 'unmerge', words: '不是同一处' }),
];

const followed: readonly Call[] = [
  told.asked,
  told.onAppeal(coordinator, { ...told.accepted[3], matter: 'stairs' }),
  [
    neighbour,
    'appeal',
    'appeal-0003',
    { type: 'follow', into: told.appealId, matter: 'stairs', grid: 'grid-1', identity: 'open' },
  ],
];

const passedUp: readonly Call[] = [
  told.asked,
  told.accepted,
  told.onAppeal(coordinator, entrust),
  [gridWorker, 'task', `${told.appealId}-d3-grid-1`, { type: 'passUp', words: '要动用吊车' }],
];

const declined: readonly Call[] = [
  told.asked,
  told.onAppeal(coordinator, unlawful),
  told.onAppeal(colleague, { type: 'confirmDecline', agree: true }),
  told.onAppeal(resident, { type: 'contest', words: '物业公司早就没有了' }),
];

const spoken: readonly Call[] = [told.onAppeal(resident, speak), told.onAppeal(coordinator, transcribe)];

const questioned: readonly Call[] = [
  told.asked,
  told.onAppeal(coordinator, question),
  told.onAppeal(resident, { type: 'supplement', words: '三单元，漏了两天', photos: [] }),
];

const resumed: readonly Call[] = [
  ...told.untilHeld,
  told.onAppeal(coordinator, { type: 'resume', words: '天气转暖，可以施工' }),
];

const danger = { because: 'danger', words: '水已漫进一楼住户' };
const whistle = (actor: Call[0], id: string, command: Call[3]): Call => [actor, 'whistle', id, command];
const rushed: readonly Call[] = [
  whistle(gridChief, 'whistle-0001', { ...call, type: 'blow', theme: 'emergency', grounds: danger }),
  whistle(leader, 'whistle-0001', { type: 'confirm' }),
];
const returned: readonly Call[] = [
  ...told.untilCalled,
  whistle(leader, told.whistleId, { type: 'return', words: '先由社区办' }),
];

const miscoded = told.onTask(housing, { type: 'reportIn', way: 'onsite', code: '402916' }, 'w3');
const vouched: readonly Call[] = [
  ...told.untilWhistled,
  told.onTask(housing, { type: 'acknowledge' }, 'w3'),
  ...Array(5).fill(miscoded),
  [coordinator, 'task', `${told.whistleId}-housing`, { type: 'vouch', words: '现场看到两个人' }],
];

const partners = [{ unit: 'shops', need: '腾出门前通道' }];
const helped: readonly Call[] = [
  whistle(secretary, 'whistle-0002', { ...call, type: 'blow', theme: 'keyWork', partners }),
  [shops, 'task', 'whistle-0002-shops', { type: 'acknowledge' }],
  [shops, 'task', 'whistle-0002-shops', { type: 'done' }],
];

export const tales: readonly (readonly Call[])[] = [
  ...[mine, catalogued, signs, met, alerted, followed, vouched],
  ...[merged, passedUp, declined, spoken, questioned, resumed],
  ...[rushed, returned, helped],
];
