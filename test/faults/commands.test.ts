import { collections } from '../../cloudfunctions/collections.ts';
import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import type { ProcessName } from '../../domain/registry.ts';
import { connectDouble } from '../../local/double/connect.ts';
import { openPostgres } from '../../local/store/postgres.ts';
import { openSqlite } from '../../local/store/sqlite.ts';
import { missing, startPostgres } from '../contract/postgres-server.ts';
import { Desk } from '../support/desk.ts';
import { type Breaking, Faulty, ways } from '../support/faulty.ts';
import { states, statesSince } from '../support/states.ts';
import { commands, type Scene, scenesOfCommands } from './scenes.ts';

/** `FAULTS=all`: every call of every command broken in all five ways, on every engine. */
const all = process.env.FAULTS === 'all';

interface Opened {
  readonly store: Store;
  close(): unknown;
}

interface Engine {
  readonly open: () => Promise<Opened>;
  /** Every so many calls one is broken, unless all are asked for. */
  readonly every: number;
}

const engines: Readonly<Record<string, Engine>> = {
  SQLite: {
    every: 2,
    open: async () => ({
      store: await openSqlite({ file: ':memory:', collections }),
      close: () => undefined,
    }),
  },
  PostgreSQL: {
    every: 18,
    async open() {
      const server = await startPostgres();
      return { store: await openPostgres({ url: server.url, collections }), close: server.stop };
    },
  },
  'the double of CloudBase': {
    every: 18,
    async open() {
      const { store, double } = await connectDouble(collections);
      return { store, close: double.close };
    },
  },
};
const why = missing();
const here = Object.keys(engines).filter((name) => name !== 'PostgreSQL' || why === undefined);

let scenes: readonly Scene[];
beforeAll(async () => {
  scenes = await scenesOfCommands();
}, 120_000);

test('every command the door takes has a scene', () =>
  expect(scenes.map(({ what }) => what).sort()).toEqual([...commands].sort()));

test.each(here)(
  'on %s a command whose store breaks at any call is done or not, never between; sent again it is done',
  async (name) => {
    const { open, every } = engines[name] as Engine;
    const { store, close } = await open();
    try {
      const faulty = new Faulty();
      const desk = await Desk.open((seen) => faulty.wrap(seen), undefined, Promise.resolve(store));
      let place = 0;
      for (const scene of scenes) {
        const whole = await unbroken(desk, faulty, scene);
        for (let call = 1; call <= whole.calls; call += 1)
          for (const way of ways) {
            place += 1;
            if (all || place % (every * ways.length) === (every * call) % ways.length)
              await broken(desk, faulty, scene, whole, call, way);
          }
      }
    } finally {
      await store.close();
      await close();
    }
  },
  all ? 7_200_000 : 240_000,
);

type Found = Awaited<ReturnType<typeof states>>;

interface Whole {
  readonly calls: number;
  /** Whoever sends it sees nothing of it afterwards: sent again, it is not there for him. */
  readonly blind: boolean;
  readonly before: Found;
  readonly after: Found;
  /** What it came through itself: errands of its own may come back to it. */
  readonly own: readonly unknown[];
  readonly settled: Found;
}

async function set(desk: Desk, { past, now }: Scene): Promise<void> {
  await desk.begin(past);
  desk.set(now);
}

async function unbroken(desk: Desk, faulty: Faulty, scene: Scene): Promise<Whole> {
  await set(desk, scene);
  const before = await states(desk);
  faulty.mend();
  const answer = await desk.send(scene.call, 'the-command');
  expect(answer).toMatchObject({ ok: true });
  const { calls } = faulty;
  const blind = answer.ok && (answer.value as { readonly view?: unknown }).view === undefined;
  const after = await states(desk);
  const [, process, id] = scene.call;
  const own = await statesSince(desk, process as ProcessName, id, 'the-command');
  await desk.settle();
  return { calls, blind, before, after, own, settled: await states(desk) };
}

async function broken(
  desk: Desk,
  faulty: Faulty,
  scene: Scene,
  whole: Whole,
  call: number,
  way: Breaking,
): Promise<void> {
  const at = `${scene.what} at call ${call}, ${way}`;
  await set(desk, scene);
  faulty.breakAt(call, false, way);
  const first = await desk.send(scene.call, 'the-command');
  faulty.mend();
  if (!first.ok) expect([at, first]).toMatchObject([at, { kind: 'fault', commandId: 'the-command' }]);
  const now = await states(desk);
  const [, process, id] = scene.call;
  /** As long as errands wait in the outbox only the state they come from is as it will be. */
  const waiting = (await unfinished(desk)).length > 0;
  const seen = (all: Found) => (waiting ? all[`${process}.${id}`] : all);
  const done = waiting ? whole.own : [whole.after];
  const possible = first.ok ? done : [seen(whole.before), ...done];
  expect([at, possible]).toEqual([at, expect.arrayContaining([seen(now)])]);
  const again = await desk.send(scene.call, 'the-command');
  if (!whole.blind) expect([at, again]).toMatchObject([at, { ok: true }]);
  await desk.settle();
  expect([at, await states(desk)]).toEqual([at, whole.settled]);
  expect([at, await unfinished(desk)]).toEqual([at, []]);
}

/** Events whose errands are still to run, or have been put aside. */
async function unfinished(desk: Desk): Promise<EventDoc[]> {
  const events = await desk.all<EventDoc>('event');
  return events.filter(({ pendingAt, deadAt }) => pendingAt !== null || deadAt !== null);
}
