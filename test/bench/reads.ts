import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { furnish } from '../../local/host/office-store.ts';
import { ask } from '../../local/journey/caller.ts';
import { demoOffice } from '../../local/office/office.ts';
import { demoPeople } from '../../local/office/people.ts';
import { type EngineName, engines } from './engine.ts';
import { fill } from './fill.ts';
import { cloudOn } from './jobs.ts';
import { at } from './load.ts';
import { rounded, timed } from './measure.ts';

const rounds = 400;
const warm = 50;
const coordinator = 'coordinator-pubu';
const resident = 'resident-zhuoma';

const questions: Readonly<Record<string, (cloud: Cloud, id: string) => Promise<unknown>>> = {
  'appeal (detail)': (cloud, id) => ask(cloud, coordinator, 'appeal', { id }),
  'desk (list)': (cloud) => ask(cloud, coordinator, 'desk', { desk: 'coordinator' }),
  'mine (list)': (cloud) => ask(cloud, resident, 'mine', {}),
  'notices (inbox)': (cloud) => ask(cloud, coordinator, 'notices', {}),
};

/** The same questions to offices with so many appeals, in turns; what the largest takes beside the smallest. */
export async function* measureReads(name: EngineName, sizes: readonly number[]): AsyncGenerator<object> {
  const offices = [];
  for (const size of sizes) offices.push(await openOffice(name, size));
  for (const [what, question] of Object.entries(questions)) {
    const times = sizes.map((): number[] => []);
    for (let round = -warm; round < rounds; round += 1) {
      for (const [n, { cloud, ids }] of offices.entries()) {
        const id = ids[((round + warm) * 7919) % ids.length] ?? '';
        const ms = await timed(() => question(cloud, id));
        if (round >= 0) times[n]?.push(ms);
      }
    }
    const p95 = times.map((each) => at(0.95, each));
    const ratio = rounded((p95.at(-1) ?? 0) / (p95[0] ?? 0));
    yield { what, appeals: sizes, msP50: times.map((each) => at(0.5, each)), msP95: p95, ratioP95: ratio };
  }
  for (const { close } of offices) await close();
}

async function openOffice(name: EngineName, size: number) {
  const engine = await engines[name]();
  await furnish(engine.store, demoOffice, demoPeople);
  const cloud = cloudOn(engine.store);
  const ids = await fill(cloud, size);
  await engine.settle();
  return { cloud, ids, close: () => engine.close() };
}
