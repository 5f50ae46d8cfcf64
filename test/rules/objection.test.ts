import fc from 'fast-check';
import type { Doc } from '../../cloudfunctions/store.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Appeal } from '../../domain/appeal/appeal.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import type { Objection } from '../../domain/objection/objection.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Task } from '../../domain/task/task.ts';
import { accepted, appealId, asked, dispatched, onAppeal, onTask } from '../functions/told.ts';
import { type Call, Desk } from '../support/desk.ts';
import { coordinator, housing, housingLeader, leader, resident, system, water } from '../support/office.ts';
import { at } from '../support/story.ts';
import * as told from './told.ts';
import { objectionAfter, objections, overrule, raiseObjection, through, uphold } from './told-request.ts';

/** 派单异议：四个工作小时内提，四个工作小时内裁，一个单位一次（条例第十二条）. */
describe('提出异议', () => {
  const { taskAfter, tasks, summons, object } = told;
  const objected = { ...object, type: 'objected' } as const;

  test('派单后四个工作小时以内：星期一 10:00 派的，到 16:30', () => {
    taskAfter(...tasks.pending, '2026-03-09 16:30')
      .when(housingLeader, object)
      .gives(objected);
    taskAfter(...tasks.pending, '2026-03-09 16:31')
      .when(housingLeader, object)
      .refuses('objection-late');
  });

  test('过了时限就不再给出这一步，别的照旧', () => {
    taskAfter(...tasks.pending, '2026-03-09 16:30').offers(housingLeader, 'acknowledge', 'recuse', 'object');
    taskAfter(...tasks.pending, '2026-03-09 16:31').offers(housingLeader, 'acknowledge', 'recuse');
  });

  test('签收了也可以提，开始办了就不能再提', () => {
    taskAfter(...tasks.acknowledged)
      .when(housingLeader, object)
      .gives(objected);
    taskAfter(...tasks.handling)
      .when(housingLeader, object)
      .refuses('not-now');
  });

  test('负责人提；经办人、别的单位、专班都不能', () => {
    for (const actor of [housing, water, coordinator, leader])
      taskAfter(...tasks.pending)
        .when(actor, object)
        .refuses('not-yours');
  });

  test('同一件任务提过一次就不能再提', () => {
    taskAfter(...tasks.pending, [housingLeader, object])
      .when(housingLeader, object)
      .refuses('not-now');
  });

  test('应急哨不能提异议，群众诉求哨可以', () => {
    taskAfter(...told.rushes.acknowledged)
      .when(housingLeader, object)
      .refuses('not-now');
    taskAfter(...summons.pending)
      .when(housingLeader, object)
      .gives(objected);
  });

  test('指定了的、裁定过的，再派出去也不能退', () => {
    const locked = [[system, { ...told.assign, locked: true }]] as const;
    taskAfter(...locked)
      .when(housingLeader, object)
      .refuses('not-now');
  });

  test('要写明应当由谁办：不能是本单位，也不能是没有的单位', () => {
    const raise = (owner: string) =>
      objectionAfter().when(through(housingLeader), { ...raiseObjection, owner });
    raise('housing').refuses('own-unit');
    raise('moon').refuses('unknown-unit');
  });

  test('一个单位对一件诉求只有一次，哪怕是另一次派单', () => {
    for (const state of [objections.raised, objections.upheld, objections.overruled, objections.expired])
      objectionAfter(...state)
        .when(through(housingLeader), raiseObjection)
        .refuses('objected-once');
  });

  test('诉求裁定过或指定过，谁也不能再提', () => {
    const lock = { type: 'lock', unit: 'housing', words: '归住建局' } as const;
    const dispute = { type: 'dispute', unit: 'water' } as const;
    const { inProgress } = told.appeals;
    told
      .appealAfter(...inProgress)
      .when(system, dispute)
      .gives({ type: 'disputed', unit: 'water' });
    told
      .appealAfter(...inProgress, [system, lock])
      .when(system, dispute)
      .refuses('return-locked');
  });
});

describe('裁定异议', () => {
  test('专班裁；单位、街道领导、居民都不裁', () => {
    const raised = objectionAfter(...objections.raised);
    raised.when(coordinator, uphold).gives({ ...uphold, type: 'upheld' });
    raised.when(coordinator, overrule).gives({ ...overrule, type: 'overruled' });
    for (const actor of [housingLeader, water, leader, resident])
      raised.when(actor, uphold).refuses('not-yours');
  });

  test('自己单位的异议，自己不裁', () => {
    const own = { ...coordinator, unit: 'housing' };
    objectionAfter(...objections.raised)
      .when(own, overrule)
      .refuses('not-yours');
  });

  test('裁定的时限是四个工作小时', () => {
    expect(objectionAfter(...objections.raised).state.clocks.decide?.dueAt).toBe(at('2026-03-09 16:30'));
  });

  test('提异议的单位和街道看得见，居民和别的单位不知道', () => {
    const raised = objectionAfter(...objections.raised);
    expect(raised.seenBy(coordinator)?.ball.sentence).toBe('派单异议等专班裁定，最迟 3月9日 16:30 裁定');
    expect(raised.seenBy(housing)?.owner).toEqual({ id: 'water', zh: '供水公司' });
    expect(raised.readBy(housing)[0]?.zh).toBe('派单异议：建议由供水公司办理');
    for (const actor of [resident, water]) {
      expect(raised.seenBy(actor)).toBeUndefined();
      expect(raised.readBy(actor)).toEqual([]);
    }
  });
});

