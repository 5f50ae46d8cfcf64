import { handle } from '../../cloudfunctions/door.ts';
import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Answer, Detail } from '../../domain/contract.ts';
import type { Clocks, Mark } from '../../domain/kernel/deadlines.ts';
import type { Whistle } from '../../domain/whistle/whistle.ts';
import * as told from '../functions/told.ts';
import { type Call, Desk } from '../support/desk.ts';
import { coordinator, housing, housingLeader, resident, water } from '../support/office.ts';
import { at } from '../support/story.ts';

/** 办公时间 9:30–13:00、15:30–18:00；三月九日是星期一. */
const appeal = ['appeal', told.appealId] as const;
const task = ['task', `${told.appealId}-d3-housing`] as const;
const assist = ['task', `${told.appealId}-d3-water`] as const;
const summons = ['task', `${told.whistleId}-housing`] as const;
const ack = told.onTask(housing, { type: 'acknowledge' });
const ackSummons = told.onTask(housing, { type: 'acknowledge' }, 'w3');
const came = told.onTask(housing, { type: 'reportIn', way: 'onsite', code: '402915' }, 'w3');

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.store.close());

const marks = async ([process, id]: readonly [string, string]) =>
  (await desk.state<{ missed: readonly Mark[] }>(process, id)).missed;

const clocks: readonly (readonly [string, string, readonly [string, string], string, readonly Call[]])[] = [
  ['受理', 'accept', appeal, '2026-03-09 12:00', [told.asked]],
  ['派单', 'dispatch', appeal, '2026-03-09 12:00', [told.asked, told.accepted]],
  ['签收', 'acknowledge', task, '2026-03-09 12:00', told.untilDispatched],
  ['办结（诉求）', 'finish', appeal, '2026-03-16 10:00', told.untilDispatched],
  ['办结（任务）', 'finish', task, '2026-03-16 10:00', [...told.untilDispatched, ack]],
  ['签收一哨', 'acknowledge', summons, '2026-03-09 11:00', told.untilWhistled],
  ['报到', 'reportIn', summons, '2026-03-12 10:00', [...told.untilWhistled, ackSummons]],
  ['联办办结', 'finish', summons, '2026-03-23 10:00', [...told.untilWhistled, ackSummons, came]],
  ['审核', 'review', appeal, '2026-03-10 10:00', told.untilReplied],
  ['重办（诉求）', 'redo', appeal, '2026-03-12 10:00', [...told.untilAnswered, told.notSolved]],
  ['重办（任务）', 'finish', task, '2026-03-12 10:00', [...told.untilAnswered, told.notSolved]],
];

describe.each(clocks)('%s的时限', (_, clock, what, due, before) => {
  const mark = { clock, dueAt: at(due) };

  test(`到 ${due} 为止；早一分钟不算超时，到点就记，只记一次`, async () => {
    await desk.done(...before);
    desk.set(at(due) - 60_000);
    await sweep(desk.cloud);
    expect(await marks(what)).not.toContainEqual(mark);
    desk.set(due);
    await sweep(desk.cloud);
    await sweep(desk.cloud);
    desk.pass(30 * 86_400_000);
    await sweep(desk.cloud);
    expect((await marks(what)).filter((each) => each.clock === clock)).toEqual([mark]);
  });
});

describe('超时先记，再办别的', () => {
  test('超时以后才签收：先记超时，后记签收，记号留着', async () => {
    await desk.done(...told.untilDispatched);
    desk.set('2026-03-09 12:00');
    await desk.done(ack);
    const events = (await desk.all<EventDoc>('event')).filter(({ stream }) => stream === task.join('.'));
    expect(events.map(({ event }) => event.fact.type)).toEqual(['assigned', 'missed', 'acknowledged']);
    expect(await marks(task)).toEqual([{ clock: 'acknowledge', dueAt: at('2026-03-09 12:00') }]);
  });

  test('几个时限一起过了，都记，各记一次', async () => {
    await desk.done(...told.untilWhistled);
    desk.set('2026-03-23 10:00');
    await desk.done(ackSummons);
    const passed = ['acknowledge', 'contact', 'remind', 'reportIn', 'red', 'finish'];
    expect((await marks(summons)).map(({ clock }) => clock)).toEqual(passed);
  });

  test('晚报到的部门，哨图上留着晚了的记号', async () => {
    await desk.done(...told.untilWhistled, ackSummons);
    desk.set('2026-03-12 10:01');
    await desk.done(came);
    const { units } = await desk.state<Whistle>('whistle', told.whistleId);
    expect(units[0]).toMatchObject({ unit: 'housing', status: 'reportedIn', late: ['contact', 'reportIn'] });
  });

  test('差一分钟办的，不算超时', async () => {
    await desk.done(...told.untilDispatched);
    desk.set('2026-03-09 11:59');
    await desk.done(ack);
    expect(await marks(task)).toEqual([]);
  });

  test('办结超时、重办又超时的，各记一次', async () => {
    await desk.done(...told.untilDispatched);
    desk.set('2026-03-16 10:00');
    await desk.done(
      ...told.handles(housing),
      ...told.handles(water),
      told.replied,
      told.passed,
      told.notSolved,
    );
    desk.set('2026-03-19 10:00');
    await sweep(desk.cloud);
    expect((await marks(task)).filter(({ clock }) => clock === 'finish')).toEqual([
      { clock: 'finish', dueAt: at('2026-03-16 10:00') },
      { clock: 'finish', dueAt: at('2026-03-19 10:00') },
    ]);
  });

  test('主办交了结果，还欠居民一个答复，办结的时限接着走；协办交了就不走了', async () => {
    await desk.done(...told.untilDispatched, ...told.handles(housing), ...told.handles(water));
    desk.set('2026-03-16 10:00');
    await sweep(desk.cloud);
    expect((await marks(task)).map(({ clock }) => clock)).toContain('finish');
    expect((await marks(assist)).map(({ clock }) => clock)).not.toContain('finish');
  });

  test('答复以后，任务不再等谁', async () => {
    await desk.done(...told.untilDispatched, ...told.handles(housing), ...told.handles(water), told.replied);
    desk.set('2026-03-16 10:00');
    await sweep(desk.cloud);
    expect((await marks(task)).map(({ clock }) => clock)).not.toContain('finish');
  });

  test('办结超时，居民只读到一次', async () => {
    await desk.done(...told.untilDispatched, ack);
    desk.set('2026-03-16 10:00');
    await sweep(desk.cloud);
    const query = { query: 'appeal', input: { id: told.appealId } };
    const answer = (await handle(desk.cloud, resident.id, query)) as Answer<Detail<unknown>>;
    const lines = answer.ok ? answer.value.lines : [];
    expect(lines.filter(({ zh }) => zh === '诉求办结超时')).toHaveLength(1);
    expect((await marks(task)).map(({ clock }) => clock)).toContain('finish');
  });

  test('不许办的事，连超时也不由它来记', async () => {
    await desk.done(...told.untilDispatched);
    desk.set('2026-03-09 12:00');
    const was = await desk.everything();
    expect(await desk.send(told.onTask(water, { type: 'setOut' }))).toMatchObject({ ok: false });
    expect(await desk.everything()).toBe(was);
  });
});

