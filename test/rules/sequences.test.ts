import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Actor } from '../../domain/kernel/process.ts';
import type { ProcessName } from '../../domain/registry.ts';
import { type Clock, recountClock } from '../../domain/time/clock.ts';
import { knownIn } from '../support/known.ts';
import { everybody, office } from '../support/office.ts';
import { strayIn } from '../support/readers.ts';
import { commandsOf, type Draw, drawFrom, sayingOf } from '../support/sayings.ts';
import { names, processOf, type Stream, World } from '../support/world.ts';

/**
 * Whole offices, played at random: anybody does anything the tables offer him, and now and then what they do not;
 * the clock jumps. After every command what must always hold is looked at where something changed.
 * `SEED` repeats a run, `SEQUENCES` plays more of them.
 */
const runs = Number(process.env.SEQUENCES ?? 20_000);
const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {};

const commands = new Map(names.map((name) => [name, commandsOf(processOf(name).input)]));
const hours = 3_600_000;
const waits = [0, 0, 0, 0, 0.5, 2, 5, 30, 80];

/** The road from a submission to its end; off it most stories would never get anywhere. */
const road: ReadonlySet<string> = new Set([
  ...[
    'accept',
    'dispatch',
    'designate',
    'whistle',
    'approve',
    'acknowledge',
    'setOut',
    'reportIn',
    'interim',
  ],
  ...[
    'work',
    'submit',
    'done',
    'reply',
    'review',
    'rate',
    'record',
    'evaluate',
    'endorse',
    'grant',
    'resolve',
  ],
]);

/** What would end most stories early. */
const seldom: ReadonlySet<string> = new Set([
  'withdraw',
  'decline',
  'close',
  'cancel',
  'release',
  'transfer',
  'ask',
  'takeBack',
  'object',
  'supervise',
  'climb',
  'raise',
  'convene',
]);

/** So many steps at most in one story. */
const longest = 30;

interface Choice {
  readonly actor: Actor;
  readonly name: ProcessName;
  readonly id: string;
  readonly type: string;
}

function play(draw: Draw, steps: number): World {
  const world = new World();
  for (let step = 0; step < steps; step += 1) {
    world.pass((waits[draw(waits.length)] ?? 0) * hours);
    const before = new Map(world.streams.map((stream) => [`${stream.process} ${stream.id}`, stream]));
    const { actor, name, id, type } = draw(10) === 0 ? anything(world, draw) : offered(world, draw, step);
    const schema = commands.get(name)?.get(type);
    if (schema) {
      const command = sayingOf(schema, `${name}.${type}`, draw, knownIn(world.streams, world.now)) as {
        type: string;
      };
      if (isSeen(world, actor, name, id)) world.send(actor, name, id, command);
    }
    for (const stream of world.streams) holds(world, before.get(`${stream.process} ${stream.id}`), stream);
  }
  return world;
}

function isSeen(world: World, actor: Actor, name: ProcessName, id: string): boolean {
  const there = world.stream(name, id);
  return there === undefined || processOf(name).view(there.state, world.contextOf(id, actor)) !== undefined;
}

/** Something the tables offer somebody now (but that everybody stays out of it, until nobody is left); a new appeal while there are few. */
function offered(world: World, draw: Draw, step: number): Choice {
  const fresh = world.streams.filter(({ process }) => process === 'appeal').length;
  if (fresh === 0 || (fresh < 4 && draw(8) === 0)) {
    const actor = everybody[draw(2)] as Actor;
    return { actor, name: 'appeal', id: `appeal-000${step}`, type: 'submit' };
  }
  const onward = draw(3) > 0;
  for (let tries = 0; tries < 60; tries += 1) {
    const choice = aMove(world, draw);
    const wanted = choice && (onward ? road.has(choice.type) : !seldom.has(choice.type) || draw(6) === 0);
    if (wanted) return choice;
  }
  return anything(world, draw);
}

