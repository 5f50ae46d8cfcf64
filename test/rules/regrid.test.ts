import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Appeal } from '../../domain/appeal/appeal.ts';
import type { AppealDetail, FiguresPage } from '../../domain/contract.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Whistle } from '../../domain/whistle/whistle.ts';
import { demoOffice } from '../../local/office/office.ts';
import * as told from '../functions/told.ts';
import { type Call, Desk } from '../support/desk.ts';
import {
  clerk,
  coordinator,
  gridWorker,
  housing,
  leader,
  office,
  otherGridWorker,
  resident,
} from '../support/office.ts';
import { cellsIn, recounted } from '../support/recount.ts';
import { at } from '../support/story.ts';
import * as rules from './told.ts';

/** 三月九日星期一 10:00 开始；东社区有一号、二号网格，西社区有三号网格. 居民没有标位置，街道定在一号网格. */
const id = told.appealId;
const west = { id: 'grid-3', zh: '三号网格', community: 'west', outline: [] };
const two = {
  ...office,
  units: [...office.units, { id: 'west', zh: '西社区', kind: 'community' as const }],
  grids: [...office.grids, west],
};
const nowhere = told.onAppeal(resident, { ...rules.submit, photos: [], place: { address: '河边' } });
const stairs = { ...rules.accept, matter: 'stairs' };
const inFirst = told.onAppeal(coordinator, { ...stairs, grid: 'grid-1' });
const entrust = (step: string) => told.onAppeal(coordinator, { type: 'entrust', step });
const regrid = (grid: string, actor: Actor = coordinator) =>
  told.onAppeal(actor, { type: 'regrid', grid, words: '现场在二号网格，河对岸' });
const sort = (part: object) =>
  told.onAppeal(coordinator, { ...stairs, type: 'reclassify', words: '电话问清了', ...part });

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open((store) => store, { office: async () => two });
});
afterEach(async () => {
  expect(desk.logged).toEqual([]);
  await desk.store.close();
});

const appeal = () => desk.state<Appeal>('appeal', id);
const task = (unit: string, parent = 'd3') => desk.state<Task>('task', `${id}-${parent}-${unit}`);
const acknowledge = (actor: Actor, unit: string, parent: string): Call => [
  actor,
  'task',
  `${id}-${parent}-${unit}`,
  { type: 'acknowledge' },
];
async function detail(actor: Actor): Promise<AppealDetail> {
  const answer = await desk.ask(actor, 'appeal', { id });
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as AppealDetail;
}
const zh = async (actor: Actor) => (await detail(actor)).lines.map((line) => line.zh);
async function gridsCounted() {
  await desk.settle();
  const answer = await desk.ask(coordinator, 'figures', { period: '2026-03', by: 'grid' });
  if (!answer.ok) throw new Error(answer.message);
  return (answer.value as FiguresPage).rows.map(({ zh, appeals }) => [zh, appeals]);
}

