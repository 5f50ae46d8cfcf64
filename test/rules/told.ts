import { appeal } from '../../domain/appeal/index.ts';
import type { Command as AppealCommand } from '../../domain/appeal/rulebook.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import { task } from '../../domain/task/index.ts';
import type { Command as TaskCommand, Status as TaskStatus } from '../../domain/task/task.ts';
import { whistle } from '../../domain/whistle/index.ts';
import type { Command as WhistleCommand } from '../../domain/whistle/whistle.ts';
import {
  coordinator,
  gridWorker,
  housing,
  leader,
  resident,
  shops,
  system,
  water,
} from '../support/office.ts';
import { stories } from '../support/story.ts';

/** What had happened before: one appeal, one task, one whistle, told step by step up to each of their states. */
export type Did<Command> = readonly [Actor, Command];

export const appealAfter = stories(appeal, 'appeal-0001');

export const submit = {
  type: 'submit',
  text: '我家屋顶漏水，下雨天没法住',
  photos: ['photo-1'],
  place: { address: '柳林巷 3 号', grid: 'grid-1' },
  matter: 'leak',
  identity: 'open',
  contact: { name: '卓玛', phone: '13900000101' },
} as const satisfies AppealCommand;

export const accept = { type: 'accept', kind: 'help', tier: 'T3', matter: 'leak' } as const;

export const dispatch = {
  type: 'dispatch',
  units: [
    { unit: 'housing', role: 'lead', need: '查看屋顶' },
    { unit: 'water', role: 'assist' },
  ],
} as const satisfies AppealCommand;

export const entrust = { type: 'entrust', step: 'grid', need: '先上门看看' } as const satisfies AppealCommand;

export const designate = {
  type: 'designate',
  units: dispatch.units,
  words: '会商定由住建局牵头',
} as const satisfies AppealCommand;

export const call = {
  type: 'whistle',
  theme: 'appeal',
  subject: '屋顶漏水，住建、供水一起到场',
  grounds: { because: 'tried', words: '街道先堵了漏，管道权属不清' },
  code: '402915',
  units: [
    { unit: 'housing', role: 'lead', need: '查看屋顶' },
    { unit: 'water', role: 'assist', need: '查看水管' },
  ],
} as const satisfies AppealCommand;

export const reply = {
  type: 'reply',
  text: '已于三月九日上门更换破损屋面瓦并做好防水，请您放心居住。',
  outcome: 'solved',
  photos: ['photo-2'],
} as const satisfies AppealCommand;

export const rate = { type: 'rate', solved: 'solved', satisfied: 'satisfied', words: '修得快' } as const;
export const unsolved = {
  type: 'rate',
  solved: 'unsolved',
  satisfied: 'dissatisfied',
  words: '还在漏',
} as const;
export const pass = { type: 'review', pass: true } as const;

/** News of the task of a unit: of the first dispatch, unless another parent is named. */
export const note = (unit: string, status: TaskStatus, asOf: number, parent = 'appeal-0001-d3') =>
  [system, { type: 'note', task: `${parent}-${unit}`, status, asOf }] as const;

/** What the lead asks leave for. */
export const asks = {
  hold: { type: 'ask', kind: 'hold', reason: 'season', words: '开春回暖后铺设防水层', days: 30 },
  extend: { type: 'ask', kind: 'extend', amount: 3, words: '防水材料四天后到货' },
  terminate: {
    type: 'ask',
    kind: 'terminate',
    basis: '条例第十一条第（五）项',
    words: '属于住户之间的合同纠纷',
  },
  exclude: { type: 'ask', kind: 'exclude', measures: ['satisfaction'], words: '诉求超出法律规定' },
  unmask: { type: 'ask', kind: 'unmask', words: '需要上门核实房屋产权人' },
} as const satisfies Record<string, AppealCommand>;

export const pause = {
  type: 'pause',
  reason: 'season',
  words: '开春回暖后铺设防水层',
  days: 30,
} as const satisfies AppealCommand;

