import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Appeal } from '../../domain/appeal/appeal.ts';
import type { View as AppealView } from '../../domain/appeal/view.ts';
import type { AppealDetail, FiguresPage, Inbox, MyFigures, Page, TaskDetail } from '../../domain/contract.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import type { Task } from '../../domain/task/task.ts';
import type { View as TaskView } from '../../domain/task/view.ts';
import * as told from '../functions/told.ts';
import { type Call, Desk } from '../support/desk.ts';
import {
  clerk,
  colleague,
  coordinator,
  gridChief,
  gridWorker,
  householdLead,
  housing,
  neighbour,
  otherGridWorker,
  resident,
  water,
} from '../support/office.ts';
import { cellsIn, recounted } from '../support/recount.ts';
import { at } from '../support/story.ts';
import * as rules from './told.ts';

/** 三月九日是星期一；办公时间 9:30–13:00、15:30–18:00. 楼道保洁在社区职责清单上，屋顶漏水不在. */
const id = told.appealId;
const stairs = { ...rules.accept, matter: 'stairs' };
const entrust = (step: string) => told.onAppeal(coordinator, { type: 'entrust', step });
const onTask = (actor: Actor, unit: string, command: Call[3], parent = 'd3'): Call => [
  actor,
  'task',
  `${id}-${parent}-${unit}`,
  command,
];
const worksOn = (actor: Actor, unit: string, parent = 'd3'): readonly Call[] => [
  onTask(actor, unit, { type: 'acknowledge' }, parent),
  onTask(actor, unit, { type: 'contact', way: 'visit', words: '上门看过，约好下午清扫' }, parent),
  onTask(actor, unit, { ...rules.work, photos: [] }, parent),
  onTask(actor, unit, rules.handIn, parent),
];
const replies = (actor: Actor): Call => told.onAppeal(actor, { ...rules.reply, photos: [] });
const passUp = onTask(gridWorker, 'grid-1', { type: 'passUp', words: '要动用吊车，网格办不了' });

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(async () => {
  expect(desk.logged).toEqual([]);
  await desk.store.close();
});

const appeal = () => desk.state<Appeal>('appeal', id);
const task = (unit: string, parent = 'd3') => desk.state<Task>('task', `${id}-${parent}-${unit}`);
const refused = async (call: Call, code: string) =>
  expect(await desk.send(call)).toMatchObject({ ok: false, code });
async function answered<Value>(actor: Actor, query: string, input: object): Promise<Value> {
  const answer = await desk.ask(actor, query, input);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as Value;
}
const seen = async (actor: Actor) => (await answered<AppealDetail>(actor, 'appeal', { id })).view;
const inHand = (actor: Actor) => answered<Page<TaskView>>(actor, 'tasks', { desk: 'unit' });

