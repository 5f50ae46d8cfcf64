import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { collections } from '../../cloudfunctions/collections.ts';
import { tick } from '../../cloudfunctions/commit.ts';
import { handle } from '../../cloudfunctions/door.ts';
import { type EventDoc, lease } from '../../cloudfunctions/outbox.ts';
import type { RollupDoc } from '../../cloudfunctions/rollups.ts';
import type { Doc, Store } from '../../cloudfunctions/store.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Missed } from '../../domain/kernel/process.ts';
import { noFiles } from '../../local/host/no-files.ts';
import { furnish, officeOf } from '../../local/host/office-store.ts';
import { send } from '../../local/journey/caller.ts';
import { journey } from '../../local/journey/journey.ts';
import { replay } from '../../local/journey/replay.ts';
import { demoOffice } from '../../local/office/office.ts';
import { demoPeople } from '../../local/office/people.ts';
import { affairsOf } from '../../local/store/postgres/affairs.ts';
import { openPostgres } from '../../local/store/postgres.ts';
import { missing, type Server, startPostgres } from '../contract/postgres-server.ts';
import { type Counted, counting } from './counting.ts';

const deadlines = Number(process.env.DEADLINES ?? 1000);
const rounds = Number(process.env.ROUNDS ?? 8);
const errands = 40;
const day = 86_400_000;
const resident = 'resident-zhuoma';
const coordinator = 'coordinator-pubu';
const text = '河边的栏杆断了一截，孩子放学都从那里走，请尽快修好。';
const submission = { type: 'submit', text, photos: [], identity: 'open' };

const why = missing();
const described = why === undefined ? describe : describe.skip;

