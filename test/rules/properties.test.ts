import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { commit } from '../../cloudfunctions/commit.ts';
import { deliver } from '../../cloudfunctions/deliver.ts';
import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import type { Doc } from '../../cloudfunctions/store.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Appeal } from '../../domain/appeal/appeal.ts';
import { movesOf } from '../../domain/kernel/moves.ts';
import type { Actor, Missed } from '../../domain/kernel/process.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { type ProcessName, registry } from '../../domain/registry.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Whistle } from '../../domain/whistle/whistle.ts';
import { appealStatus } from '../../domain/words.ts';
import * as told from '../functions/told.ts';
import { type Call, Desk } from '../support/desk.ts';
import {
  colleague,
  coordinator,
  everybody,
  housing,
  housingLeader,
  leader,
  neighbour,
  police,
  resident,
  urban,
  water,
} from '../support/office.ts';

/** Any number of people doing anything, in any order, through the real commit path; some deliveries are lost. */

const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {};
const id = 'appeal-0001';
/** Somebody else's, about the same matter. */
const other = 'appeal-0002';

/** Words for the office alone; no resident may ever read this sign. */
const inner = '【内部】';
const secrets = [inner, '请补照片', '屋面已修好', '约好', '不再需要', '查看屋顶', '一起到场'];

const due = { startedAt: 0, amount: 3, unit: 'workdays', calendar: 'x', dueAt: 1 } as const;
const units = (choice: number) => {
  const all = ['housing', 'water', 'urban', 'police'];
  const chosen = [...all.slice(choice % 4), ...all].slice(0, 2 + (choice % 2));
  return chosen.map((unit, place) => ({ unit, role: place === 0 ? 'lead' : 'assist', need: `${inner}看看` }));
};

const asks = [
  { type: 'ask', kind: 'hold', reason: 'season', words: '开春以后铺防水层', days: 20 },
  { type: 'ask', kind: 'extend', amount: 1, words: '材料四天后到' },
  { type: 'ask', kind: 'terminate', basis: '条例第十一条', words: '属于合同纠纷' },
  { type: 'ask', kind: 'exclude', measures: ['satisfaction'], words: `${inner}超出规定` },
];

type Command = { readonly type: string };
type Make = (choice: number, step: number) => Command;