const submitted: readonly Did<AppealCommand>[] = [[resident, submit]];
const accepted: readonly Did<AppealCommand>[] = [...submitted, [coordinator, accept]];
const dispatched: readonly Did<AppealCommand>[] = [...accepted, [coordinator, dispatch]];
export const muster = {
  type: 'muster',
  whistle: 'appeal-0001-w3',
  subject: call.subject,
  units: call.units,
} as const satisfies AppealCommand;
const asked: readonly Did<AppealCommand>[] = [...accepted, [coordinator, call]];
const whistled: readonly Did<AppealCommand>[] = [...asked, [system, muster]];
const entrusted: readonly Did<AppealCommand>[] = [...accepted, [coordinator, entrust]];
const doneInGrid = [...entrusted, note('grid-1', 'submitted', 4)];
const consulting = [...dispatched, note('housing', 'released', 2)];
const inProgress = [...dispatched, note('housing', 'acknowledged', 2)];
const handedIn = [...inProgress, note('housing', 'submitted', 4), note('water', 'submitted', 4)];
const onHold: readonly Did<AppealCommand>[] = [...inProgress, [system, pause]];
const replied: readonly Did<AppealCommand>[] = [...handedIn, [housing, reply]];
const awaitingRating: readonly Did<AppealCommand>[] = [...replied, [coordinator, pass]];
const reworking: readonly Did<AppealCommand>[] = [...awaitingRating, [resident, unsolved]];
const reworked = [...reworking, note('housing', 'submitted', 7)];
const closed: readonly Did<AppealCommand>[] = [...awaitingRating, [resident, rate]];
const declined: readonly Did<AppealCommand>[] = [
  ...submitted,
  [coordinator, { type: 'decline', branch: 'beyondDuty', words: '请找物业公司按合同处理' }],
];
const withdrawn: readonly Did<AppealCommand>[] = [...submitted, [resident, { type: 'withdraw' }]];

export const question = { type: 'question', questions: ['哪一栋楼？', '漏了几天？'], vital: false } as const;
export const unlawful = { type: 'decline', branch: 'unlawful', words: '要求的事违反法律规定' } as const;
const needsInfo: readonly Did<AppealCommand>[] = [...submitted, [coordinator, question]];
const proposed: readonly Did<AppealCommand>[] = [...submitted, [coordinator, unlawful]];
const transferred: readonly Did<AppealCommand>[] = [
  ...submitted,
  [coordinator, { type: 'transfer', channel: 'court', words: '已经在打官司，请等法院' }],
];
const merged: readonly Did<AppealCommand>[] = [
  ...accepted,
  [coordinator, { type: 'merge', into: 'appeal-0002' }],
];
const followed: readonly Did<AppealCommand>[] = [
  ...accepted,
  [system, { type: 'adopt', follower: 'appeal-0002', number: 'JSJB-20260309-LH-000002', owner: 'dawa' }],
];
export const follow = {
  type: 'follow',
  into: 'appeal-0002',
  matter: 'stairs',
  grid: 'grid-1',
  identity: 'open',
  contact: { name: '卓玛', phone: '13900000101' },
} as const satisfies AppealCommand;
const following: readonly Did<AppealCommand>[] = [[resident, follow]];
/** Its parent's reply came to it. */
const followersRating: readonly Did<AppealCommand>[] = [
  ...merged,
  [
    system,
    {
      type: 'hear',
      parent: 'appeal-0002',
      number: 'JSJB-20260309-LH-000002',
      status: 'awaitingRating',
      asOf: 9,
      reply: { ...reply, unit: 'housing', at: 0, passed: true },
    },
  ],
];
const contested: readonly Did<AppealCommand>[] = [
  ...declined,
  [resident, { type: 'contest', words: '物业公司早就没有了' }],
];
const reopened: readonly Did<AppealCommand>[] = [
  ...closed,
  [resident, { type: 'reopen', words: '昨夜又漏了', photos: [] }],
];

export const appeals = {
  new: [],
  ...{ needsInfo, proposed, transferred, merged, followed, following, followersRating, contested, reopened },
  ...{ submitted, accepted, asked, consulting, dispatched, whistled, inProgress, handedIn, onHold, replied },
  ...{ entrusted, doneInGrid },
  ...{ awaitingRating, reworking, reworked, closed, declined, withdrawn },
} satisfies Record<string, readonly Did<AppealCommand>[]>;