describe('网格定错了，可以改', () => {
  test('写明理由，街道读得到改成哪里、为什么；居民只读到改了', async () => {
    await desk.done(nowhere, inFirst, regrid('grid-2'));

    expect(await appeal()).toMatchObject({ place: { address: '河边', grid: 'grid-2' }, status: 'accepted' });
    const { lines } = await detail(coordinator);
    expect(lines.at(-1)).toMatchObject({ zh: '网格改为二号网格', words: '现场在二号网格，河对岸' });
    expect((await detail(resident)).lines.at(-1)).toEqual({
      at: at('2026-03-09 10:00'),
      who: '莲花街道',
      zh: '改所在网格',
    });
  });

  test('按网格统计跟着改，任务也跟着改，与从头算的一样', async () => {
    await desk.done(nowhere, inFirst, told.dispatched, ...told.handles(housing));
    expect(await gridsCounted()).toEqual([['一号网格', 1]]);

    await desk.done(regrid('grid-2'));
    expect(await gridsCounted()).toEqual([['二号网格', 1]]);
    expect((await task('housing')).brief).toMatchObject({ grid: 'grid-2', address: '河边' });
    expect(cellsIn(await desk.all('rollup'))).toEqual(recounted(await desk.all<EventDoc>('event')));
  });

  test('报批时改了，吹响的哨和任务都在改过的网格', async () => {
    await desk.done(nowhere, inFirst, told.called, regrid('grid-2'), told.whistled);

    const parent = 'w3';
    expect(await desk.state<Whistle>('whistle', told.whistleId)).toMatchObject({ brief: { grid: 'grid-2' } });
    expect((await task('housing', parent)).brief).toMatchObject({ grid: 'grid-2' });
    await desk.done(regrid('grid-3'));
    expect(await desk.state<Whistle>('whistle', told.whistleId)).toMatchObject({ brief: { grid: 'grid-3' } });
    await desk.settle();
    expect(cellsIn(await desk.all('rollup'))).toEqual(recounted(await desk.all<EventDoc>('event')));
  });

  test('地图说了在哪个网格的，不给改，也改不了', async () => {
    const { centre, grids } = demoOffice;
    const onMap = await Desk.open((store) => store, { office: async () => ({ ...two, grids }) });
    const placed = told.onAppeal(resident, { ...rules.submit, photos: [], place: { point: centre } });
    await onMap.done(placed, told.accepted);
    const other = grids.find((grid) => grid.id !== 'grid-shuimo')?.id ?? '';

    const answer = await onMap.ask(coordinator, 'appeal', { id });
    expect(answer).toMatchObject({ ok: true, value: { view: { place: { point: centre } } } });
    if (answer.ok) expect((answer.value as AppealDetail).moves).not.toContain('regrid');
    expect(await onMap.send(regrid(other))).toMatchObject({ ok: false, code: 'grid-known' });
    await onMap.store.close();
  });

  test('压在边界上的只是猜的，可以改', async () => {
    const { outline = [] } = demoOffice.grids[0] ?? {};
    const grids = two.grids.map((grid) => ({ ...grid, outline }));
    const onMap = await Desk.open((store) => store, { office: async () => ({ ...two, grids }) });
    const corner = { point: outline[0] };
    await onMap.done(told.onAppeal(resident, { ...rules.submit, photos: [], place: corner }), told.accepted);
    expect(await onMap.state<Appeal>('appeal', id)).toMatchObject({ place: { grid: 'grid-1' } });

    await onMap.done(regrid('grid-2'));
    expect((await onMap.state<Appeal>('appeal', id)).place).toEqual({ ...corner, grid: 'grid-2' });
    await onMap.store.close();
  });

  test('只有专班能改；改成原来的、没有的网格都不行；结束了不能改', async () => {
    await desk.done(nowhere, inFirst);
    for (const actor of [leader, resident])
      expect(await desk.send(regrid('grid-2', actor))).toMatchObject({ code: 'not-yours' });
    expect(await desk.send(regrid('grid-1'))).toMatchObject({ code: 'grid-known' });
    expect(await desk.send(regrid('grid-9'))).toMatchObject({ code: 'unknown-area' });

    await desk.done(told.withdrawn);
    expect(await desk.send(regrid('grid-2'))).toMatchObject({ code: 'not-now' });
  });
});