/** One way, or several, to say each command. */
const sayings: Readonly<Record<ProcessName, Readonly<Record<string, Make>>>> = {
  appeal: {
    submit: () => ({
      type: 'submit',
      text: '屋顶漏水三天',
      photos: [],
      identity: 'nameHidden',
      place: { address: '柳林巷', grid: 'grid-1' },
    }),
    accept: (choice) => ({ type: 'accept', kind: 'help', tier: `T${1 + (choice % 4)}`, matter: 'leak' }),
    decline: (choice) => ({
      type: 'decline',
      branch: choice % 2 ? 'secret' : 'unlawful',
      words: '按规定不予受理',
    }),
    confirmDecline: (choice) => ({
      type: 'confirmDecline',
      agree: choice % 2 === 0,
      words: `${inner}不同意`,
    }),
    contest: () => ({ type: 'contest', words: '请再看看' }),
    question: (choice) => ({ type: 'question', questions: ['哪一栋楼？'], vital: choice % 2 === 0 }),
    supplement: () => ({ type: 'supplement', words: '三号楼', photos: [] }),
    reclassify: (choice) => ({
      type: 'reclassify',
      kind: 'help',
      tier: `T${1 + (choice % 4)}`,
      matter: 'leak',
      words: `${inner}要大修`,
    }),
    consult: () => ({ type: 'consult', words: `${inner}说不清归谁管` }),
    designate: (choice) => ({ type: 'designate', units: units(choice), words: `${inner}会商的结论` }),
    transfer: () => ({ type: 'transfer', channel: 'court', words: '请直接联系' }),
    merge: () => ({ type: 'merge', into: other }),
    unmerge: () => ({ type: 'unmerge', words: `${inner}不是一件事` }),
    urge: () => ({ type: 'urge' }),
    reopen: () => ({ type: 'reopen', words: '又漏了', photos: [] }),
    dispatch: (choice) => ({ type: 'dispatch', units: units(choice) }),
    whistle: (choice) => ({
      type: 'whistle',
      theme: 'emergency',
      subject: `${inner}事由`,
      grounds: { because: 'danger', words: `${inner}险情` },
      code: '402915',
      units: units(choice),
    }),
    reply: (_, step) => ({
      type: 'reply',
      text: `第〔${step}〕步的答复，已经上门更换破损屋面瓦。`,
      outcome: 'solved',
      photos: [],
    }),
    review: (choice) => ({ type: 'review', pass: choice % 3 > 0, words: `${inner}补照片` }),
    rate: (choice) => ({
      type: 'rate',
      solved: choice % 3 > 0 ? 'unsolved' : 'solved',
      satisfied: 'neutral',
    }),
    redo: () => ({ type: 'redo', words: `${inner}回访仍漏` }),
    close: (choice) => ({
      type: 'close',
      reason: ['explained', 'unreachable', 'answered'][choice % 3],
      words: '说明',
    }),
    withdraw: () => ({ type: 'withdraw' }),
    ask: (choice) => asks[choice % asks.length] ?? { type: 'ask' },
    resume: () => ({ type: 'resume', words: '材料到了，恢复办理' }),
  },
  task: {
    acknowledge: () => ({ type: 'acknowledge' }),
    setOut: () => ({ type: 'setOut' }),
    reportIn: () => ({ type: 'reportIn', way: 'onsite', code: '402915', words: `${inner}到了` }),
    interim: () => ({ type: 'interim', words: `${inner}还差备件` }),
    recuse: () => ({ type: 'recuse', words: `${inner}是我亲戚` }),
    contact: () => ({ type: 'contact', way: 'phone', words: `${inner}约好` }),
    work: (choice) => ({
      type: 'work',
      words: choice % 2 ? '换瓦' : `${inner}换瓦`,
      photos: [],
      shared: choice % 2 === 1,
    }),
    submit: () => ({ type: 'submit', words: `${inner}修好`, outcome: 'solved', photos: [] }),
    release: () => ({ type: 'release', words: `${inner}不需要` }),
    object: (choice) => ({
      type: 'object',
      duty: `${inner}职责清单`,
      owner: ['urban', 'police', 'water', 'housing'][choice % 4],
    }),
    redo: () => ({ type: 'redo', words: `${inner}重办`, due }),
  },
  alert: {},
  whistle: {
    cancel: () => ({ type: 'cancel', words: `${inner}撤哨` }),
    approve: () => ({ type: 'approve' }),
    return: () => ({ type: 'return', words: `${inner}不批` }),
    confirm: () => ({ type: 'confirm' }),
    evaluate: (choice) => ({
      type: 'evaluate',
      scores: units(choice).map(({ unit }) => ({ unit, reportIn: 5, handling: 4, result: 1 + (choice % 5) })),
    }),
    escalate: (choice) => ({
      type: 'escalate',
      unit: units(choice)[1]?.unit,
      because: choice % 2 ? 'red' : 'refused',
      words: `${inner}催过三次`,
    }),
    judge: (choice) => ({ type: 'judge', valid: choice % 2 === 1, words: `${inner}白跑` }),
  },
  request: {
    endorse: () => ({ type: 'endorse', words: `${inner}属实` }),
    grant: () => ({ type: 'grant', words: `${inner}同意` }),
    refuse: () => ({ type: 'refuse', words: `${inner}不同意` }),
    takeBack: () => ({ type: 'takeBack', words: `${inner}不要了` }),
  },
  objection: {
    uphold: () => ({ type: 'uphold', words: `${inner}不归它管` }),
    overrule: () => ({ type: 'overrule', words: `${inner}归它管` }),
  },
};

interface Step {
  /** Something that is offered, or anything by anybody. */
  readonly wild: boolean;
  readonly pick: number;
  readonly choice: number;
  /** The host dies right after the commit: the errands are left to the sweep. */
  readonly lost: boolean;
  readonly wait: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  wild: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  pick: fc.nat(9999),
  choice: fc.nat(99),
  lost: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
  wait: fc.constantFrom(0, 0, 0, 0, 0, 40_000, 600_000, 3 * 3_600_000, 3 * 86_400_000),
});