describe('先交网格', () => {
  test.each([
    ['household', 'grid-1-household', '一号网格联户长', householdLead],
    ['grid', 'grid-1', '一号网格', gridWorker],
    ['community', 'east', '东社区', clerk],
  ] as const)('交给%s：那一级的人看得到任务，居民看得到在谁手里', async (step, unit, zh, actor) => {
    await desk.done(told.asked, told.onAppeal(coordinator, stairs), entrust(step));

    expect(await task(unit)).toMatchObject({ unit, step, role: 'lead', status: 'pending' });
    expect((await inHand(actor)).items).toMatchObject([{ zh, step }]);
    expect((await seen(resident)).ball.sentence).toContain(`已交给${zh}，等签收`);
    expect((await seen(coordinator)).step).toBe(step);
    const { items } = await answered<Inbox>(actor, 'notices', {});
    expect(items.map(({ about }) => about)).toContain('task.assigned');
  });

  test('别的网格的人、同一社区别的手，都不是承办的：看不到任务，也办不了', async () => {
    await desk.done(told.asked, told.accepted, entrust('grid'));

    for (const actor of [otherGridWorker, householdLead, clerk, housing]) {
      expect((await inHand(actor)).items).toEqual([]);
      await refused(onTask(actor, 'grid-1', { type: 'acknowledge' }), 'not-found');
    }
  });

  test('网格员签收、联系、办理、答复，街道审核，居民说解决了：网格内解决', async () => {
    await desk.done(told.asked, told.accepted, entrust('grid'));
    await desk.done(...worksOn(gridWorker, 'grid-1'), replies(gridWorker), told.passed, told.rated);

    expect(await appeal()).toMatchObject({
      status: 'closed',
      end: { reason: 'solved' },
      reply: { unit: 'grid-1' },
      tasks: [{ unit: 'grid-1', contacted: 'onTime', status: 'accepted' }],
    });
    await sweep(desk.cloud);
    const { whole } = await answered<FiguresPage>(coordinator, 'figures', { period: '2026-03', by: 'grid' });
    expect(whole.shares).toMatchObject({ inGrid: 1, firstTime: 1 });
    expect(whole.raw).toMatchObject({ response: 1, resolution: 1 });
    expect(cellsIn(await desk.all('rollup'))).toEqual(recounted(await desk.all<EventDoc>('event')));
  });

  test('社区办好的，社区在我的数据里看得到；网格员没有这一页', async () => {
    await desk.done(told.asked, told.onAppeal(coordinator, stairs), entrust('community'));
    const input = { period: '2026-03' };
    expect(await answered<MyFigures>(clerk, 'myFigures', input)).toMatchObject({ inHand: 1, late: 0 });
    await desk.done(...worksOn(clerk, 'east'), replies(clerk), told.passed, told.rated);
    await sweep(desk.cloud);

    const mine = await answered<MyFigures>(clerk, 'myFigures', input);
    expect(mine).toMatchObject({ unit: { zh: '东社区' }, inHand: 0, own: { appeals: 1, closed: 1 } });
    expect(mine.own.shares).toMatchObject({ inGrid: 1, firstTime: 1 });
    expect(mine.own.raw).toMatchObject({ response: 1, resolution: 1 });
    expect(await desk.ask(gridWorker, 'myFigures', input)).toMatchObject({ ok: false });
  });

  test('街道单位办好的，不算网格内解决', async () => {
    await desk.done(...told.untilAnswered, told.rated);

    await sweep(desk.cloud);
    const { whole } = await answered<FiguresPage>(coordinator, 'figures', { period: '2026-03', by: 'unit' });
    expect(whole.shares).toMatchObject({ inGrid: 0 });
  });

  test('隐名的，网格员办理也看不到姓名电话', async () => {
    const hidden = told.onAppeal(resident, { ...rules.submit, photos: [], identity: 'nameHidden' });
    await desk.done(hidden, told.accepted, entrust('grid'));

    const detail = await answered<TaskDetail>(gridWorker, 'task', { id: `${id}-d3-grid-1` });
    expect(detail.appeal?.view.relation).toBe('unit');
    expect(JSON.stringify(detail)).not.toMatch(/卓玛|13900000101/);
  });

  test('没有标出网格的，不能先交网格', async () => {
    const nowhere = told.onAppeal(resident, { ...rules.submit, photos: [], place: { address: '河边' } });
    await desk.done(nowhere, told.accepted);

    await refused(entrust('grid'), 'not-now');
  });

  describe('没有标出网格的，专班受理或者改类型时定', () => {
    const nowhere = (place?: object) => told.onAppeal(resident, { ...rules.submit, photos: [], place });
    const accepts = (grid: string) => told.onAppeal(coordinator, { ...stairs, grid });
    const sorts = (grid: string) =>
      told.onAppeal(coordinator, { ...stairs, type: 'reclassify', grid, words: '电话问清了在哪里' });

    test('受理时定：地址照旧，能先交网格、能一起关注、按网格统计', async () => {
      const follow = { type: 'follow', into: id, matter: 'stairs', grid: 'grid-2', identity: 'open' };
      await desk.done(nowhere({ address: '河边' }), accepts('grid-2'), entrust('grid'));
      await desk.done([neighbour, 'appeal', 'appeal-0002', follow]);

      expect(await appeal()).toMatchObject({ place: { address: '河边', grid: 'grid-2' } });
      expect(await task('grid-2')).toMatchObject({ status: 'pending', brief: { grid: 'grid-2' } });
      await sweep(desk.cloud);
      const page = await answered<FiguresPage>(coordinator, 'figures', { period: '2026-03', by: 'grid' });
      expect(page.rows).toMatchObject([{ zh: '二号网格' }]);
    });

    test('完全没有写地方的，以后改类型时也能定；谁定在哪里，街道读得到', async () => {
      await desk.done(nowhere(), told.accepted, sorts('grid-1'), entrust('grid'));

      expect(await appeal()).toMatchObject({ place: { grid: 'grid-1' } });
      const { lines } = await answered<AppealDetail>(coordinator, 'appeal', { id });
      expect(lines.map(({ zh }) => zh)).toContain('更改类型和办结时限，网格定为一号网格');
    });

    test('被投诉的单位读不到定在哪个网格', async () => {
      const accused = { ...rules.accept, kind: 'complain', accused: 'water', grid: 'grid-1' };
      await desk.done(nowhere(), told.onAppeal(coordinator, accused), told.dispatched);

      const { view, lines } = await answered<AppealDetail>(water, 'appeal', { id });
      expect(view.relation).toBe('accused');
      expect(JSON.stringify([view, lines])).not.toMatch(/grid-1|一号网格/);
    });

    test('居民标了的、已经定了的，不改', async () => {
      await desk.done(told.asked);
      await refused(accepts('grid-2'), 'grid-known');
      await desk.done(told.accepted);
      await refused(sorts('grid-1'), 'grid-known');
    });

    test('要是本街道的网格', async () => {
      await desk.done(nowhere());
      await refused(accepts('grid-9'), 'unknown-area');
    });
  });

  test('职责清单只管社区：网格可以先接，社区不能', async () => {
    await desk.done(told.asked, told.accepted);

    await refused(entrust('community'), 'not-on-list');
    await desk.done(entrust('household'));
  });

  test('被投诉的社区，它的网格、联户长都不能主办；主办着的，先收回才能改', async () => {
    const accused = { ...stairs, kind: 'complain', accused: 'east' };
    await desk.done(told.asked, told.onAppeal(coordinator, accused));
    for (const step of ['household', 'grid', 'community']) await refused(entrust(step), 'accused-lead');

    const resort = (sorting: object, words: string) =>
      told.onAppeal(coordinator, { ...sorting, type: 'reclassify', words });
    await desk.done(resort(stairs, '问清了，不是投诉'), entrust('grid'));
    await refused(resort(accused, '投诉的是社区'), 'accused-lead');
  });

  test('巡查的人自己发现的，交给他的网格，他自己不办，网格长办', async () => {
    const found = told.onAppeal(gridWorker, { ...rules.submit, photos: [] });
    await desk.done(found, told.accepted, entrust('grid'));

    expect(await appeal()).toMatchObject({ patrol: true });
    await refused(onTask(gridWorker, 'grid-1', { type: 'acknowledge' }), 'not-yours');
    await desk.done(...worksOn(gridChief, 'grid-1'));
    await refused(replies(gridWorker), 'not-yours');
    await desk.done(replies(gridChief));
  });
});

