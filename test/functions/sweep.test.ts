import fc from 'fast-check';
import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import type { Doc } from '../../cloudfunctions/store.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Missed } from '../../domain/kernel/process.ts';
import { registry } from '../../domain/registry.ts';
import { Desk } from '../support/desk.ts';
import * as told from './told.ts';

/** 系统的钟：会快会慢，会停，会来两次，会两次一起来. */
const hour = 3_600_000;
const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {};

const beginnings = [[told.asked], told.untilDispatched, told.untilWhistled, told.untilReplied];
type Tick = { readonly hours: number; readonly sweeps: number; readonly together: boolean };
const tick: fc.Arbitrary<Tick> = fc.record({
  hours: fc.constantFrom(0, 1, 3, 26, 48, -48, 72),
  sweeps: fc.integer({ min: 0, max: 3 }),
  together: fc.boolean(),
});

test('钟快慢四十八小时、来了几次、没来、同时来、停了三天：没有一个时限提前，每个只记一次，最后都补上', async () => {
  const desk = await Desk.open();
  const pasts: Awaited<ReturnType<Desk['past']>>[] = [];
  for (const story of beginnings) {
    await desk.begin([]);
    await desk.done(...story);
    pasts.push(await desk.past());
  }
  let marked = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(pasts.length - 1), fc.array(tick, { maxLength: 12 }), async (place, ticks) => {
      await desk.begin(pasts[place] ?? []);
      let latest = desk.now;
      for (const now of ticks) {
        desk.pass(now.hours * hour);
        latest = Math.max(latest, desk.now);
        await come(desk, now);
      }
      desk.set(latest + 72 * hour);
      await desk.settle();
      const missed = await missedIn(desk);
      expect(missed.filter(({ at, dueAt }) => at < dueAt)).toEqual([]);
      const each = missed.map(({ stream, clock, dueAt }) => `${stream} ${clock} ${dueAt}`);
      expect(each.filter((one, at) => each.indexOf(one) !== at)).toEqual([]);
      expect(await leftDue(desk)).toEqual([]);
      expect(desk.logged).toEqual([]);
      marked += missed.length;
    }),
    { numRuns: 150, ...seed },
  );
  expect(marked).toBeGreaterThan(150);
  await desk.store.close();
}, 120_000);

async function come(desk: Desk, { sweeps, together }: Tick): Promise<void> {
  const times = Array.from({ length: sweeps }, () => () => sweep(desk.cloud));
  if (together) await Promise.all(times.map((time) => time()));
  else for (const time of times) await time();
}

async function missedIn(desk: Desk) {
  const events = await desk.all<EventDoc>('event');
  return events.flatMap(({ stream, event: { at, fact } }) =>
    fact.type === 'missed' ? [{ ...(fact as Missed), stream, at }] : [],
  );
}

/** 到了期还没有记的. */
async function leftDue(desk: Desk): Promise<string[]> {
  const left: string[] = [];
  for (const [name, { deadlines }] of Object.entries(registry))
    for (const { _id, state } of await desk.all<Doc & { state: never }>(name))
      for (const { clock, dueAt } of deadlines?.(state) ?? [])
        if (dueAt <= desk.now) left.push(`${_id} ${clock}`);
  return left;
}
