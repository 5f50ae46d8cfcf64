import type { Appeal } from '../../domain/appeal/appeal.ts';
import type { View } from '../../domain/appeal/view.ts';
import type { Detail } from '../../domain/contract.ts';
import * as door from '../functions/told.ts';
import { type Call, Desk } from '../support/desk.ts';
import { coordinator, gridWorker, housing, neighbour, otherGridWorker, resident } from '../support/office.ts';
import { submit } from './told.ts';

/** 卓玛先反映楼道没人打扫，达瓦不用再写，跟着关注. */
const [first, second, third] = ['appeal-0001', 'appeal-0002', 'appeal-0003'] as const;
const text = '三号楼一单元楼道半个月没人打扫，四楼老人家摔了一跤';
const said = {
  ...submit,
  ...{ text, photos: [], matter: 'stairs', contact: { name: '卓玛的名字', phone: '13900000101' } },
};
const sorted = { type: 'accept', kind: 'help', tier: 'T3', matter: 'stairs' };
const follow = (actor: Call[0], id: string, part: object = {}): Call => [
  actor,
  'appeal',
  id,
  { type: 'follow', into: first, matter: 'stairs', grid: 'grid-1', identity: 'open', ...part },
];

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
  await desk.done([resident, 'appeal', first, said], [coordinator, 'appeal', first, sorted]);
});
afterEach(() => desk.store.close());

const state = (id: string) => desk.state<Appeal>('appeal', id);
const seen = async (actor: Call[0], id: string) => {
  const answer = await desk.ask(actor, 'appeal', { id });
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as Detail<View>;
};
const given: Call = [
  coordinator,
  'appeal',
  first,
  { type: 'dispatch', units: [{ unit: 'housing', role: 'lead' }] },
];
const handled = [...door.handles(housing), door.replied, door.passed];

describe('关注：同一件事已经有人反映，跟着一起办（条例第十一条第（三）项）', () => {
  test('关注的人有自己的编号；街道不用再受理、再派单', async () => {
    await desk.done(follow(neighbour, second));
    await desk.settle();
    const { view, moves } = await seen(neighbour, second);
    expect(view.number).toMatch(/^JSJB-20260309-LH-/);
    expect(view.number).not.toBe((await state(first)).number);
    expect(view).toMatchObject({ status: 'merged', follows: true, relation: 'owner' });
    expect(view.parent?.number).toBe((await state(first)).number);
    expect(view.ball.sentence).toContain('已受理');
    expect(moves).toEqual(['withdraw']);
    expect((await seen(resident, first)).view.following).toBe(1);
  });

  test('关注的人看不到是谁先说的、怎么说的、照片和门牌：只有事项和网格', async () => {
    await desk.done(given, follow(neighbour, second), ...handled);
    await desk.settle();
    const read = JSON.stringify(await seen(neighbour, second));
    for (const secret of ['卓玛', '13900000101', '摔了一跤', '一单元', '柳林巷', 'zhuoma'])
      expect(read).not.toContain(secret);
    const { view } = await seen(neighbour, second);
    expect(view.text).toBe('一号网格「楼道保洁」，和别人反映的是同一件事');
    expect(view).toMatchObject({ place: { grid: 'grid-1' }, photos: [] });
    expect(await desk.ask(neighbour, 'appeal', { id: first })).toMatchObject({
      ok: false,
      code: 'not-found',
    });
  });

  test('先说的人、承办单位看不到谁关注了，只知道有几个人', async () => {
    await desk.done(given, follow(neighbour, second, { contact: { name: '达瓦的名字' } }), ...handled);
    await desk.settle();
    for (const who of [resident, housing]) {
      const read = JSON.stringify(await seen(who, first));
      for (const secret of ['达瓦', 'dawa', second, (await state(second)).number])
        expect(read).not.toContain(secret);
    }
    expect((await seen(coordinator, first)).view.followers).toEqual([
      { id: second, number: (await state(second)).number },
    ]);
  });

  test('答复来了告诉他，他评他自己的', async () => {
    await desk.done(given, follow(neighbour, second), ...handled);
    await desk.settle();
    const inbox = await desk.all<{ _id: string; to: string; about: string; id: string }>('inbox');
    expect(inbox).toContainEqual(
      expect.objectContaining({ to: 'person:dawa', about: 'appeal.heard', id: second }),
    );
    await desk.done([neighbour, 'appeal', second, { type: 'rate', solved: 'partly', satisfied: 'neutral' }]);
    await desk.settle();
    expect(await state(second)).toMatchObject({ status: 'closed', end: { reason: 'partlySolved' } });
    expect((await state(first)).status).toBe('awaitingRating');
  });

  test('先交网格、社区办的，关注的人也看得到', async () => {
    await desk.done(follow(neighbour, second));
    await desk.done([coordinator, 'appeal', first, { type: 'entrust', step: 'community' }]);
    await desk.settle();
    expect((await seen(neighbour, second)).view.ball.sentence).toContain('已派单');
  });

  test('取消关注：他那件撤回，先说的那件照办，以后还可以再关注', async () => {
    await desk.done(follow(neighbour, second), [neighbour, 'appeal', second, { type: 'withdraw' }]);
    await desk.settle();
    expect(await state(first)).toMatchObject({ status: 'accepted', followers: [] });
    await desk.done(follow(neighbour, third));
    expect((await state(first)).followers).toHaveLength(1);
  });

  test('点两下、断网重发，只关注一次', async () => {
    const once = 'command-follow';
    for (const _ of [1, 2, 3])
      expect(await desk.send(follow(neighbour, second), once)).toMatchObject({ ok: true });
    expect((await state(first)).followers).toHaveLength(1);
    expect((await desk.all('appeal')).map(({ _id }) => _id)).toEqual([first, second]);
  });

  test('同一件事一个人只关注一次；自己提的不用关注', async () => {
    await desk.done(follow(neighbour, second));
    expect(await desk.send(follow(neighbour, third))).toMatchObject({ code: 'already-following' });
    expect(await desk.send(follow(resident, third))).toMatchObject({ code: 'already-following' });
    await expect(state(third)).rejects.toThrow();
  });

  test('先说的人撤回了，关注的回到待受理，两小时', async () => {
    await desk.done(follow(neighbour, second), [resident, 'appeal', first, { type: 'withdraw' }]);
    await desk.settle();
    expect(await state(second)).toMatchObject({ status: 'submitted' });
  });

  test('网格员关注的，不算自己巡查发现的', async () => {
    await desk.done(follow(gridWorker, second));
    expect((await state(second)).patrol).toBeUndefined();
  });

  test('匿名关注的，姓名电话一概不记', async () => {
    await desk.done(follow(neighbour, second, { identity: 'anonymous', contact: { name: '达瓦的名字' } }));
    expect(await desk.everything()).not.toContain('达瓦的名字');
  });
});