const objectionId = `${appealId}-o-housing`;
const decides = (command: Call[3], id = objectionId): Call => [coordinator, 'objection', id, command];
const again = (unit: string) =>
  onAppeal(coordinator, { type: 'dispatch', units: [{ unit, role: 'lead', need: '查看' }] });

describe('裁定以后', () => {
  let desk: Desk;
  const appeal = () => desk.state<Appeal>('appeal', appealId);
  const task = async (unit: string) => {
    const tasks = await desk.all<Doc & { state: Task }>('task');
    const own = tasks.map(({ state }) => state).filter((each) => each.unit === unit);
    return own.toSorted((one, other) => one.assignedAt - other.assignedAt).at(-1);
  };
  const inboxOf = async (to: string) =>
    (await desk.all<Doc & { to: string; about: string }>('inbox'))
      .filter((each) => each.to === to)
      .map(({ about }) => about);

  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.store.close());

  const objectedTo = async (tier: 'T1' | 'T2' | 'T3' = 'T3') => {
    await desk.done(asked, onAppeal(coordinator, { ...told.accept, tier }), dispatched);
    desk.set('2026-03-09 16:00');
    await desk.done(onTask(housingLeader, told.object));
  };

  test('成立：任务撤回，诉求重新派单；居民的时限不重来', async () => {
    await objectedTo();
    await desk.done(decides(uphold));
    await desk.settle();
    expect(await appeal()).toMatchObject({
      status: 'accepted',
      clocks: { finish: { dueAt: at('2026-03-16 10:00') } },
    });
    expect((await task('housing'))?.status).toBe('released');
    expect((await task('water'))?.status).toBe('released');
    expect(await inboxOf('unit:housing')).toContain('objection.upheld');
  });

  test('消息点开就是这件事：专班到诉求，单位到自己的任务', async () => {
    await objectedTo();
    await desk.done(decides(uphold));
    const lines = await desk.all<Doc & { to: string; about: string; process: string; id: string }>('inbox');
    const own = lines.filter(({ about }) => about.startsWith('objection.'));
    expect(own.map(({ to, about, process, id }) => [to, about, process, id]).sort()).toEqual([
      ['role:coordinator', 'objection.raised', 'appeal', appealId],
      ['unit:housing', 'objection.upheld', 'task', `${appealId}-d3-housing`],
    ]);
  });

  test('成立：专班看得到建议由谁办，接手的单位用剩下的时限', async () => {
    await objectedTo();
    await desk.done(decides(uphold));
    const answer = await desk.ask(coordinator, 'appeal', { id: appealId });
    expect(answer).toMatchObject({ value: { view: { suggested: { id: 'water', zh: '供水公司' } } } });
    await desk.done(again('water'));
    expect((await task('water'))?.clocks.finish?.dueAt).toBe(at('2026-03-16 10:00'));
  });

  test('剩下的不够一个工作日：接手的单位有一个工作日，居民的时限还是原来的', async () => {
    await objectedTo('T2');
    desk.set('2026-03-10 09:45');
    await desk.done(decides(uphold), again('water'));
    expect((await task('water'))?.clocks.finish?.dueAt).toBe(at('2026-03-11 09:45'));
    expect((await appeal()).clocks.finish?.dueAt).toBe(at('2026-03-10 10:00'));
  });

  test('危急的两小时件：接手的单位也只有两小时', async () => {
    await objectedTo('T1');
    await desk.done(decides(uphold), again('water'));
    expect((await task('water'))?.clocks.finish?.dueAt).toBe(at('2026-03-09 18:00'));
  });

  test('协办的异议成立：只撤它的任务，主办照办', async () => {
    const units = [
      { unit: 'water', role: 'lead', need: '查看水管' },
      { unit: 'housing', role: 'assist', need: '查看屋顶' },
    ];
    await desk.done(asked, accepted, onAppeal(coordinator, { type: 'dispatch', units }));
    await desk.done(onTask(housingLeader, { ...told.object, owner: 'urban' }), decides(uphold));
    expect((await appeal()).status).toBe('dispatched');
    expect((await task('housing'))?.status).toBe('released');
    expect((await task('water'))?.status).toBe('pending');
  });

  test('不成立：继续办理，再也不能退', async () => {
    await objectedTo();
    await desk.done(decides(overrule));
    expect(await appeal()).toMatchObject({ status: 'dispatched', locked: true });
    expect((await task('housing'))?.status).toBe('pending');
    expect(await inboxOf('unit:housing')).toContain('objection.overruled');
  });

  test('逾期未裁：按不成立办理，报街道领导', async () => {
    await objectedTo();
    desk.set('2026-03-10 11:30');
    await sweep(desk.cloud);
    expect((await desk.state<Objection>('objection', objectionId)).status).toBe('expired');
    expect(await appeal()).toMatchObject({ status: 'dispatched', locked: true });
    expect(await inboxOf('role:streetLeader')).toContain('objection.escalated');
    expect(await desk.send(decides(uphold))).toMatchObject({ code: 'not-now' });
  });

  test('居民撤回了：异议跟着了结，不再催裁', async () => {
    await objectedTo();
    await desk.done(onAppeal(resident, { type: 'withdraw' }));
    expect((await desk.state<Objection>('objection', objectionId)).status).toBe('overruled');
    expect(await inboxOf('role:streetLeader')).toEqual([]);
    expect(await inboxOf('unit:housing')).not.toContain('objection.overruled');
  });

  test('主办的异议成立：它提的挂账申请跟着收回', async () => {
    await objectedTo();
    await desk.done(onTask(housing, { type: 'acknowledge' }), onAppeal(housing, told.asks.hold));
    const [open] = (await appeal()).requests ?? [];
    await desk.done(decides(uphold));
    expect((await desk.state<Request>('request', open?.request ?? '')).status).toBe('takenBack');
    expect(await appeal()).toMatchObject({ requests: [], disputes: [] });
  });

  test('又派回同一个单位：不能再提第二次', async () => {
    await objectedTo();
    await desk.done(decides(uphold), again('housing'));
    const { tasks } = await appeal();
    const answer = await desk.send([housingLeader, 'task', tasks[0]?.task ?? '', told.object]);
    expect(answer).toMatchObject({ ok: false, code: 'objected-once' });
  });

  test('居民读不到异议的内容，只读到派给了谁', async () => {
    await objectedTo();
    await desk.done(decides(uphold), again('water'));
    const page = JSON.stringify(await desk.ask(resident, 'appeal', { id: appealId }));
    for (const inner of ['职责清单', '立管', '异议']) expect(page).not.toContain(inner);
    expect(page).toContain('已派单：供水公司（主办）');
  });
});

