import type { OpenMap } from '../../domain/contract.ts';
import { Desk } from '../support/desk.ts';
import {
  coordinator,
  followUpClerk,
  gridChief,
  gridWorker,
  housing,
  leader,
  neighbour,
  resident,
  secretary,
  shops,
  supervisor,
} from '../support/office.ts';
import { at } from '../support/story.ts';
import * as told from './told.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.store.close());

const map = async (actor = coordinator) => {
  const answer = await desk.ask(actor, 'map');
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as OpenMap;
};
const located = {
  ...told.asked[3],
  place: { point: { lng: 91.6, lat: 29.4 }, address: '柳林巷 3 号', grid: 'grid-1' },
};

describe('诉求地图', () => {
  test('在办的画在它的地点，写明是什么事、到什么时候；办完的不画', async () => {
    await desk.done([resident, 'appeal', told.appealId, located], told.accepted, told.dispatched);
    expect(await map()).toEqual({
      more: false,
      items: [
        {
          id: told.appealId,
          number: expect.stringMatching(/^JSJB-/),
          status: 'dispatched',
          zh: '屋顶漏水',
          grid: 'grid-1',
          point: { lng: 91.6, lat: 29.4 },
          dueAt: at('2026-03-16 10:00'),
        },
      ],
    });
    await desk.done(...told.untilAnswered.slice(3));
    const [waits] = (await map()).items;
    expect(waits).toMatchObject({ status: 'awaitingRating' });
    expect(waits?.dueAt).toBeUndefined();
    await desk.done(told.rated);
    expect((await map()).items).toEqual([]);
  });

  test('没有谁的姓名、电话、原话、门牌', async () => {
    await desk.done([resident, 'appeal', told.appealId, located], told.accepted);
    const read = JSON.stringify(await map());
    for (const secret of ['卓玛', '13900000101', '漏水，下雨', '柳林巷', 'zhuoma'])
      expect(read).not.toContain(secret);
  });

  test('只给街道看；回避了的人看不到那一件', async () => {
    await desk.done(told.asked);
    for (const actor of [coordinator, leader, secretary, supervisor])
      expect((await map(actor)).items).toHaveLength(1);
    for (const actor of [resident, neighbour, housing, gridWorker, gridChief, shops, followUpClerk])
      expect(await desk.ask(actor, 'map')).toMatchObject({ ok: false, code: 'not-found' });
    await desk.done(told.onAppeal(coordinator, { type: 'recuse', words: '是我亲戚' }));
    expect((await map()).items).toEqual([]);
    expect((await map(leader)).items).toHaveLength(1);
  });

  test('多于五百件的，只给最急的五百件，写明还有', async () => {
    await desk.done(told.asked);
    const doc = await desk.store.get('appeal', told.appealId);
    await desk.store.transact(async (tx) => {
      for (let number = 0; number < 500; number += 1)
        await tx.put('appeal', { ...doc, _id: `appeal-more-${number}`, sortAt: number });
    });
    const { items, more } = await map();
    expect([items.length, more]).toEqual([500, true]);
  });
});