/** 用说的，一个字也没有写. */
export const speak = {
  ...submit,
  text: '',
  photos: [],
  matter: undefined,
  recordings: [{ id: 'recording-1', seconds: 23 }],
} as const satisfies AppealCommand;
export const transcribe = { type: 'transcribe', words: '我家屋顶漏水，下雨天没法住' } as const;
const spoken: readonly Did<AppealCommand>[] = [[resident, speak]];

export const spokenAppeals = {
  spoken,
  writtenDown: [...spoken, [coordinator, transcribe]],
  spokenDispatched: [...spoken, [coordinator, accept], [coordinator, dispatch]],
  spokenWithdrawn: [...spoken, [resident, { type: 'withdraw' }]],
} satisfies Record<string, readonly Did<AppealCommand>[]>;

export const taskAfter = stories(task, 'appeal-0001-d3-housing');

export const brief = { appeal: 'appeal-0001', number: 'JSJB-20260309-LH-000000', matter: 'leak' } as const;
export const assign = { type: 'assign', unit: 'housing', role: 'lead', need: '查看屋顶', brief } as const;
export const summon = { ...assign, whistle: 'appeal-0001-w3', theme: 'appeal' } as const;
export const work = { type: 'work', words: '换了三块瓦', photos: ['photo-3'], shared: true } as const;
export const handIn = { type: 'submit', words: '屋面已修好', outcome: 'solved', photos: [] } as const;

export const object = {
  type: 'object',
  duty: '住建局职责清单第 12 项：只管公房，不管供水管道',
  owner: 'water',
} as const satisfies TaskCommand;

const given = (first: TaskCommand, ...rest: readonly Did<TaskCommand>[]): readonly Did<TaskCommand>[] => [
  [system, first],
  ...rest,
];
const ack: Did<TaskCommand> = [housing, { type: 'acknowledge' }];
const came: Did<TaskCommand> = [housing, { type: 'reportIn', way: 'onsite' }];
const worked: Did<TaskCommand> = [housing, work];
const handed: Did<TaskCommand> = [housing, handIn];
const release: Did<TaskCommand> = [coordinator, { type: 'release', words: '不再需要' }];

/** 派单的任务. */
export const tasks = {
  new: [],
  pending: given(assign),
  acknowledged: given(assign, ack),
  handling: given(assign, ack, worked),
  submitted: given(assign, ack, worked, handed),
  accepted: given(assign, ack, worked, handed, [system, { type: 'accept' }]),
  released: given(assign, release),
} satisfies Record<string, readonly Did<TaskCommand>[]>;

export const entrustTask = {
  ...assign,
  unit: 'grid-1',
  step: 'grid',
  recused: ['zhuoma'],
} as const satisfies TaskCommand;
const gridAck: Did<TaskCommand> = [gridWorker, { type: 'acknowledge' }];
const gridWorked: Did<TaskCommand> = [gridWorker, work];

/** 先交网格的任务. */
export const inGrids = {
  pending: given(entrustTask),
  acknowledged: given(entrustTask, gridAck),
  handling: given(entrustTask, gridAck, gridWorked),
  submitted: given(entrustTask, gridAck, gridWorked, [gridWorker, handIn]),
  passedUp: given(entrustTask, [gridWorker, { type: 'passUp', words: '要动用吊车' }]),
} satisfies Record<string, readonly Did<TaskCommand>[]>;

/** 吹哨的任务. */
export const summons = {
  pending: given(summon),
  acknowledged: given(summon, ack),
  onTheWay: given(summon, ack, [housing, { type: 'setOut' }]),
  reportedIn: given(summon, ack, came),
  handling: given(summon, ack, came, worked),
  submitted: given(summon, ack, came, worked, handed),
  accepted: given(summon, ack, came, worked, handed, [system, { type: 'accept' }]),
  released: given(summon, ack, came, release),
} satisfies Record<string, readonly Did<TaskCommand>[]>;

/** 应急的一哨：到场才算，准备了报到码. */
export const rush = {
  ...summon,
  theme: 'emergency',
  meet: { place: '柳林巷口', point: { lng: 91.1, lat: 29.6 }, code: '402915' },
} as const satisfies TaskCommand;
const there: Did<TaskCommand> = [housing, { type: 'reportIn', way: 'onsite', code: '402915' }];
const first: Did<TaskCommand> = [housing, { type: 'interim', words: '警戒线已拉好' }];

