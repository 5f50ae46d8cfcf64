import { commit } from '../../cloudfunctions/commit.ts';
import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import { project } from '../../cloudfunctions/project.ts';
import type { RollupDoc } from '../../cloudfunctions/rollups.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { FiguresPage, MyFigures, PublicFigures, Trend } from '../../domain/contract.ts';
import { type Call, Desk } from '../support/desk.ts';
import { coordinator, housing, leader, resident, urban } from '../support/office.ts';
import { cellsIn, recounted } from '../support/recount.ts';
import * as told from './told.ts';

const never = Number.MAX_SAFE_INTEGER;
let desk: Desk;

beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.store.close());

/** The same way again, for another appeal. */
const another = (calls: readonly Call[], number: number): Call[] =>
  calls.map(([actor, process, id, command]) => {
    const other = id.replace('appeal-0001', `appeal-${String(number).padStart(4, '0')}`);
    return [actor, process, other, command];
  });

async function mustAddUp(): Promise<void> {
  const events = await desk.all<EventDoc>('event');
  expect(cellsIn(await desk.all('rollup'))).toEqual(recounted(events));
}

async function cell(by: string, key = '-') {
  const doc = await desk.store.get<RollupDoc>('rollup', `2026-03.${by}`);
  return doc?.cells[key];
}

describe('数据由同样的事件汇成', () => {
  test('从提交到结案，汇总与逐件重算一致', async () => {
    for (const [place, call] of [...told.untilAnswered, told.rated].entries()) {
      await desk.done(call);
      if (place % 2 === 0) await sweep(desk.cloud);
    }
    await sweep(desk.cloud);
    expect(await cell('all')).toMatchObject({
      appeals: 1,
      dispatched: 1,
      closed: 1,
      solved: 1,
      dispatches: 2,
    });
    expect(await cell('unit', 'housing')).toMatchObject({ appeals: 1, closed: 1, dispatches: 1 });
    expect(await cell('unit', 'water')).toEqual({
      ...{ dispatches: 1, acknowledgeDue: 1, acknowledgeOnTime: 1 },
    });
    await mustAddUp();
  });

  test('再扫一遍，数字不变，什么也不再写', async () => {
    await desk.done(...told.untilAnswered, told.rated);
    expect((await sweep(desk.cloud)).figures).toBe(3);
    const before = await desk.everything();
    expect((await sweep(desk.cloud)).figures).toBe(0);
    expect(await desk.everything()).toBe(before);
  });

  test('两个一起汇，每件只算一次', async () => {
    for (let number = 1; number <= 60; number += 1) await desk.done(...another(told.untilDispatched, number));
    await Promise.all([1, 2, 3].map(() => project(desk.cloud, never)));
    expect(await cell('all')).toMatchObject({ appeals: 60, dispatches: 120 });
    await mustAddUp();
  });

  test('汇到一半断了，接着汇，每件只算一次', async () => {
    for (let number = 1; number <= 60; number += 1) await desk.done(...another(told.untilDispatched, number));
    let left = 2;
    const cut: Store = {
      transact: (work) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('cut off')) : desk.store.transact(work);
      },
      get: (...args) => desk.store.get(...args),
      find: (query) => desk.store.find(query),
      count: (query) => desk.store.count(query),
      close: () => desk.store.close(),
    };
    await project({ ...desk.cloud, store: cut }, never);
    expect(await cell('all')).toMatchObject({ appeals: 50 });
    await project(desk.cloud, never);
    expect(await cell('all')).toMatchObject({ appeals: 60, dispatches: 120 });
    await mustAddUp();
  });

  test('一件算不出来，不耽误别的', async () => {
    await desk.done(...told.untilDispatched, ...another(told.untilDispatched, 2));
    await desk.store.transact(async (tx) => {
      const doc = await tx.get('appeal', told.appealId);
      if (doc) await tx.put('appeal', { ...doc, state: { status: 'broken' } });
    });
    await project(desk.cloud, never);
    expect(await cell('all')).toMatchObject({ appeals: 1, dispatches: 4 });
    expect(desk.logged.map(({ commandId }) => commandId)).toEqual([`appeal.${told.appealId}`]);
  });

  test('挂账、恢复、办结：挂账率和销账率跟着走，与逐件重算一致', async () => {
    await desk.done(...told.untilHeld);
    await sweep(desk.cloud);
    expect(await cell('grid', 'grid-1')).toMatchObject({ held: 1, everHeld: 1 });
    await mustAddUp();
    const resume = { type: 'resume', words: '天气转暖，开工' };
    await desk.done(
      [coordinator, 'appeal', told.appealId, resume],
      ...told.untilAnswered.slice(3),
      told.rated,
    );
    await sweep(desk.cloud);
    expect(await cell('grid', 'grid-1')).toMatchObject({ closed: 1, everHeld: 1, settled: 1 });
    expect(await cell('grid', 'grid-1')).not.toHaveProperty('held');
    await mustAddUp();
  });

  test('没有解决又重办，数字跟着走', async () => {
    await desk.done(...told.untilAnswered);
    await sweep(desk.cloud);
    await desk.done(told.notSolved);
    await sweep(desk.cloud);
    expect(await cell('unit', 'housing')).toMatchObject({ redone: 1, unsolved: 1 });
    await mustAddUp();
  });

  test('同一句答复用了三次，记下两件与别件相同', async () => {
    for (let number = 1; number <= 3; number += 1) await desk.done(...another(told.untilAnswered, number));
    await sweep(desk.cloud);
    expect(await cell('unit', 'housing')).toMatchObject({ answered: 3, copied: 2 });
    await desk.done(...another([told.notSolved], 2));
    await sweep(desk.cloud);
    await mustAddUp();
  });

  test('汇总在提交之后另算，提交本身不多写一份', async () => {
    await desk.done(told.asked);
    expect(await desk.all('rollup')).toEqual([]);
    const { state } = await commit(desk.cloud, {
      process: 'appeal',
      id: told.appealId,
      command: told.accepted[3],
      commandId: 'command-0002',
      actor: coordinator,
    });
    expect(state.status).toBe('accepted');
  });
});