interface Option {
  readonly actor: Actor;
  readonly name: ProcessName;
  readonly target: string;
  readonly type: string;
}

type StateDoc = Doc & { readonly state: { readonly status: string } };
const names = Object.keys(registry) as ProcessName[];
const people = [
  resident,
  neighbour,
  coordinator,
  colleague,
  leader,
  housingLeader,
  housing,
  water,
  urban,
  police,
];

/** With everybody staying out of it nobody is left. */
const never: ReadonlySet<string> = new Set(['recuse']);

/** What would end most stories early. */
const seldom: ReadonlySet<string> = new Set([
  'transfer',
  'merge',
  'withdraw',
  'decline',
  'close',
  'cancel',
  'release',
  'takeBack',
  'return',
]);

async function offered(desk: Desk, choice = 0): Promise<Option[]> {
  const options: Option[] = [];
  for (const name of names) {
    for (const doc of await desk.all<StateDoc>(name)) {
      for (const actor of people)
        for (const type of movesOf(registry[name].moves as never, doc.state, actor))
          if (!never.has(type) && (!seldom.has(type) || choice % 5 === 0))
            options.push({ actor, name, target: doc._id, type });
    }
  }
  return options;
}

async function anything(desk: Desk, { pick, choice }: Step): Promise<Option> {
  const name = names[choice % names.length] ?? 'appeal';
  const docs = await desk.all(name);
  const types = Object.keys(sayings[name]);
  return {
    name,
    actor: everybody[pick % everybody.length] ?? resident,
    target: docs[pick % docs.length]?._id ?? 'appeal-9999',
    type: types[choice % types.length] ?? 'cancel',
  };
}

async function act(desk: Desk, now: Step, place: number): Promise<void> {
  desk.pass(now.wait);
  if (now.wait > 0) await sweep(desk.cloud);
  const options = now.wild ? [] : await offered(desk, now.choice);
  const { actor, name, target, type } = options[now.pick % options.length] ?? (await anything(desk, now));
  const command = sayings[name][type]?.(now.choice, place) ?? { type };
  const order = { process: name, id: target, command, commandId: `sequence-${place}`, actor };
  const done = await commit(desk.cloud, order).catch((error) => {
    if (error instanceof Refusal) return { pending: [] };
    throw error;
  });
  if (!now.lost) await deliver(desk.cloud, done.pending);
}

const open: readonly string[] = ['dispatched', 'inProgress', 'reworking'];
const ended: readonly string[] = ['closed', 'declined', 'transferred', 'withdrawn'];

async function holds(desk: Desk): Promise<void> {
  const events = await desk.all<EventDoc>('event');
  const states = async <State>(name: string) =>
    (await desk.all<Doc & { state: State }>(name)).map(({ state }) => state);
  const [appeals, tasks] = [await states<Appeal>('appeal'), await states<Task>('task')];
  const whistles = await states<Whistle>('whistle');

  expect(desk.logged).toEqual([]);
  await replays(desk, events);
  clocksAreRight(events);
  const lights = [...appeals, ...whistles].flatMap((each) => ('tasks' in each ? each.tasks : each.units));
  const statusOf = (task: string) => tasks.find((each) => each.id === task)?.status;
  expect(lights.filter(({ task, status }) => status !== statusOf(task))).toEqual([]);
  for (const appeal of appeals) {
    const own = <Each extends { readonly brief: { readonly appeal?: string | undefined } }>(all: Each[]) =>
      all.filter(({ brief }) => brief.appeal === appeal.id);
    endsRight(appeal, own(tasks), own(whistles));
    followsRight(appeal, appeals);
    if (!appeal.end) await goesOn(desk, appeal);
  }
  await residentReads(desk, events);
}

function endsRight(appeal: Appeal, tasks: readonly Task[], whistles: readonly Whistle[]): void {
  const leads = appeal.tasks.filter(({ role, status }) => role === 'lead' && status !== 'released');
  if (open.includes(appeal.status)) expect(leads).toHaveLength(1);
  expect(ended.includes(appeal.status)).toBe(appeal.end !== undefined);
  if (!appeal.end) return;
  expect(appeal.end.reason).toMatch(/./);
  expect(tasks.filter(({ status }) => status !== 'accepted' && status !== 'released')).toEqual([]);
  expect(whistles.filter(({ status }) => status === 'mustering' || status === 'working')).toEqual([]);
}