const wrong: Did<TaskCommand> = [housing, { type: 'reportIn', way: 'onsite', code: '402916' }];

/** 应急的任务. */
export const rushes = {
  acknowledged: given(rush, ack),
  codeShut: given(rush, ack, wrong, wrong, wrong, wrong, wrong),
  reportedIn: given(rush, ack, there),
  handling: given(rush, ack, there, worked),
  reported: given(rush, ack, there, worked, first),
} satisfies Record<string, readonly Did<TaskCommand>[]>;

export const assist = { ...assign, unit: 'water', role: 'assist' } as const satisfies TaskCommand;
const waterAck: Did<TaskCommand> = [water, { type: 'acknowledge' }];

/** 协办的任务. */
export const assists = {
  acknowledged: given(assist, waterAck),
  handling: given(assist, waterAck, [water, work]),
  reported: given(assist, waterAck, [water, { type: 'interim', words: '备件三天后到货' }]),
} satisfies Record<string, readonly Did<TaskCommand>[]>;

/** 知会的. */
export const informs = {
  informed: given({ ...assign, unit: 'water', role: 'inform' }),
} satisfies Record<string, readonly Did<TaskCommand>[]>;

export const help = {
  type: 'assign',
  unit: 'shops',
  role: 'partner',
  need: '各店自扫门前',
  brief: {},
  whistle: 'appeal-0001-w3',
  meet: { place: '柳林巷口', code: '402915' },
} as const satisfies TaskCommand;
const shopsAck: Did<TaskCommand> = [shops, { type: 'acknowledge' }];
const shopsCame: Did<TaskCommand> = [shops, { type: 'reportIn', way: 'onsite', code: '402915' }];

/** 联办方的任务. */
export const helps = {
  pending: given(help),
  acknowledged: given(help, shopsAck),
  reportedIn: given(help, shopsAck, shopsCame),
  accepted: given(help, shopsAck, shopsCame, [shops, { type: 'done' }]),
} satisfies Record<string, readonly Did<TaskCommand>[]>;

export const whistleAfter = stories(whistle, 'appeal-0001-w3');

export const blow = { ...call, type: 'blow', brief } as const satisfies WhistleCommand;

/** The coordinator, by way of the appeal. */
export const desk: Actor = { ...coordinator, roles: ['system'] };

/** A unit's light on the whistle. */
export const light = (unit: string, status: TaskStatus, asOf: number, late?: string) =>
  [system, { type: 'note', task: `appeal-0001-w3-${unit}`, status, asOf, ...(late && { late }) }] as const;

const pendingApproval: readonly Did<WhistleCommand>[] = [[desk, blow]];
const mustering: readonly Did<WhistleCommand>[] = [...pendingApproval, [leader, { type: 'approve' }]];
const returned: readonly Did<WhistleCommand>[] = [
  ...pendingApproval,
  [leader, { type: 'return', words: '先由社区办' }],
];
const working = [...mustering, light('housing', 'reportedIn', 3)];
const delivered = [...working, light('housing', 'submitted', 5), light('water', 'submitted', 5)];
const cancelled: readonly Did<WhistleCommand>[] = [
  ...mustering,
  [coordinator, { type: 'cancel', words: '事情已经解决' }],
];

export const evaluate = {
  type: 'evaluate',
  scores: [
    { unit: 'housing', reportIn: 5, handling: 4, result: 5 },
    { unit: 'water', reportIn: 3, handling: 4, result: 4, words: '到得晚了些' },
  ],
} as const satisfies WhistleCommand;
const evaluated: readonly Did<WhistleCommand>[] = [...delivered, [coordinator, evaluate]];
const archived: readonly (Did<WhistleCommand> | string)[] = [...evaluated, '2026-04-08 10:00'];

export const whistles = {
  ...{ new: [], pendingApproval, returned, mustering, working, delivered, evaluated, archived, cancelled },
} satisfies Record<string, readonly (Did<WhistleCommand> | string)[]>;