const ask = async <Value>(actor: Call[0], query: string, input = {}) => {
  const answer = await desk.ask(actor, query, input);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as Value;
};

describe('看数据', () => {
  beforeEach(async () => {
    for (let number = 1; number <= 12; number += 1)
      await desk.done(...another([...told.untilAnswered, told.rated], number));
    await sweep(desk.cloud);
  });

  test('街道按月、按年看三率、趋势和各单位', async () => {
    for (const period of ['2026-03', '2026']) {
      const page = await ask<FiguresPage>(leader, 'figures', { period, by: 'unit' });
      expect(page.whole).toMatchObject({ appeals: 12, closed: 12, raw: { resolution: 1, satisfaction: 1 } });
      expect(page.rows.map(({ zh, appeals }) => [zh, appeals])).toEqual([['住建局', 12]]);
      expect(page.months).toHaveLength(12);
      expect(page.months.find(({ month }) => month === '2026-03')).toMatchObject({ appeals: 12, onTime: 1 });
    }
    const { rows } = await ask<FiguresPage>(coordinator, 'figures', { period: '2026-03', by: 'matter' });
    expect(rows.map(({ zh }) => zh)).toEqual(['屋顶漏水']);
  });

  test('走势：按月看一年、按天看一个月，到今天为止；全街道、网格、事项各看各的', async () => {
    desk.set('2026-03-12 10:00');
    await desk.done(...another(told.untilDispatched, 50), ...another(told.untilDispatched, 51));
    await sweep(desk.cloud);
    const days = await ask<Trend>(leader, 'trend', { period: '2026-03', by: 'matter', key: 'leak' });
    expect(days.zh).toBe('屋顶漏水');
    expect(days.whole).toMatchObject({ appeals: 14, closed: 12, raw: { resolution: 1 } });
    expect(days.moments).toHaveLength(12);
    const some = days.moments.filter(({ appeals }) => appeals > 0);
    expect(some.map(({ at, appeals, closed, onTime }) => [at, appeals, closed, onTime])).toEqual([
      ['2026-03-09', 12, 12, 1],
      ['2026-03-12', 2, 0, undefined],
    ]);
    const months = await ask<Trend>(coordinator, 'trend', { period: '2026', by: 'grid', key: 'grid-1' });
    expect(months.zh).toBe('一号网格');
    expect(months.moments.map(({ at, appeals }) => [at, appeals])).toEqual([
      ['2026-01', 0],
      ['2026-02', 0],
      ['2026-03', 14],
    ]);
    expect(await ask<Trend>(leader, 'trend', { period: '2026-03', by: 'all' })).toMatchObject({
      zh: '莲花街道',
      whole: { appeals: 14 },
    });
    const other = await ask<Trend>(leader, 'trend', { period: '2026', by: 'grid', key: 'grid-2' });
    expect(other.whole).toMatchObject({ appeals: 0, closed: 0, raw: {} });
  });

  test('一字不差的答复、没联系就交结果，提示去看', async () => {
    const { flags } = await ask<FiguresPage>(leader, 'figures', { period: '2026-03', by: 'grid' });
    expect(flags.map(({ zh, doubt, count, of }) => [zh, doubt, count, of])).toEqual([
      ['住建局', 'withoutContact', 12, 12],
      ['住建局', 'quick', 12, 12],
      ['住建局', 'copied', 11, 12],
    ]);
  });

  test('部门只看自己和全街道的', async () => {
    const mine = await ask<MyFigures>(urban, 'myFigures', { period: '2026-03' });
    expect(mine.unit.zh).toBe('城管局');
    expect(mine.own).toMatchObject({ appeals: 0, raw: {}, shares: {} });
    expect(mine.street.raw.resolution).toBe(1);
    const housings = await ask<MyFigures>(housing, 'myFigures', { period: '2026-03' });
    expect(housings).toMatchObject({ own: { appeals: 12, closed: 12 }, inHand: 0, late: 0 });
  });

  test('居民看不到研判和部门数据，看得到公开的', async () => {
    for (const [query, input] of [
      ['figures', { period: '2026-03', by: 'unit' }],
      ['myFigures', { period: '2026-03' }],
      ['trend', { period: '2026-03', by: 'all' }],
      ['export', { period: '2026-03', what: 'appeals', format: 'csv' }],
    ] as const)
      expect(await desk.ask(resident, query, input)).toMatchObject({ ok: false, code: 'not-found' });
    expect(await desk.ask(housing, 'figures', { period: '2026', by: 'unit' })).toMatchObject({ ok: false });
    const open = await ask<PublicFigures>(resident, 'publicFigures');
    expect(open).toMatchObject({ month: '2026-03', appeals: 12, closed: 12, rates: { resolution: 1 } });
    expect(open.groups).toEqual([{ zh: '住房', appeals: 12 }]);
  });

  test('公开的数太少，连率也不显示', async () => {
    desk.set('2026-04-01 10:00');
    await desk.done(...another([...told.untilAnswered, told.rated], 90));
    await sweep(desk.cloud);
    expect(await ask<PublicFigures>(resident, 'publicFigures')).toEqual({
      ...{ month: '2026-04', rates: {}, whistles: 0, smallest: 5 },
      groups: [{ zh: '住房' }],
    });
  });

  test.each([['2026-13'], ['26-03'], ['2026-3'], ['2026-03-01'], [''], ['$gt']])(
    '期次 %s 读不懂',
    async (period) => {
      expect(await desk.ask(leader, 'figures', { period, by: 'unit' })).toMatchObject({ kind: 'input' });
    },
  );
});
