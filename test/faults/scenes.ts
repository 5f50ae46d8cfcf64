import { commit } from '../../cloudfunctions/commit.ts';
import { system } from '../../cloudfunctions/history.ts';
import type { Doc } from '../../cloudfunctions/store.ts';
import { movesOf } from '../../domain/kernel/moves.ts';
import { type ProcessName, registry } from '../../domain/registry.ts';
import * as told from '../functions/told.ts';
import { type Call, Desk } from '../support/desk.ts';
import { knownIn } from '../support/known.ts';
import { coordinator, everybody, neighbour, office } from '../support/office.ts';
import { commandsOf, type Draw, drawFrom, sayingOf } from '../support/sayings.ts';
import { names, processOf } from '../support/world.ts';
import { tales } from './tales.ts';

/** A command somebody may send, and all that had happened before. */
export interface Scene {
  /** `process.command` */
  readonly what: string;
  readonly past: readonly (readonly [string, Doc])[];
  readonly now: number;
  readonly call: Call;
}

const stories: readonly (readonly Call[])[] = [
  [told.asked],
  told.untilDispatched,
  told.untilWhistled,
  told.untilHandedIn,
  told.untilReplied,
  told.untilAnswered,
  told.whistleAnswered,
];
const rounds = 60;
const steps = 14;
const hour = 3_600_000;

/** What ends a story is for those who look for something new. */
const endings = ['transfer', 'withdraw', 'decline', 'close', 'cancel', 'release', 'takeBack', 'recuse'];

/** Every command the door takes from people, as `process.command`. */
export const commands = names.flatMap((name) =>
  [...commandsOf(processOf(name).input).keys()].map((type) => `${name}.${type}`),
);

/**
 * One scene for each command, found by telling stories to their end, then known ones and playing on from them: what
 * has not been seen yet is tried half of the time. The same every time.
 */
export async function scenesOfCommands(): Promise<readonly Scene[]> {
  const checking = { ...office, rules: { ...office.rules, checks: true } };
  const desk = await Desk.open(undefined, { office: async () => checking });
  const scenes = new Map<string, Scene>();
  for (const story of tales) {
    await desk.begin([]);
    await tell(desk, scenes, story);
  }
  await desk.begin([]);
  await tell(desk, scenes, [told.asked]);
  await found(desk);
  await tell(desk, scenes, [told.onAppeal(coordinator, { type: 'vet', show: true })]);
  for (let round = 0; round < rounds && commands.some((what) => !scenes.has(what)); round += 1) {
    await desk.begin([]);
    await tell(desk, scenes, stories[round % stories.length] ?? []);
    await desk.send([neighbour, 'appeal', 'appeal-0002', told.asked[3]]);
    const draw = drawFrom(round);
    for (let step = 0; step < steps; step += 1) {
      if (draw(4) === 0) desk.pass(hour * (1 + draw(30)));
      await take(desk, scenes, await sceneOf(desk, scenes, draw));
    }
  }
  await desk.store.close();
  return [...scenes.values()];
}

/** The content check finds something in the appeal. */
async function found(desk: Desk): Promise<void> {
  const command = { type: 'check', text: 'risky' };
  await commit(desk.cloud, { process: 'appeal', id: told.appealId, command, commandId: '', actor: system });
}

/** Tells a story to its end; throws where somebody refuses. */
async function tell(desk: Desk, scenes: Map<string, Scene>, story: readonly Call[]): Promise<void> {
  for (const call of story) {
    const { now } = desk;
    const scene = { what: `${call[1]}.${call[3].type}`, past: await desk.past(), now, call };
    if (await take(desk, scenes, scene)) continue;
    throw new Error(`${scene.what} is refused`);
  }
}

/** Lets it happen, and keeps it if it is the first of its kind and was not refused. */
async function take(desk: Desk, scenes: Map<string, Scene>, scene: Scene | undefined): Promise<boolean> {
  if (!scene) return false;
  const { ok } = await desk.send(scene.call);
  if (ok && !scenes.has(scene.what)) scenes.set(scene.what, scene);
  return ok;
}

interface Offer {
  readonly actor: Call[0];
  readonly name: ProcessName;
  readonly id: string;
  readonly type: string;
}

async function sceneOf(desk: Desk, seen: ReadonlyMap<string, Scene>, draw: Draw): Promise<Scene | undefined> {
  const past = await desk.past();
  const offers = past.flatMap(([name, doc]) => offersOf(desk, name, doc));
  const on = offers.filter(({ type }) => !endings.includes(type));
  const fresh = offers.filter(({ name, type }) => !seen.has(`${name}.${type}`));
  const some = fresh.length > 0 && draw(2) === 0 ? fresh : on;
  const offer = some[draw(some.length)];
  if (!offer) return undefined;
  const { actor, name, id, type } = offer;
  const schema = commandsOf(processOf(name).input).get(type);
  const streams = past.map(([process, { _id }]) => ({ process, id: _id }));
  const said = schema && sayingOf(schema, `${name}.${type}`, draw, knownIn(streams, desk.now));
  return { what: `${name}.${type}`, past, now: desk.now, call: [actor, name, id, said as Call[3]] };
}

function offersOf(desk: Desk, collection: string, { _id, state }: Doc): Offer[] {
  const name = names.find((each) => each === collection);
  if (!name) return [];
  const { moves } = registry[name];
  return everybody.flatMap((actor) =>
    movesOf(moves as never, state as never, desk.contextOf(_id, actor)).map((type) => {
      return { actor, name, id: _id, type };
    }),
  );
}
