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
import { Desk } from '../support/desk.ts';
import { coordinator, everybody, housing, police, resident, urban, water } from '../support/office.ts';

/** Any number of people doing anything, in any order, through the real commit path; some deliveries are lost. */

const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {};
const id = 'appeal-0001';

/** Words for the office alone; no resident may ever read this sign. */
const inner = '【内部】';
const secrets = [inner, '请补照片', '屋面已修好', '约好', '不再需要', '查看屋顶', '一起到场'];

const due = { startedAt: 0, amount: 3, unit: 'workdays', calendar: 'x', dueAt: 1 } as const;
const units = (choice: number) => {
  const all = ['housing', 'water', 'urban', 'police'];
  const chosen = [...all.slice(choice % 4), ...all].slice(0, 2 + (choice % 2));
  return chosen.map((unit, place) => ({ unit, role: place === 0 ? 'lead' : 'assist', need: `${inner}看看` }));
};

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
    decline: () => ({ type: 'decline', branch: 'secret', words: '涉及国家秘密不便公开' }),
    dispatch: (choice) => ({ type: 'dispatch', units: units(choice) }),
    whistle: (choice) => ({
      type: 'whistle',
      theme: 'emergency',
      subject: `${inner}事由`,
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
  },
  task: {
    acknowledge: () => ({ type: 'acknowledge' }),
    setOut: () => ({ type: 'setOut' }),
    reportIn: () => ({ type: 'reportIn', way: 'onsite', words: `${inner}到了` }),
    contact: () => ({ type: 'contact', way: 'phone', words: `${inner}约好` }),
    work: (choice) => ({
      type: 'work',
      words: choice % 2 ? '换瓦' : `${inner}换瓦`,
      photos: [],
      shared: choice % 2 === 1,
    }),
    submit: () => ({ type: 'submit', words: `${inner}修好`, outcome: 'solved', photos: [] }),
    release: () => ({ type: 'release', words: `${inner}不需要` }),
    redo: () => ({ type: 'redo', words: `${inner}重办`, due }),
  },
  whistle: { cancel: () => ({ type: 'cancel', words: `${inner}撤哨` }) },
  account: {
    read: () => ({ type: 'read', upTo: due.dueAt }),
    consent: () => ({ type: 'consent', answers: [{ purpose: 'progress', accepted: true }] }),
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
const people = [resident, coordinator, housing, water, urban, police];

/** What would end most stories early. */
const seldom: ReadonlySet<string> = new Set(['withdraw', 'decline', 'close', 'cancel', 'release']);

async function offered(desk: Desk, pick = 0): Promise<Option[]> {
  const options: Option[] = [];
  for (const name of names) {
    for (const doc of await desk.all<StateDoc>(name)) {
      for (const actor of people)
        for (const type of movesOf(registry[name].moves as never, doc.state, actor))
          if (!seldom.has(type) || pick % 5 === 0) options.push({ actor, name, target: doc._id, type });
    }
  }
  return options;
}

async function anything(desk: Desk, { pick, choice }: Step): Promise<Option> {
  const name = names[choice % 3] ?? 'appeal';
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
  const options = now.wild ? [] : await offered(desk, now.pick);
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
const ended: readonly string[] = ['closed', 'declined', 'withdrawn'];

async function holds(desk: Desk): Promise<void> {
  const events = await desk.all<EventDoc>('event');
  const appeal = await desk.state<Appeal>('appeal', id);
  const tasks = (await desk.all<Doc & { state: Task }>('task')).map(({ state }) => state);
  const whistles = (await desk.all<Doc & { state: Whistle }>('whistle')).map(({ state }) => state);
  const statusOf = (task: string) => tasks.find((each) => each.id === task)?.status;
  const leads = appeal.tasks.filter(({ role, status }) => role === 'lead' && status !== 'released');

  expect(desk.logged).toEqual([]);
  await replays(desk, events);
  clocksAreRight(events);
  if (open.includes(appeal.status)) expect(leads).toHaveLength(1);
  const lights = [...appeal.tasks, ...whistles.flatMap((whistle) => whistle.units)];
  expect(lights.filter(({ task, status }) => status !== statusOf(task))).toEqual([]);
  expect(ended.includes(appeal.status)).toBe(appeal.end !== undefined);
  if (appeal.end) {
    expect(appeal.end.reason).toMatch(/./);
    expect(tasks.filter(({ status }) => status !== 'accepted' && status !== 'released')).toEqual([]);
    expect(whistles.filter(({ status }) => status === 'mustering' || status === 'working')).toEqual([]);
  } else {
    const ways = (await offered(desk)).filter(({ type }) => type !== 'contact' && type !== 'release');
    expect(ways).not.toEqual([]);
  }
  await residentReads(desk, events);
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
const beginnings = [
  [told.asked],
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
}, 60_000);
