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
import { knownIn } from '../support/known.ts';
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
import { strayIn } from '../support/readers.ts';
import { cellsIn, recounted } from '../support/recount.ts';
import { commandsOf, drawFrom, sayingOf } from '../support/sayings.ts';
import { names, processOf } from '../support/world.ts';

/** Any number of people doing anything, in any order, through the real commit path; some deliveries are lost. */

const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {};
const id = 'appeal-0001';
/** Somebody else's, about the same matter. */
const other = 'appeal-0002';

const commands = new Map(names.map((name) => [name, commandsOf(processOf(name).input)]));

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
  ...['escalate', 'judge', 'interim', 'evaluate', 'confirm', 'return'],
  'transfer',
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
        for (const type of movesOf(registry[name].moves as never, doc.state, desk.contextOf(doc._id, actor)))
          if (!never.has(type) && (!seldom.has(type) || choice % 5 === 0))
            options.push({ actor, name, target: doc._id, type });
    }
  }
  return options;
}

async function anything(desk: Desk, { pick, choice }: Step): Promise<Option> {
  const name = names[choice % names.length] ?? 'appeal';
  const docs = await desk.all(name);
  const types = [...(commands.get(name)?.keys() ?? [])];
  return {
    name,
    actor: everybody[pick % everybody.length] ?? resident,
    target: docs[pick % docs.length]?._id ?? 'appeal-9999',
    type: types[pick % types.length] ?? '',
  };
}

async function act(desk: Desk, now: Step, place: number): Promise<void> {
  desk.pass(now.wait);
  if (now.wait > 0) await sweep(desk.cloud);
  const options = now.wild ? [] : await offered(desk, now.choice);
  const { actor, name, target, type } = options[now.pick % options.length] ?? (await anything(desk, now));
  const command = await saying(desk, name, type, now.choice + place);
  if (command === undefined) return;
  const order = { process: name, id: target, command, commandId: `sequence-${place}`, actor };
  const done = await commit(desk.cloud, order).catch((error) => {
    if (error instanceof Refusal) return { pending: [] };
    throw error;
  });
  if (!now.lost) await deliver(desk.cloud, done.pending);
}

async function saying(desk: Desk, name: ProcessName, type: string, from: number) {
  const schema = commands.get(name)?.get(type);
  const docs = await Promise.all(
    names.map(async (process) => (await desk.all(process)).map(({ _id }) => ({ process, id: _id }))),
  );
  const known = knownIn(docs.flat(), desk.now);
  return schema && (sayingOf(schema, `${name}.${type}`, drawFrom(from), known) as { readonly type: string });
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
  await sweep(desk.cloud);
  expect(cellsIn(await desk.all('rollup'))).toEqual(recounted(events));
  clocksAreRight(events);
  const lights = [...appeals, ...whistles].flatMap(linksOf);
  const statusOf = (task: string) => tasks.find((each) => each.id === task)?.status;
  expect(lights.filter(({ task, status }) => status !== statusOf(task))).toEqual([]);
  for (const appeal of appeals) {
    const own = <Each extends { readonly brief: { readonly appeal?: string | undefined } }>(all: Each[]) =>
      all.filter(({ brief }) => brief.appeal === appeal.id);
    endsRight(appeal, own(tasks), own(whistles));
    followsRight(appeal, appeals);
    if (!appeal.end) await goesOn(desk, appeal);
  }
  await residentReads(desk);
}

/** What waits for approval has called nobody yet. */
function linksOf(each: Appeal | Whistle): readonly Pick<Appeal['tasks'][number], 'task' | 'status'>[] {
  if ('tasks' in each) return each.tasks;
  return each.blownAt === undefined ? [] : each.units;
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

async function residentReads(desk: Desk): Promise<void> {
  const answer = await desk.ask(resident, 'appeal', { id });
  expect(answer).toMatchObject({ ok: true });
  expect(strayIn(answer, 'task.work.words')).toEqual([]);
  expect(JSON.stringify(await desk.ask(housing, 'appeal', { id }))).not.toContain('的姓名');
}

/** Where the sequences begin: a story told up to there. */
const beginnings: readonly (readonly Call[])[] = [
  [told.asked],
  [told.asked, [neighbour, 'appeal', other, { ...told.asked[3], photos: [] }]],
  told.untilDispatched,
  told.untilWhistled,
  told.untilHeld,
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
    { numRuns: 1500, ...seed },
  );
  await desk.store.close();
  expect(Object.keys(reached).sort()).toEqual(Object.keys(appealStatus).sort());
}, 900_000);
