import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import type { Clocks, Mark } from '../../domain/kernel/deadlines.ts';
import * as door from '../functions/told.ts';
import { type Call, Desk } from '../support/desk.ts';
import { coordinator, housing, housingLeader, resident, supervisor } from '../support/office.ts';
import { at, until } from '../support/story.ts';
import { asks, object } from './told.ts';

/** 放假通知晚到了：三月九日（星期一）、十一日（星期三）改成放假. */
const holiday = '放假安排有变，时限按新的日历计算';

interface Timed {
  readonly clocks: Clocks;
  readonly missed: readonly Mark[];
}

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(async () => desk.store.close());

const clocksOf = async (process: string, id: string) => (await desk.state<Timed>(process, id)).clocks;
const extend = [...door.untilDispatched, door.onAppeal(housing, asks.extend)];
const objected = [...door.untilDispatched, door.onTask(housingLeader, object)];
const answer = { type: 'answer', words: '材料已经买好，今天开工' };
const press = { type: 'supervise', kind: 'listed', words: '三天没有动静' };
const supervised = [...door.untilDispatched, door.onAppeal(supervisor, press)];

describe('放假安排变了，还没走完的时限都按新的日历重新算', () => {
  test.each<[string, string, string, readonly Call[], string, string, string]>([
    ['派单', 'appeal', door.appealId, [door.asked, door.accepted], 'dispatch', '09 12:00', '10 11:30'],
    ['签收', 'task', 'appeal-0001-d3-water', door.untilDispatched, 'acknowledge', '09 12:00', '10 11:30'],
    ['报到', 'task', 'appeal-0001-w3-water', door.untilWhistled, 'reportIn', '12 10:00', '13 09:30'],
    ['审批吹哨', 'whistle', door.whistleId, door.untilCalled, 'approve', '09 12:00', '10 11:30'],
    ['批申请', 'request', 'appeal-0001-r4', extend, 'decide', '09 16:30', '10 16:00'],
    ['裁异议', 'objection', 'appeal-0001-o-housing', objected, 'decide', '09 16:30', '10 16:00'],
    ['说明督办', 'supervision', 'appeal-0001-s4', supervised, 'answer', '11 10:00', '12 09:30'],
    ['回访', 'followUp', 'appeal-0001-f0', door.untilAnswered, 'followUp', '12 10:00', '13 09:30'],
  ])('%s：到了原来的时刻不误记超时，重算只记一次', async (_, process, id, steps, clock, before, after) => {
    await desk.done(...steps);
    expect(await clocksOf(process, id)).toMatchObject({ [clock]: until(`2026-03-${before}`) });
    desk.declareHoliday('2026-03-09');
    desk.set(`2026-03-${before}`);
    await desk.settle();
    const state = await desk.state<Timed>(process, id);
    expect(state.clocks).toMatchObject({ [clock]: until(`2026-03-${after}`) });
    expect(state.missed.filter((mark) => mark.clock === clock)).toEqual([]);
    const facts = (await desk.all<EventDoc>('event')).filter((each) => each.stream === `${process}.${id}`);
    expect(facts.filter(({ event }) => event.fact.type === 'recounted')).toHaveLength(1);
  });

  test('报到顺延，提醒和红灯跟着走', async () => {
    await desk.done(...door.untilWhistled);
    desk.declareHoliday('2026-03-11');
    await desk.done(door.onTask(housing, { type: 'acknowledge' }, 'w3'));
    expect(await clocksOf('task', 'appeal-0001-w3-housing')).toMatchObject({
      acknowledge: until('2026-03-09 11:00'),
      remind: until('2026-03-12 10:00'),
      reportIn: until('2026-03-13 10:00'),
      red: until('2026-03-15 10:00'),
    });
  });

  test('说明督办顺延，催办通知书跟着走', async () => {
    await desk.done(...supervised);
    desk.declareHoliday('2026-03-10');
    await desk.done([housingLeader, 'supervision', 'appeal-0001-s4', answer]);
    expect(await clocksOf('supervision', 'appeal-0001-s4')).toMatchObject({
      answer: until('2026-03-12 10:00'),
      letter: until('2026-03-13 10:00'),
    });
  });

  test('走完的、超过的不动；没有挪动的，什么也不记', async () => {
    await desk.done(...door.untilWhistled);
    desk.set('2026-03-09 11:00');
    await desk.settle();
    desk.declareHoliday('2026-03-09');
    desk.set('2026-03-12 10:00');
    await desk.settle();
    const task = await desk.state<Timed>('task', 'appeal-0001-w3-housing');
    expect(task.clocks).toMatchObject({ acknowledge: until('2026-03-09 11:00') });
    expect(task.missed.filter(({ clock }) => clock === 'acknowledge')).toEqual([
      { clock: 'acknowledge', dueAt: at('2026-03-09 11:00') },
    ]);
    const { clocks } = await desk.state<Timed>('appeal', door.appealId);
    expect(clocks).toMatchObject({ accept: until('2026-03-09 12:00'), finish: until('2026-03-16 10:00') });
    const events = await desk.all<EventDoc>('event');
    const moved = events.filter(({ event }) => event.fact.type === 'recounted');
    expect(moved.map(({ process }) => process)).toEqual(['task', 'task']);
  });

  test('谁看得到这件事，谁就读得到时限改过', async () => {
    await desk.done(door.asked, door.accepted);
    desk.declareHoliday('2026-03-09');
    const more = { type: 'supplement', words: '三号楼', photos: [] };
    await desk.done(door.onAppeal(resident, more), door.dispatched);
    const line = expect.objectContaining({ zh: holiday, who: '系统' });
    for (const reader of [resident, coordinator, housing])
      expect(await desk.ask(reader, 'appeal', { id: door.appealId })).toMatchObject({
        value: { lines: expect.arrayContaining([line]) },
      });
  });
});