describe('结束了的，不再计时', () => {
  const ends: readonly (readonly [string, readonly Call[]])[] = [
    ['结案', [...told.untilAnswered, told.rated]],
    ['撤回', [...told.untilDispatched, told.withdrawn]],
    ['吹哨以后撤回', [...told.untilWhistled, told.withdrawn]],
    [
      '不予受理',
      [
        told.asked,
        [coordinator, ...appeal, { type: 'decline', branch: 'beyondDuty', words: '请找物业公司按合同处理' }],
      ],
    ],
  ];

  test.each(ends)('%s：一年以后也没有超时，没有等着的闹钟', async (_, before) => {
    await desk.done(...before);
    desk.set('2026-12-09 10:00');
    expect(await sweep(desk.cloud)).toMatchObject({ clocks: 0, errands: 0 });
    const facts = (await desk.all<EventDoc>('event')).map(({ event }) => event.fact.type);
    expect(facts).not.toContain('missed');
    for (const name of ['appeal', 'task', 'whistle'])
      expect((await desk.all(name)).map(({ wakeAt }) => wakeAt).filter((wakeAt) => wakeAt !== null)).toEqual(
        [],
      );
  });

  test('撤哨以后，部门不再计时，诉求的总时限照走', async () => {
    await desk.done(...told.untilWhistled, told.cancelled);
    desk.set('2026-03-16 10:00');
    await sweep(desk.cloud);
    expect(await marks(summons)).toEqual([]);
    expect(await marks(appeal)).toEqual([
      { clock: 'dispatch', dueAt: at('2026-03-09 12:00') },
      { clock: 'finish', dueAt: at('2026-03-16 10:00') },
    ]);
  });
});

describe('居民的总时限不重新起算', () => {
  const redispatch: Call = [
    coordinator,
    ...appeal,
    { type: 'designate', units: [{ unit: 'urban', role: 'lead' }], words: '会商定由城管局办' },
  ];

  test('主办换了单位，办结时限还是原来那个', async () => {
    await desk.done(...told.untilDispatched);
    desk.set('2026-03-11 10:00');
    await desk.done(told.released('housing'), redispatch);
    desk.set('2026-03-16 10:00');
    await sweep(desk.cloud);
    expect((await marks(appeal)).map(({ clock }) => clock)).toEqual(['finish']);
  });

  test('改了办结时限，单位的任务跟着改，都从提交起算', async () => {
    await desk.done(...told.untilDispatched);
    desk.set('2026-03-11 10:00');
    const change = { type: 'reclassify', kind: 'help', tier: 'T4', matter: 'leak', words: '要大修屋面' };
    await desk.done(told.onAppeal(coordinator, change));
    await desk.settle();
    for (const [process, id] of [appeal, task]) {
      const { clocks } = await desk.state<{ clocks: Clocks }>(process, id);
      expect(clocks.finish?.dueAt).toBe(at('2026-03-24 10:00'));
    }
  });

  test('会商期间过了办结时限，照样记', async () => {
    await desk.done(...told.untilDispatched, told.released('housing'));
    desk.set('2026-03-16 10:00');
    await desk.done(redispatch);
    expect((await marks(appeal)).map(({ clock }) => clock)).toEqual(['dispatch', 'finish']);
  });

  test('按时答复过、正在重办的，不因第一次的办结时限记超时', async () => {
    await desk.done(...told.untilAnswered);
    desk.set('2026-03-17 10:00');
    await desk.done(told.notSolved, ...told.handles(housingLeader).slice(1), told.repliedAgain);
    await sweep(desk.cloud);
    expect(await marks(appeal)).toEqual([]);
  });

  test('按时办完、重办又按时的，从头到尾没有超时', async () => {
    await desk.done(...told.untilAnswered, told.notSolved);
    await desk.done(...told.handles(housingLeader).slice(1), told.repliedAgain);
    await desk.done(told.passed, [
      resident,
      ...appeal,
      { type: 'rate', solved: 'solved', satisfied: 'satisfied' },
    ]);
    desk.set('2026-12-09 10:00');
    await sweep(desk.cloud);
    expect([...(await marks(appeal)), ...(await marks(task))]).toEqual([]);
  });
});
