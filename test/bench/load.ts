import type { Engine } from './engine.ts';
import { cpu, rounded } from './measure.ts';

export interface Load {
  readonly perSecond: number;
  /** How long each took, in ms. */
  readonly times: readonly number[];
  /** Of host and server together, for each. */
  readonly cpuMs: number;
  readonly serverCpuMs: number;
}

/** Does all of them, so many at a time. */
export async function load<T>(
  engine: Pick<Engine, 'serverCpu'>,
  together: number,
  all: readonly T[],
  doing: (one: T, n: number) => Promise<unknown>,
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

export function mean(loads: readonly Load[], of: 'perSecond' | 'cpuMs' | 'serverCpuMs'): number {
  return loads.reduce((sum, each) => sum + each[of], 0) / loads.length;
}

/** The time below which this part of all lay, in ms. */
export function at(part: number, times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return rounded(sorted[Math.floor(sorted.length * part)] ?? Number.NaN);
}

export function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}