describe('上交一级', () => {
  test('网格办不了的交社区，社区办不了的到街道：每一级写明为什么', async () => {
    await desk.done(told.asked, told.onAppeal(coordinator, stairs), entrust('grid'), passUp);

    expect(await task('grid-1')).toMatchObject({ status: 'released' });
    expect(await appeal()).toMatchObject({
      status: 'dispatched',
      tasks: [{ unit: 'east', step: 'community' }],
    });
    const up = { type: 'passUp', words: '物业不配合，社区没有执法权' };
    await desk.done(onTask(clerk, 'east', { type: 'acknowledge' }, 'd5'), onTask(clerk, 'east', up, 'd5'));

    expect(await appeal()).toMatchObject({
      status: 'accepted',
      step: 'street',
      climbs: [
        { step: 'community', reason: 'noAuthority' },
        { step: 'street', reason: 'noAuthority' },
      ],
    });
    const read = async (actor: Actor) => (await answered<AppealDetail>(actor, 'appeal', { id })).lines;
    expect((await read(coordinator)).map(({ zh, words }) => [zh, words])).toEqual(
      expect.arrayContaining([
        ['网格上交社区（没有权限）', '要动用吊车，网格办不了'],
        ['社区上交街道（没有权限）', '物业不配合，社区没有执法权'],
      ]),
    );
    expect((await read(resident)).map(({ words }) => words)).not.toContain('要动用吊车，网格办不了');
  });

  test('事项不在社区职责清单上，网格直接交街道；派给单位以后照常', async () => {
    await desk.done(told.asked, told.accepted, entrust('grid'), passUp);

    expect(await appeal()).toMatchObject({
      status: 'accepted',
      climbs: [{ step: 'street' }],
      tasks: [{ unit: 'grid-1', status: 'released' }],
    });
    expect((await seen(coordinator)).step).toBe('street');
    expect((await seen(gridWorker)).relation).toBe('grid');
    expect((await appeal()).clocks.finish?.startedAt).toBe(at('2026-03-09 10:00'));
    await desk.done(told.dispatched);
    expect((await seen(coordinator)).step).toBe('street');
  });

  test('交上来过的，不再往下交', async () => {
    await desk.done(told.asked, told.accepted, entrust('grid'), passUp);

    await refused(entrust('household'), 'not-now');
  });

  test('网格的时限四个办公小时，到时没有办好，自己上交', async () => {
    await desk.done(told.asked, told.onAppeal(coordinator, stairs), entrust('grid'));
    await desk.done(onTask(gridWorker, 'grid-1', { type: 'acknowledge' }));
    expect((await task('grid-1')).clocks.finish?.dueAt).toBe(at('2026-03-09 16:30'));

    desk.set('2026-03-09 16:29');
    await sweep(desk.cloud);
    expect(await appeal()).toMatchObject({ climbs: [] });
    desk.set('2026-03-09 16:30');
    await sweep(desk.cloud);
    expect(await task('grid-1')).toMatchObject({ status: 'released', missed: [{ clock: 'finish' }] });
    expect(await appeal()).toMatchObject({ climbs: [{ step: 'community', reason: 'overdue' }] });
    expect((await task('east', 'd6')).clocks.finish?.dueAt).toBe(at('2026-03-10 16:30'));
    await refused(onTask(gridWorker, 'grid-1', { ...rules.work, photos: [] }), 'not-now');
  });

  test('居民的时限先到的，到街道，不督办网格', async () => {
    const urgent = told.onAppeal(coordinator, { ...stairs, tier: 'T1' });
    await desk.done(told.asked, urgent, entrust('grid'));
    expect((await task('grid-1')).clocks.finish?.dueAt).toBe(at('2026-03-09 12:00'));

    desk.set('2026-03-09 12:00');
    await desk.settle();
    expect(await appeal()).toMatchObject({
      status: 'accepted',
      climbs: [{ step: 'street', reason: 'overdue' }],
      supervisions: [],
      missed: [{ clock: 'finish' }],
    });
  });

  test('改紧了时限，居民的先到：网格的没有到时也当场上交街道，不督办', async () => {
    const urgent = told.onAppeal(coordinator, {
      ...stairs,
      type: 'reclassify',
      tier: 'T1',
      words: '老人摔了',
    });
    await desk.done(told.asked, told.onAppeal(coordinator, stairs), entrust('grid'), urgent);
    expect((await task('grid-1')).clocks.finish?.dueAt).toBe(at('2026-03-09 16:30'));

    desk.set('2026-03-09 12:00');
    await sweep(desk.cloud);
    expect(await appeal()).toMatchObject({
      status: 'accepted',
      climbs: [{ step: 'street', reason: 'overdue' }],
      supervisions: [],
      missed: [{ clock: 'finish' }],
      tasks: [{ unit: 'grid-1', status: 'released' }],
    });
    expect(await task('grid-1')).toMatchObject({ status: 'released' });
    desk.set('2026-03-09 16:30');
    await sweep(desk.cloud);
    expect((await appeal()).climbs).toHaveLength(1);
    await desk.done(told.dispatched);
    expect(await appeal()).toMatchObject({ status: 'dispatched', step: 'street', supervisions: [] });
  });

  test('居民撤回了的，到时不再上交', async () => {
    await desk.done(told.asked, told.accepted, entrust('grid'));
    desk.set('2026-03-12 10:00');
    await desk.done(told.withdrawn);
    await desk.settle();

    expect(await appeal()).toMatchObject({
      status: 'withdrawn',
      climbs: [],
      tasks: [{ unit: 'grid-1', status: 'released' }],
    });
  });

  test('改了办结时限，网格的时限不变', async () => {
    const longer = { type: 'reclassify', kind: 'help', tier: 'T4', matter: 'leak', words: '屋面要大修' };
    await desk.done(told.asked, told.accepted, entrust('grid'), told.onAppeal(colleague, longer));

    expect((await task('grid-1')).clocks.finish?.dueAt).toBe(at('2026-03-09 16:30'));
  });

  test('居民说没有解决，不再交网格，街道会商', async () => {
    await desk.done(told.asked, told.accepted, entrust('grid'));
    await desk.done(...worksOn(gridWorker, 'grid-1'), replies(gridWorker), told.passed, told.notSolved);

    expect(await appeal()).toMatchObject({
      status: 'consulting',
      round: 1,
      climbs: [{ step: 'street', reason: 'unsolved' }],
    });
  });

  test('街道收回的，回到派单；居民的时限照走', async () => {
    await desk.done(told.asked, told.accepted, entrust('grid'), told.released('grid-1'));

    expect(await appeal()).toMatchObject({
      status: 'accepted',
      climbs: [{ step: 'street', reason: 'manual' }],
    });
    await desk.done(told.dispatched);
  });

  test('在网格手里的，先收回才能上会，不能督办网格', async () => {
    await desk.done(told.asked, told.accepted, entrust('grid'));
    const view: AppealView = await seen(coordinator);

    expect(view.step).toBe('grid');
    const climb = { type: 'climb', step: 'weekly', reason: 'manual', words: '几家推来推去' };
    await refused(told.onAppeal(coordinator, climb), 'not-now');
    const supervise = { type: 'supervise', kind: 'routine', words: '请尽快办结' };
    await refused(told.onAppeal(coordinator, supervise), 'not-now');
  });
});