function aMove(world: World, draw: Draw): Choice | undefined {
  const stream = world.streams[draw(world.streams.length)] as Stream;
  const actor = everybody[draw(everybody.length)] as Actor;
  const moves = world.movesOf(stream, actor).filter((move) => move !== 'recuse');
  const type = moves[draw(Math.max(1, moves.length))];
  return type === undefined ? undefined : { actor, name: stream.process, id: stream.id, type };
}

function anything(world: World, draw: Draw): Choice {
  const name = names[draw(names.length)] as ProcessName;
  const types = [...(commands.get(name)?.keys() ?? [])];
  const same = world.streams.filter(({ process }) => process === name);
  return {
    actor: everybody[draw(everybody.length)] as Actor,
    name,
    id: same[draw(Math.max(1, same.length))]?.id ?? `${name}-9999`,
    type: types[draw(Math.max(1, types.length))] ?? '',
  };
}

type Shaped = Stream['state'] & {
  readonly tasks?: readonly { readonly task: string; readonly role: string; readonly status: string }[];
  readonly clocks?: Readonly<Record<string, Clock>>;
  readonly end?: { readonly reason: string };
  readonly brief?: { readonly appeal?: string };
  readonly recused?: readonly string[];
};

const street = everybody.filter(({ roles }) =>
  roles.some((role) => role === 'coordinator' || role === 'streetLeader'),
);

const withLead: readonly string[] = ['dispatched', 'inProgress', 'reworking', 'onHold'];
const ended: readonly string[] = ['closed', 'declined', 'withdrawn', 'transferred'];

/** Looked at only where something changed. */
function holds(world: World, before: Stream | undefined, now: Stream): void {
  if (before?.state === now.state && before?.events === now.events) return;
  const state = now.state as Shaped;
  signed(now, before?.events.length ?? 0);
  for (const [name, clock] of Object.entries(state.clocks ?? {})) {
    clockIsSound(clock, `${now.process}.${name}`);
    if (name === 'finish') finishStays(before, now, clock);
  }
  if (now.process === 'appeal') appealIsSound(world, now, state);
}

/** 每一步都有谁、哪个单位、什么时候、接着哪一步. */
function signed({ events }: Stream, from: number): void {
  for (const [place, event] of events.slice(from).entries()) {
    if (event.seq !== from + place + 1) throw new Error(`event ${event.seq} does not follow ${from + place}`);
    if (!event.by.id || event.by.roles.length === 0) throw new Error('an event nobody signed');
    const earlier = events[from + place - 1];
    if (earlier && earlier.at > event.at) throw new Error('an event before the one before');
  }
}

/** 停过的时间不为负、不重叠；到期由起点、长短、停过的、延过的算出，别无其他. */
function clockIsSound(clock: Clock, where: string): void {
  let from = clock.startedAt;
  for (const { from: stood, to } of clock.pauses ?? []) {
    if (stood < from && stood < clock.startedAt) throw new Error(`${where}: paused before it began`);
    if (stood < from) throw new Error(`${where}: pauses overlap`);
    if (to !== undefined && to < stood) throw new Error(`${where}: a pause that ends before it begins`);
    from = to ?? stood;
  }
  const again = recountClock({ ...clock, calendar: 'another' }, office.calendar);
  if (again.dueAt !== clock.dueAt)
    throw new Error(`${where}: due ${clock.dueAt}, counted again ${again.dueAt}`);
}

/** 居民的总时限从不重新起算. */
function finishStays(before: Stream | undefined, now: Stream, clock: Clock): void {
  const earlier = (before?.state as Shaped | undefined)?.clocks?.finish;
  if (now.process === 'appeal' && earlier && earlier.startedAt !== clock.startedAt)
    throw new Error('the overall clock began again');
}

