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
import { knownIn } from '../support/known.ts';
import { coordinator, everybody, housing, police, resident, urban, water } from '../support/office.ts';
import { strayIn } from '../support/readers.ts';
import { cellsIn, recounted } from '../support/recount.ts';
import { commandsOf, drawFrom, sayingOf } from '../support/sayings.ts';
import { names, processOf } from '../support/world.ts';

/** Any number of people doing anything, in any order, through the real commit path; some deliveries are lost. */

const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {};
const id = 'appeal-0001';

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
  const options = now.wild ? [] : await offered(desk, now.pick);
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
const ended: readonly string[] = ['closed', 'declined', 'withdrawn', 'transferred'];

async function holds(desk: Desk): Promise<void> {
  const events = await desk.all<EventDoc>('event');
  const appeal = await desk.state<Appeal>('appeal', id);
  const tasks = (await desk.all<Doc & { state: Task }>('task')).map(({ state }) => state);
  const whistles = (await desk.all<Doc & { state: Whistle }>('whistle')).map(({ state }) => state);
  const statusOf = (task: string) => tasks.find((each) => each.id === task)?.status;
  const leads = appeal.tasks.filter(({ role, status }) => role === 'lead' && status !== 'released');

  expect(desk.logged).toEqual([]);
  await replays(desk, events);
  await sweep(desk.cloud);
  expect(cellsIn(await desk.all('rollup'))).toEqual(recounted(events));
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
  await residentReads(desk);
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
    { numRuns: 1000, ...seed },
  );
  await desk.store.close();
  expect(Object.keys(reached).sort()).toEqual(Object.keys(appealStatus).sort());
}, 60_000);