/** 并案：跟着的那件，它跟的那件也知道；不跟已经撤回的. */
function followsRight(appeal: Appeal, appeals: readonly Appeal[]): void {
  if (appeal.status !== 'merged') return;
  const parent = appeals.find(({ id }) => id === appeal.parent?.id);
  expect(parent?.followers.map(({ id }) => id)).toContain(appeal.id);
  expect(ended).not.toContain(parent?.status);
}

async function goesOn(desk: Desk, { id: target }: Appeal): Promise<void> {
  const ways = (await offered(desk)).filter(({ type }) => type !== 'contact' && type !== 'release');
  expect(ways.filter((way) => way.target.startsWith(target))).not.toEqual([]);
}

async function replays(desk: Desk, events: readonly EventDoc[]): Promise<void> {
  for (const name of names) {
    for (const doc of await desk.all<StateDoc>(name)) {
      const own = events
        .filter(({ stream }) => stream === `${name}.${doc._id}`)
        .sort((a, b) => a.seq - b.seq);
      expect(own.every(({ seq }, place) => seq === place + 1)).toBe(true);
      const evolve = registry[name].evolve as (state: unknown, event: unknown) => unknown;
      const folded = own.reduce<unknown>((state, { event }) => evolve(state, event), undefined);
      const same = isDeepStrictEqual(JSON.parse(JSON.stringify(folded)), doc.state);
      expect(same || { folded, stored: doc.state }).toBe(true);
    }
  }
}

function clocksAreRight(events: readonly EventDoc[]): void {
  const missed = events.flatMap(({ stream, event: { at, fact } }) =>
    fact.type === 'missed' ? [{ ...(fact as Missed), stream, at }] : [],
  );
  expect(missed.filter(({ at, dueAt }) => at < dueAt)).toEqual([]);
  const each = missed.map(({ stream, clock, dueAt }) => `${stream} ${clock} ${dueAt}`);
  expect(new Set(each).size).toBe(each.length);
}

async function residentReads(desk: Desk, events: readonly EventDoc[]): Promise<void> {
  const read = JSON.stringify(await desk.ask(resident, 'appeal', { id }));
  expect(read).toContain('"ok":true');
  expect(secrets.filter((words) => read.includes(words))).toEqual([]);
  const through = JSON.stringify(events.filter(({ event }) => event.fact.type === 'passed'));
  for (const [reply] of read.matchAll(/第〔\d+〕步/g)) expect(through).toContain(reply);
  expect(JSON.stringify(await desk.ask(housing, 'appeal', { id }))).not.toContain('的姓名');
}

/** Where the sequences begin: a story told up to there. */
const beginnings: readonly (readonly Call[])[] = [
  [told.asked],
  [told.asked, [neighbour, 'appeal', other, { ...told.asked[3], photos: [] }]],
  told.untilDispatched,
  told.untilWhistled,
  told.untilAnswered,
  told.whistleAnswered,
];

test('whatever anybody does, in whatever order, what must hold holds', async () => {
  const reached: Record<string, number> = {};
  const desk = await Desk.open();
  const pasts: Awaited<ReturnType<Desk['past']>>[] = [];
  for (const story of beginnings) {
    await desk.begin([]);
    await desk.done(...story);
    pasts.push(await desk.past());
  }
  const steps = fc.array(step, { maxLength: 24, size: 'max' });
  await fc.assert(
    fc.asyncProperty(fc.nat(pasts.length - 1), steps, async (beginning, all) => {
      await desk.begin(pasts[beginning] ?? []);
      for (const [place, now] of all.entries()) await act(desk, now, place + 1);
      await desk.settle();
      await holds(desk);
      const { status } = await desk.state<Appeal>('appeal', id);
      reached[status] = (reached[status] ?? 0) + 1;
    }),
    { numRuns: 2000, ...seed },
  );
  await desk.store.close();
  expect(Object.keys(reached).sort()).toEqual(Object.keys(appealStatus).sort());
}, 180_000);