describe('可以关注的', () => {
  const refusal = { ok: false, code: 'not-now', message: '现在不能“一起关注”，请刷新后再看' };

  test.each([
    ['投诉', {}, { ...sorted, kind: 'complain' }],
    ['举报', {}, { ...sorted, kind: 'report' }],
    ['投诉了哪个单位的', {}, { ...sorted, accused: 'water' }],
    ['隐名的', { identity: 'nameHidden' }, sorted],
    ['匿名的', { identity: 'anonymous' }, sorted],
    ['私事', {}, { ...sorted, matter: 'leak' }],
    ['不知道在哪里的', { place: { address: '某处' } }, sorted],
  ])('%s不能关注，说的与没有这件一样', async (_, part, sorting) => {
    const other = 'appeal-0009';
    await desk.done([otherGridWorker, 'appeal', other, { ...said, ...part }]);
    await desk.done([coordinator, 'appeal', other, sorting]);
    const into = { into: other, matter: sorting.matter };
    expect(await desk.send(follow(neighbour, second, into))).toMatchObject(refusal);
    expect(await desk.send(follow(neighbour, second, { into: 'appeal-none' }))).toMatchObject(refusal);
    await expect(state(second)).rejects.toThrow();
  });

  test('还没受理的、已经答复的不能关注', async () => {
    await desk.done([otherGridWorker, 'appeal', 'appeal-0009', said]);
    expect(await desk.send(follow(neighbour, second, { into: 'appeal-0009' }))).toMatchObject(refusal);
    await desk.done(given, ...handled);
    expect(await desk.send(follow(neighbour, second))).toMatchObject(refusal);
  });

  test('改成别的事项了，先看过再关注', async () => {
    expect(await desk.send(follow(neighbour, second, { matter: 'noise' }))).toMatchObject(refusal);
    expect(await desk.send(follow(neighbour, second, { grid: 'grid-2' }))).toMatchObject(refusal);
  });
});
