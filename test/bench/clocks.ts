import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Engine } from './engine.ts';
import { fill } from './fill.ts';
import { cloudOn } from './jobs.ts';
import { load } from './load.ts';
import { rounded } from './measure.ts';

const day = 86_400_000;
const hour = 3_600_000;

/** Appeals whose clock has run out, and one sweep over all of them. */
export async function* measureSweep(engine: Engine, clocks: number): AsyncGenerator<object> {
  await fill(cloudOn(engine.store), clocks);
  const later = cloudOn(engine.store, () => Date.now() + 7 * day);
  let swept = 0;
  const { perSecond, cpuMs } = await load(engine, 1, [clocks], async () => {
    swept = (await sweep(later, hour)).clocks;
  });
  const seconds = 1 / perSecond;
  yield {
    what: 'sweep',
    clocks: swept,
    seconds: rounded(seconds),
    perSecond: rounded(swept / seconds),
    cpuMsPerClock: rounded(cpuMs / swept),
  };
}
