import type { Doc } from '../../cloudfunctions/store.ts';
import { movesOf } from '../../domain/kernel/moves.ts';
import { type ProcessName, registry } from '../../domain/registry.ts';
import * as told from '../functions/told.ts';
import { type Call, Desk } from '../support/desk.ts';
import { knownIn } from '../support/known.ts';
import { everybody, neighbour } from '../support/office.ts';
import { commandsOf, type Draw, drawFrom, sayingOf } from '../support/sayings.ts';
import { names, processOf } from '../support/world.ts';

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
const commands = names.flatMap((name) =>
  [...commandsOf(processOf(name).input).keys()].map((type) => `${name}.${type}`),
);

/**
 * One scene for each command, found by telling known stories and playing on from them: what has not been seen yet
 * is tried half of the time. The same every time; some commands, which need much to come together, are not found.
 */
export async function scenesOfCommands(): Promise<readonly Scene[]> {
  const desk = await Desk.open();
  const scenes = new Map<string, Scene>();
  for (let round = 0; round < rounds && commands.some((what) => !scenes.has(what)); round += 1) {
    await desk.begin([]);
    for (const call of stories[round % stories.length] ?? [])
      await take(desk, scenes, {
        what: `${call[1]}.${call[3].type}`,
        past: await desk.past(),
        now: desk.now,
        call,
      });
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

/** Lets it happen, and keeps it if it is the first of its kind and was not refused. */
async function take(desk: Desk, scenes: Map<string, Scene>, scene: Scene | undefined): Promise<void> {
  if (!scene) return;
  const answer = await desk.send(scene.call);
  if (answer.ok && !scenes.has(scene.what)) scenes.set(scene.what, scene);
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
