import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { noFiles } from '../../local/host/no-files.ts';
import { furnish, officeOf } from '../../local/host/office-store.ts';
import { Usage } from '../../local/host/usage.ts';
import { demoOffice } from '../../local/office/office.ts';
import { demoPeople } from '../../local/office/people.ts';
import { type Engine, type EngineName, engines } from './engine.ts';
import { doJob, stepsOfJob } from './job.ts';
import { cpu, rounded } from './measure.ts';
import { recording } from './recording.ts';

const jobs = Number(process.env.JOBS ?? 120);
const rounds = 3;

/** Which engine the words of the command line ask for, `undefined` without `--store`. Throws on one it does not know. */
export function engineIn(args: readonly string[]): EngineName | undefined {
  if (!args.includes('--store')) return undefined;
  const name = args[args.indexOf('--store') + 1] ?? '';
  if (Object.hasOwn(engines, name)) return name as EngineName;
  throw new Usage(`--store 应是 ${Object.keys(engines).join(' 或 ')}。`);
}

/**
 * Whole jobs through the door on one engine, and the very rows they wrote put by the bare driver, each job's
 * transactions one after the other, in turns. The first round of each only warms up. CPU is the host's and the
 * server's.
 */
export async function* measured(name: EngineName): AsyncGenerator<object> {
  const engine = await engines[name]();
  try {
    await furnish(engine.store, demoOffice, demoPeople);
    for (const together of [1, 8, 32])
      yield { what: `job on ${name}`, together, ...(await compare(engine, together)) };
  } finally {
    await engine.close();
  }
}

async function compare(engine: Engine, together: number): Promise<object> {
  const door: Load[] = [];
  const floor: Load[] = [];
  let transactions = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const written = numbers(jobs).map(() => recording(engine.store));
    const through = await load(engine, together, written, (own, n) => doJob(cloudOn(own.store), n));
    const raw = await load(engine, together, written, async ({ rows }) => {
      for (const each of rows) await engine.floor(each);
    });
    transactions = written.reduce((sum, { rows }) => sum + rows.length, 0) / jobs;
    if (round > 0) {
      door.push(through);
      floor.push(raw);
    }
  }
  return { transactionsPerJob: rounded(transactions), ...figures(door, floor) };
}

function figures(door: readonly Load[], floor: readonly Load[]): object {
  const mean = (loads: readonly Load[], of: (each: Load) => number) =>
    loads.reduce((sum, each) => sum + of(each), 0) / loads.length;
  const times = door.flatMap((each) => each.times).sort((one, other) => one - other);
  const at = (part: number) => rounded(times[Math.floor(times.length * part)] ?? Number.NaN);
  const perSecond = mean(door, (each) => each.perSecond);
  const rawPerSecond = mean(floor, (each) => each.perSecond);
  return {
    jobs: times.length,
    commandsPerJob: stepsOfJob,
    jobsPerSecond: rounded(perSecond),
    msP50: at(0.5),
    msP95: at(0.95),
    msP99: at(0.99),
    cpuMsPerJob: rounded(mean(door, (each) => each.cpuMs)),
    serverCpuMsPerJob: rounded(mean(door, (each) => each.serverCpuMs)),
    rawJobsPerSecond: rounded(rawPerSecond),
    rawCpuMsPerJob: rounded(mean(floor, (each) => each.cpuMs)),
    ratio: rounded(perSecond / rawPerSecond),
  };
}

interface Load {
  readonly perSecond: number;
  /** How long each took, in ms. */
  readonly times: readonly number[];
  /** Host and server, for each. */
  readonly cpuMs: number;
  readonly serverCpuMs: number;
}

async function load<T>(
  engine: Engine,
  together: number,
  all: readonly T[],
  doing: (one: T, n: number) => Promise<void>,
): Promise<Load> {
  const times: number[] = [];
  const left = all.entries();
  const work = async () => {
    for (const [n, one] of left) {
      const began = performance.now();
      await doing(one, n);
      times.push(performance.now() - began);
    }
  };
  const server = await engine.serverCpu();
  const own = cpu();
  const began = performance.now();
  await Promise.all(Array.from({ length: together }, work));
  const seconds = (performance.now() - began) / 1000;
  const ownMs = cpu() - own;
  const serverMs = (await engine.serverCpu()) - server;
  const each = all.length;
  return { perSecond: each / seconds, times, cpuMs: (ownMs + serverMs) / each, serverCpuMs: serverMs / each };
}

function cloudOn(store: Cloud['store']): Cloud {
  const log = ({ error }: { error: unknown }) => {
    throw error;
  };
  return { store, now: () => Date.now(), office: officeOf(store), files: noFiles, log };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}