/** Any leader may object to anything at any time; the coordinator rules as he likes, or not at all. */
test('不论怎样提异议：最多派“单位数加一”次，居民的时限从不推迟', async () => {
  const units = ['housing', 'water', 'urban', 'police'];
  const leaders = new Map<string, Actor>(
    units.map((unit) => [unit, { id: `leader-${unit}`, roles: ['unitLeader'], unit }]),
  );
  const desk = await Desk.open();
  await desk.store.transact(async (tx) => {
    for (const { id, ...rest } of leaders.values())
      await tx.put('person', { _id: id, name: id, title: '负责人', ...rest });
  });
  const step = fc.record({
    unit: fc.constantFrom(...units),
    ruling: fc.constantFrom('uphold', 'uphold', 'uphold', 'overrule', 'wait'),
    objects: fc.boolean(),
  });
  const ruled = { uphold, overrule };
  let most = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      await desk.begin([]);
      await desk.done(asked, accepted);
      const { dueAt } = (await desk.state<Appeal>('appeal', appealId)).clocks.finish ?? {};
      let dispatches = 0;
      for (const { unit, ruling, objects } of steps) {
        if ((await desk.send(again(unit))).ok) dispatches += 1;
        const { tasks } = await desk.state<Appeal>('appeal', appealId);
        const [task] = tasks;
        const actor = leaders.get(task?.unit ?? '');
        if (!objects || !task || !actor) continue;
        const owner = units.find((each) => each !== actor.unit) ?? '';
        await desk.send([actor, 'task', task.task, { ...told.object, owner }]);
        if (ruling === 'wait') desk.pass(86_400_000);
        else await desk.send(decides(ruled[ruling as keyof typeof ruled], `${appealId}-o-${actor.unit}`));
        await sweep(desk.cloud);
      }
      const appeal = await desk.state<Appeal>('appeal', appealId);
      most = Math.max(most, dispatches);
      expect(dispatches).toBeLessThanOrEqual(units.length + 1);
      expect(appeal.clocks.finish?.dueAt).toBe(dueAt);
    }),
    { numRuns: 150 },
  );
  expect(most).toBeGreaterThan(2);
  expect(desk.logged).toEqual([]);
  await desk.store.close();
}, 60_000);
