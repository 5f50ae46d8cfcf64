import { appeal } from '../../domain/appeal/index.ts';
import type { Command as AppealCommand } from '../../domain/appeal/rulebook.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import { task } from '../../domain/task/index.ts';
import type { Command as TaskCommand, Status as TaskStatus } from '../../domain/task/task.ts';
import { whistle } from '../../domain/whistle/index.ts';
import type { Command as WhistleCommand } from '../../domain/whistle/whistle.ts';
import { coordinator, housing, resident, system } from '../support/office.ts';
import { stories } from '../support/story.ts';

/** What had happened before: one appeal, one task, one whistle, told step by step up to each of their states. */
type Did<Command> = readonly [Actor, Command];

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

export const call = {
  type: 'whistle',
  theme: 'appeal',
  subject: '屋顶漏水，住建、供水一起到场',
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

const submitted: readonly Did<AppealCommand>[] = [[resident, submit]];
const accepted: readonly Did<AppealCommand>[] = [...submitted, [coordinator, accept]];
const dispatched: readonly Did<AppealCommand>[] = [...accepted, [coordinator, dispatch]];
const whistled: readonly Did<AppealCommand>[] = [...accepted, [coordinator, call]];
const consulting = [...dispatched, note('housing', 'released', 2)];
const inProgress = [...dispatched, note('housing', 'acknowledged', 2)];
const handedIn = [...inProgress, note('housing', 'submitted', 4), note('water', 'submitted', 4)];
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

export const appeals = {
  new: [],
  ...{ submitted, accepted, consulting, dispatched, whistled, inProgress, handedIn, replied },
  ...{ awaitingRating, reworking, reworked, closed, declined, withdrawn },
} satisfies Record<string, readonly Did<AppealCommand>[]>;

export const taskAfter = stories(task, 'appeal-0001-d3-housing');

export const brief = { appeal: 'appeal-0001', number: 'JSJB-20260309-LH-000000', matter: 'leak' } as const;
export const assign = { type: 'assign', unit: 'housing', role: 'lead', need: '查看屋顶', brief } as const;
export const summon = { ...assign, whistle: 'appeal-0001-w3', theme: 'appeal' } as const;
export const work = { type: 'work', words: '换了三块瓦', photos: ['photo-3'], shared: true } as const;
export const handIn = { type: 'submit', words: '屋面已修好', outcome: 'solved', photos: [] } as const;

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

export const whistleAfter = stories(whistle, 'appeal-0001-w3');

export const blow = {
  type: 'blow',
  theme: 'appeal',
  subject: call.subject,
  units: call.units,
  brief,
} as const satisfies WhistleCommand;

/** A unit's light on the whistle. */
export const light = (unit: string, status: TaskStatus, asOf: number, late?: string) =>
  [system, { type: 'note', task: `appeal-0001-w3-${unit}`, status, asOf, ...(late && { late }) }] as const;

const mustering: readonly Did<WhistleCommand>[] = [[system, blow]];
const working = [...mustering, light('housing', 'reportedIn', 3)];
const delivered = [...working, light('housing', 'submitted', 5), light('water', 'submitted', 5)];
const cancelled: readonly Did<WhistleCommand>[] = [
  ...mustering,
  [coordinator, { type: 'cancel', words: '事情已经解决' }],
];

export const whistles = { new: [], mustering, working, delivered, cancelled } satisfies Record<
  string,
  readonly Did<WhistleCommand>[]
>;
