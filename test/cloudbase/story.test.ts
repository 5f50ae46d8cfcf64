import { randomUUID } from 'node:crypto';
import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { collections } from '../../cloudfunctions/collections.ts';
import { handle } from '../../cloudfunctions/door.ts';
import { officeOf } from '../../cloudfunctions/office-store.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import { connectDouble } from '../../local/double/connect.ts';
import type { Double } from '../../local/double/server.ts';
import { noFiles } from '../../local/host/no-files.ts';
import { furnish } from '../../local/host/office-store.ts';
import { replay } from '../../local/journey/replay.ts';
import { type Ended, tell } from '../../local/journey/tale.ts';
import { demoOffice } from '../../local/office/office.ts';
import { demoPeople } from '../../local/office/people.ts';
import { openEngine } from '../../local/store/engines.ts';

const texts = ['楼上漏水', '烧烤摊油烟扰民', '路灯不亮', '小区停车难', '垃圾没有人收'];

async function endsOn(store: Store): Promise<Omit<Ended, 'number'>[]> {
  await furnish(store, demoOffice, demoPeople);
  const office = officeOf(store);
  const ends: Omit<Ended, 'number'>[] = [];
  for (const [place, text] of texts.entries()) {
    const { number: _, ...end } = await tell({ store, office, place, text: `${text}，请尽快处理` });
    ends.push(end);
  }
  const { states, different } = await replay(store);
  expect(different).toEqual([]);
  expect(states).toBeGreaterThan(texts.length);
  return ends;
}

test('the same appeals come to the same ends on CloudBase as on SQLite, and replay to the same states', async () => {
  const ends: Omit<Ended, 'number'>[][] = [];
  for (const name of ['sqlite', 'cloudbase-double']) {
    const engine = await openEngine(name, collections);
    if (!engine) throw new Error(`there is no ${name}`);
    ends.push(await endsOn(engine.store));
    await engine.close();
  }
  expect(ends[1]).toEqual(ends[0]);
  expect(ends[0]?.map(({ end }) => end)).toEqual(texts.map(() => 'closed'));
});

test('an engine nobody knows is not opened', async () => {
  expect(await openEngine('constructor', collections)).toBeUndefined();
});

describe('a submission whose commit is cut', () => {
  let double: Double;
  let store: Store;
  let cloud: Cloud;

  beforeEach(async () => {
    ({ store, double } = await connectDouble(collections));
    process.env.SILENCE = 'true';
    await furnish(store, demoOffice, demoPeople);
    cloud = { store, office: officeOf(store), now: () => Date.now(), files: noFiles, log: () => {} };
  });
  afterEach(() => double.close());

  test.each(['before', 'after'] as const)(
    '%s it was done is told as a fault; sent again it is one appeal',
    async (when) => {
      const command = { type: 'submit', text: '楼上漏水，请尽快处理', photos: [], identity: 'open' };
      const order = { process: 'appeal', id: randomUUID(), commandId: randomUUID(), command };
      double.cut('database.commitTransaction', when);
      expect(await handle(cloud, 'resident-zhuoma', order)).toMatchObject({ ok: false, kind: 'fault' });
      double.pass(30_001);
      expect(await handle(cloud, 'resident-zhuoma', order)).toMatchObject({ ok: true });
      expect(await store.count({ collection: 'event', where: { stream: `appeal.${order.id}` } })).toBe(1);
      expect(await store.count({ collection: 'appeal', where: { owner: 'resident-zhuoma' } })).toBe(1);
    },
  );
});
