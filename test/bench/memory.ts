import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval as every } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openHost } from '../../local/host/host.ts';
import { lineToHost } from './line.ts';
import { rounded } from './measure.ts';

/** Ms from one job to the next. */
const pace = 500;
const minute = 60_000;

/** A whole host, sweeps and all, and jobs that come over HTTP at a pace: what it holds each minute. */
export async function* memory(minutes: number): AsyncGenerator<object> {
  const data = await mkdtemp(join(tmpdir(), 'onewhistle-bench-'));
  const host = await openHost({ data, assets: new Map(), empty: true });
  const line = await lineToHost(host);
  let jobs = 0;
  for await (const _ of every(pace)) {
    await line.run('plain', jobs);
    jobs += 1;
    if ((jobs * pace) % minute === 0) yield { what: 'memory', jobs, ...held(), walMB: await walOf(data) };
    if (jobs * pace >= minutes * minute) break;
  }
  await line.close();
  await host.close();
  await rm(data, { recursive: true });
}

/** In MB, after the garbage is gone. */
function held(): object {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rssMB: inMB(rss), heapMB: inMB(heapUsed), externalMB: inMB(external) };
}

async function walOf(data: string): Promise<number> {
  return inMB((await stat(join(data, 'onewhistle.sqlite-wal'))).size);
}

function inMB(bytes: number): number {
  return rounded(bytes / 2 ** 20);
}