function appealIsSound(world: World, { id }: Stream, state: Shaped): void {
  const { status, tasks = [], end } = state;
  const leads = tasks.filter((task) => task.role === 'lead' && task.status !== 'released');
  if (withLead.includes(status) && leads.length !== 1)
    throw new Error(`${id} is ${status} with ${leads.length} leads`);
  if (ended.includes(status) && !end?.reason) throw new Error(`${id} is ${status} without a reason`);
  if (!ended.includes(status) && end) throw new Error(`${id} is ${status} and has an end`);
  // 协办交了阶段性报告的，主办可以先答复，它自己接着办完（条例第十四条）.
  if (status === 'closed' || status === 'withdrawn') {
    const open = tasksOf(world, id).filter(
      ({ state: task }) => !['accepted', 'released', 'informed'].includes(task.status) && !task.interim,
    );
    if (open.length > 0) throw new Error(`${id} is ${status} and ${open[0]?.id} is ${open[0]?.state.status}`);
  }
}

/** 按记录重放，就是现在的样子. */
function replays(world: World): void {
  for (const { process, id, state, events } of world.streams) {
    const { evolve } = processOf(process);
    const folded = events.reduce<typeof state | undefined>((past, event) => evolve(past, event), undefined);
    if (!isDeepStrictEqual(folded, state)) throw new Error(`${process} ${id} replayed is not what it was`);
  }
}

function residentsRead(world: World): void {
  const residents = everybody.filter(({ roles }) => roles.length === 1);
  for (const stream of world.streams.filter(({ process }) => process === 'appeal'))
    for (const actor of residents) {
      if (!isSeen(world, actor, 'appeal', stream.id)) continue;
      const view = processOf('appeal').view(stream.state, world.contextOf(stream.id, actor));
      const lines = [stream, ...tasksOf(world, stream.id)].flatMap((part) => linesFor(world, part, actor));
      const stray = strayIn([view, lines]);
      if (stray.length > 0) throw new Error(`${actor.id} reads ${stray} in ${stream.id}`);
    }
}

/** 办理记录里让居民看的，就是说给他听的. */
function linesFor(world: World, { process, id, state, events }: Stream, actor: Actor): unknown[] {
  return events
    .filter(({ fact }) => !(fact.type === 'worked' && 'shared' in fact && fact.shared))
    .map((event) => processOf(process).line(state, event, world.contextOf(id, actor)));
}

function tasksOf(world: World, appeal: string): Stream[] {
  return world.streams.filter(
    ({ process, state }) => process === 'task' && (state as Shaped).brief?.appeal === appeal,
  );
}

/** 没有结束的诉求，总有人能往前办一步；街道的人都回避了的，要从别处调人. */
function someoneCanGoOn(world: World): void {
  for (const stream of world.streams) {
    if (stream.process !== 'appeal' || ended.includes(stream.state.status)) continue;
    if (street.every(({ id }) => (stream.state as Shaped).recused?.includes(id))) continue;
    const parts = [
      stream,
      ...world.streams.filter(({ state }) => (state as Shaped).brief?.appeal === stream.id),
    ];
    const ways = parts.flatMap((part) => everybody.flatMap((actor) => world.movesOf(part, actor)));
    if (ways.every((way) => way === 'contact' || way === 'release'))
      throw new Error(`${stream.id} is ${stream.state.status} and nobody can go on`);
  }
}

test(`任意 ${runs.toLocaleString('en')} 个街道，任何人以任何次序做任何事，该守住的都守住`, () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.nat(0x7fffffff), fc.integer({ min: 1, max: longest }), (number, steps) => {
      const world = play(drawFrom(number), steps);
      replays(world);
      residentsRead(world);
      someoneCanGoOn(world);
      for (const { process, state } of world.streams) reached.add(`${process}.${state.status}`);
    }),
    { numRuns: runs, ...seed },
  );
  expect([...reached].sort()).toEqual(expect.arrayContaining(['appeal.closed', 'task.accepted']));
}, 86_400_000);