describe('已经交给定错的网格', () => {
  const wrong = async (step: string) => desk.done(nowhere, inFirst, entrust(step));

  test('改交对的网格，时限重新起算；原来的网格不再有这件，也看不到了', async () => {
    await wrong('grid');
    await desk.done(acknowledge(gridWorker, 'grid-1', 'd3'));
    desk.set('2026-03-09 11:00');
    await desk.done(regrid('grid-2'));

    expect(await task('grid-1')).toMatchObject({ status: 'released' });
    expect(await task('grid-2', 'd6')).toMatchObject({
      ...{ status: 'pending', step: 'grid', role: 'lead', brief: { grid: 'grid-2' } },
      clocks: { finish: { dueAt: at('2026-03-09 17:30') } },
    });
    expect(await appeal()).toMatchObject({ status: 'dispatched', tasks: [{ unit: 'grid-2' }], climbs: [] });
    expect(await desk.ask(gridWorker, 'appeal', { id })).toMatchObject({ code: 'not-found' });
    expect((await detail(otherGridWorker)).view.relation).toBe('unit');
    expect((await zh(resident)).slice(-3)).toEqual(['改所在网格', '交二号网格先办', '任务撤销']);
    await desk.done(acknowledge(otherGridWorker, 'grid-2', 'd6'));
  });

  test('原来的网格收到撤销，对的网格收到交办；到时不再上交第二次', async () => {
    await wrong('grid');
    await desk.done(regrid('grid-2'));
    const inbox = await desk.all<{ _id: string; to: string; about: string }>('inbox');
    const told = inbox.map(({ to, about }) => `${to} ${about}`);
    expect(told).toEqual(expect.arrayContaining(['unit:grid-1 task.released', 'unit:grid-2 task.assigned']));

    desk.set('2026-03-09 16:31');
    await sweep(desk.cloud);
    expect(await appeal()).toMatchObject({ climbs: [{ step: 'community', reason: 'overdue' }] });
  });

  test('在同一个社区手里的，社区照办，任务单改过来', async () => {
    await wrong('community');
    await desk.done(acknowledge(clerk, 'east', 'd3'), regrid('grid-2'));

    expect(await task('east')).toMatchObject({ status: 'acknowledged', brief: { grid: 'grid-2' } });
    expect(await appeal()).toMatchObject({ status: 'inProgress', dispatches: 1 });
  });

  test('换了社区的，改交那个社区', async () => {
    await wrong('community');
    await desk.done(regrid('grid-3'));

    expect(await task('east')).toMatchObject({ status: 'released' });
    expect(await task('west', 'd5')).toMatchObject({ status: 'pending', step: 'community' });
  });

  test('对的网格属于被投诉的社区，回到街道派单', async () => {
    await desk.done(nowhere, told.onAppeal(coordinator, { ...stairs, grid: 'grid-1', accused: 'west' }));
    await desk.done(entrust('grid'), regrid('grid-3'));

    expect(await appeal()).toMatchObject({
      ...{ status: 'accepted', place: { grid: 'grid-3' } },
      climbs: [{ step: 'street', reason: 'manual' }],
      tasks: [{ unit: 'grid-1', status: 'released' }],
    });
    await desk.done(told.dispatched);
  });

  test('网格已经答复了的，只改网格，不换人', async () => {
    await wrong('grid');
    const onTask = (command: Call[3]): Call => [gridWorker, 'task', `${id}-d3-grid-1`, command];
    await desk.done(
      ...[{ type: 'acknowledge' }, { ...rules.work, photos: [] }, rules.handIn].map(onTask),
      told.onAppeal(gridWorker, { ...rules.reply, photos: [] }),
      regrid('grid-2'),
    );

    expect(await appeal()).toMatchObject({ status: 'replied', tasks: [{ unit: 'grid-1' }] });
    expect((await task('grid-1')).brief.grid).toBe('grid-2');
  });
});

describe('任务单跟着诉求', () => {
  test('改了事项，单位看到的是新的事项，按事项统计也跟着', async () => {
    await desk.done(nowhere, inFirst, told.dispatched, sort({ matter: 'noise' }));

    expect((await task('housing')).brief).toMatchObject({ matter: 'noise', address: '河边' });
    await desk.settle();
    expect(cellsIn(await desk.all('rollup'))).toEqual(recounted(await desk.all<EventDoc>('event')));
  });

  test('后来才知道投诉的是协办的单位：它的任务单上不再有地方', async () => {
    await desk.done(nowhere, inFirst, told.dispatched, sort({ kind: 'complain', accused: 'water' }));

    const { address, grid, callable } = (await task('water')).brief;
    expect([address, grid, callable]).toEqual([undefined, undefined, false]);
    expect((await task('housing')).brief).toMatchObject({ address: '河边', callable: true });
  });
});