described(`two hosts on one PostgreSQL${why === undefined ? '' : `, not tried here: ${why}`}`, () => {
  const time = { now: Date.parse('2026-03-02T10:00:00+08:00') };
  const faults: unknown[] = [];
  let server: Server;
  let hosts: Host[];

  beforeAll(async () => {
    server = await startPostgres();
    hosts = [await open(), await open()];
    await furnish(host(0).store, demoOffice, demoPeople);
  }, 60_000);
  afterEach(() => expect(faults.splice(0)).toEqual([]));
  afterAll(async () => {
    for (const each of hosts ?? []) await each.store.close();
    server?.stop();
  });

  interface Host {
    readonly cloud: Cloud;
    readonly store: Store;
    readonly work: Counted;
  }

  async function open(): Promise<Host> {
    const store = await openPostgres({ url: server.url, collections, pool: 12 });
    const work = { runs: 0, wrote: 0 };
    const log = ({ error }: { readonly error: unknown }) => faults.push(error);
    const seen = counting(store, work);
    return {
      store,
      work,
      cloud: { store: seen, now: () => time.now, office: officeOf(store), files: noFiles, log },
    };
  }

  function host(n: number): Host {
    const one = hosts[n % hosts.length];
    if (!one) throw new Error('there is no host');
    return one;
  }

  const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

  /** Sixteen at a time, on both hosts in turn. */
  async function onBoth(count: number, doing: (cloud: Cloud, n: number) => Promise<unknown>): Promise<void> {
    const left = numbers(count);
    const work = async () => {
      for (let n = left.pop(); n !== undefined; n = left.pop()) await doing(host(n).cloud, n);
    };
    await Promise.all(numbers(16).map(work));
  }

  async function everything<D extends Doc>(collection: string): Promise<D[]> {
    const client = new pg.Client(server.url);
    await client.connect();
    const { rows } = await client.query<{ doc: D }>(`SELECT doc FROM "${collection}" ORDER BY _id`);
    await client.end();
    return rows.map(({ doc }) => doc);
  }

  const submit = (cloud: Cloud, id: string) =>
    send(cloud, resident, { process: 'appeal', id, command: submission });

  function swept() {
    const before = hosts.map(({ work }) => ({ ...work }));
    const sum = (what: 'runs' | 'wrote') =>
      hosts.reduce((all, { work }, n) => all + work[what] - (before[n]?.[what] ?? 0), 0);
    return () => ({ runs: sum('runs'), wrote: sum('wrote') });
  }

  test(`four sweeps at once mark each of ${deadlines} missed deadlines once`, async () => {
    await onBoth(deadlines, (cloud) => submit(cloud, randomUUID()));
    time.now += day;
    const work = swept();
    await Promise.all(numbers(4).map((n) => sweep(host(n).cloud, 600_000)));
    const { runs, wrote } = work();
    const missed = (await everything<EventDoc>('event')).filter(({ event }) => event.fact.type === 'missed');
    const marks = missed.map(({ stream, event }) => JSON.stringify([stream, event.fact]));
    expect(new Set(missed.map(({ stream }) => stream)).size).toBe(deadlines);
    expect(new Set(marks).size).toBe(marks.length);
    const told = await everything<Doc & { id: string; about: string }>('inbox');
    const letters = told.filter(({ about }) => about === 'appeal.missed').map(({ id }) => id);
    expect(letters).toHaveLength(marks.length);
    // Whoever came second found nothing to write, however often it looked, nor figures left to count, 25 at a time.
    expect(wrote).toBe(deadlines);
    expect(runs).toBeLessThanOrEqual(4 * (deadlines + Math.ceil(deadlines / 25)));
    expect((await replay(host(0).store)).different).toEqual([]);
    const rollups = (await everything<RollupDoc>('rollup')).filter(({ by }) => by === 'all');
    const counted = rollups.flatMap(({ cells }) => Object.values(cells)).map(({ appeals = 0 }) => appeals);
    expect(counted.reduce((sum, each) => sum + each, 0)).toBe(deadlines);
  }, 600_000);

  test('hosts that ask to be alone divide the rounds: nobody looks a second time', async () => {
    await onBoth(100, (cloud) => submit(cloud, randomUUID()));
    time.now += day;
    const affairs = numbers(4).map(() => affairsOf(server.url, collections));
    const work = swept();
    await Promise.all(affairs.map(({ alone }, n) => alone(() => sweep(host(n).cloud))));
    await Promise.all(affairs.map((each) => each.close()));
    expect(work()).toEqual({ runs: 100, wrote: 100 });
  }, 60_000);

  test(`four sweeps at once run the errands left behind of each of ${errands} tasks once`, async () => {
    const { cloud } = host(0);
    const steps = journey(cloud, demoPeople, coordinator);
    const [one, other] = [...new Set(demoOffice.matters.map(({ lead }) => lead))];
    const tasks: string[] = [];
    for (const _ of numbers(errands)) {
      const id = await steps.submit({ from: resident, text, identity: 'open' });
      await steps.accept(id, { kind: 'help', tier: 'T3', matter: demoOffice.matters[0]?.id ?? '' });
      const called = [
        { unit: one ?? '', role: 'lead', need: '到场' },
        { unit: other ?? '', role: 'assist', need: '到场' },
      ] as const;
      await steps.whistle(id, '一家办不了，请到场一起办', called);
      tasks.push((await steps.tasks(id))[0]?.task ?? '');
    }
    time.now += 2 * day;
    // Their clocks are marked and the whistle not told, as when the host dies in between.
    for (const id of tasks) await tick(cloud, 'task', id);
    const left = (await everything<EventDoc>('event')).filter(({ pendingAt }) => pendingAt !== null);
    expect(new Set(left.map(({ stream }) => stream)).size).toBe(errands);
    time.now += lease + 1;
    await Promise.all(numbers(4).map((n) => sweep(host(n).cloud, 600_000)));
    const events = await everything<EventDoc>('event');
    const told = events.flatMap(({ event: { fact } }) =>
      'late' in fact && 'task' in fact ? [`${fact.task} ${fact.late}`] : [],
    );
    expect(new Set(told).size).toBe(told.length);
    for (const { stream, event } of left)
      expect(told).toContain(`${stream.slice('task.'.length)} ${(event.fact as Missed).clock}`);
    expect(events.filter(({ pendingAt, deadAt }) => pendingAt !== null || deadAt !== null)).toEqual([]);
    expect((await replay(host(1).store)).different).toEqual([]);
  }, 120_000);

  test(`fifty submits of one key at once are one appeal and fifty equal answers, ${rounds} times`, async () => {
    const before = await host(0).store.count({ collection: 'appeal', where: {} });
    for (const _ of numbers(rounds)) {
      const id = randomUUID();
      const request = { process: 'appeal', id, commandId: id, command: submission };
      const answers = await Promise.all(numbers(50).map((n) => handle(host(n).cloud, resident, request)));
      expect(answers[0]).toMatchObject({ ok: true, value: { view: { id, status: 'submitted' } } });
      expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
      expect(await host(1).store.count({ collection: 'event', where: { stream: `appeal.${id}` } })).toBe(1);
    }
    expect(await host(0).store.count({ collection: 'appeal', where: {} })).toBe(before + rounds);
  }, 300_000);
});
