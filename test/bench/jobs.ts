import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { noFiles } from '../../local/host/no-files.ts';
import { officeOf } from '../../local/host/office-store.ts';
import type { Engine } from './engine.ts';
import { type JobName, jobs } from './job.ts';
import { lineTo } from './line.ts';
import { at, type Load, load, mean, numbers } from './load.ts';
import { rounded } from './measure.ts';
import { recording } from './recording.ts';

const count = Number(process.env.JOBS ?? 120);
const rounds = 3;

/**
 * Whole jobs through the door, straight and over HTTP, and the very rows such jobs wrote put by the bare driver, each
 * job's transactions one after the other, in turns. The first round of each only warms up. CPU is the host's and
 * the server's, never the client's where it comes over HTTP. What is recorded for the driver is not measured.
 */
export async function* measureJobs(engine: Engine): AsyncGenerator<object> {
  for (const together of [1, 8, 32])
    for (const figures of await compare(engine, 'plain', together, count))
      yield { what: 'job', together, ...figures };
  for (const together of [1, 8])
    for (const figures of await compare(engine, 'whistle', together, Math.ceil(count / 6)))
      yield { what: 'whistle to 8', together, ...figures };
}

async function compare(engine: Engine, job: JobName, together: number, count: number): Promise<object[]> {
  const [door, http, floor]: [Load[], Load[], Load[]] = [[], [], []];
  let transactions = 0;
  const cloud = cloudOn(engine.store);
  const line = await lineTo(cloud);
  for (let round = 0; round <= rounds; round += 1) {
    const straight = await load(engine, together, numbers(count), (_, n) => jobs[job].run(cloud, n));
    const over = await load(engine, together, numbers(count), (_, n) => line.run(job, n));
    const written = numbers(count).map(() => recording(engine.store));
    await load(engine, together, written, ({ store }, n) => jobs[job].run({ ...cloud, store }, n));
    const bare = await load(engine, together, written, async ({ rows }) => {
      for (const each of rows) await engine.floor(each);
    });
    transactions = written.reduce((sum, { rows }) => sum + rows.length, 0) / count;
    if (round === 0) continue;
    door.push(straight);
    http.push(over);
    floor.push(bare);
  }
  await line.close();
  const { commands } = jobs[job];
  const shared = { commands, transactions: rounded(transactions), ...floorOf(floor) };
  const ways = { straight: door, 'over HTTP': http };
  return Object.entries(ways).map(([way, loads]) => ({ way, ...figuresOf(loads, floor), ...shared }));
}

function floorOf(floor: readonly Load[]): object {
  return {
    barePerSecond: rounded(mean(floor, 'perSecond')),
    bareCpuMs: rounded(mean(floor, 'cpuMs')),
    bareServerCpuMs: rounded(mean(floor, 'serverCpuMs')),
  };
}

function figuresOf(loads: readonly Load[], floor: readonly Load[]): object {
  const times = loads.flatMap((each) => each.times);
  return {
    perSecond: rounded(mean(loads, 'perSecond')),
    ratio: rounded(mean(loads, 'perSecond') / mean(floor, 'perSecond')),
    msP50: at(0.5, times),
    msP95: at(0.95, times),
    msP99: at(0.99, times),
    cpuMs: rounded(mean(loads, 'cpuMs')),
    serverCpuMs: rounded(mean(loads, 'serverCpuMs')),
  };
}

export function cloudOn(store: Cloud['store'], now = () => Date.now()): Cloud {
  const log = ({ error }: { error: unknown }) => {
    throw error;
  };
  return { store, now, office: officeOf(store), files: noFiles, log };
}
