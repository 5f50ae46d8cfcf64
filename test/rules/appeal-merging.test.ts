import type { Appeal } from '../../domain/appeal/appeal.ts';
import type { View } from '../../domain/appeal/view.ts';
import type { Detail } from '../../domain/contract.ts';
import * as door from '../functions/told.ts';
import { type Call, Desk } from '../support/desk.ts';
import {
  coordinator,
  housing,
  neighbour,
  otherGridWorker,
  resident,
  system,
  water,
} from '../support/office.ts';
import { until } from '../support/story.ts';
import { accept, appealAfter, appeals, submit } from './told.ts';

/** 卓玛先反映屋顶漏水，达瓦和洛桑后来反映同一件事. */
const [first, second, third] = ['appeal-0001', 'appeal-0002', 'appeal-0003'] as const;
const say = (actor: Call[0], id: string): Call => [
  actor,
  'appeal',
  id,
  { ...submit, photos: [], contact: { name: `${actor.id} 的名字` } },
];
const merge = (id: string, into: string): Call => [coordinator, 'appeal', id, { type: 'merge', into }];
const rate = (actor: Call[0], id: string, solved: string, satisfied: string): Call => [
  actor,
  'appeal',
  id,
  { type: 'rate', solved, satisfied },
];

describe('并案：同一件事几个人反映（条例第十一条第（三）项）', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
    await desk.done(say(resident, first), say(neighbour, second), say(otherGridWorker, third));
    await desk.done(door.accepted);
  });
  afterEach(() => desk.store.close());

  const state = (id: string) => desk.state<Appeal>('appeal', id);
  const seen = async (actor: Call[0], id: string) => {
    const answer = await desk.ask(actor, 'appeal', { id });
    if (!answer.ok) throw new Error(answer.message);
    return answer.value as Detail<View>;
  };
  const handled = [...door.handles(housing), ...door.handles(water), door.replied, door.passed];
  const told = async (about: string) =>
    (await desk.all<{ _id: string; to: string; about: string; id: string }>('inbox'))
      .filter((each) => each.about === about)
      .map(({ to, id }) => `${to} ${id}`);

  test('并进来的不再单独办，编号还是自己的；看得到一起办的那件怎样了', async () => {
    const { number } = await state(second);
    await desk.done(merge(second, first), door.dispatched);
    await desk.settle();
    expect(await state(second)).toMatchObject({ status: 'merged', number, tasks: [] });
    const { view } = await seen(neighbour, second);
    expect(view.ball.sentence).toContain('已派单');
    expect(view.parent).toMatchObject({ number: (await state(first)).number });
  });

  test('手里只有编号的，专班按编号找得到；别人找不到，不存在的什么也没有', async () => {
    const { number } = await state(first);
    const found = async (who: Call[0], wanted: string) => desk.ask(who, 'numbered', { number: wanted });
    expect(await found(coordinator, number)).toMatchObject({ ok: true, value: { items: [{ id: first }] } });
    expect(await found(coordinator, `${number.slice(0, -6)}000000`)).toMatchObject({ value: { items: [] } });
    for (const who of [resident, neighbour, housing, otherGridWorker])
      expect(await found(who, number)).toMatchObject({ ok: false, code: 'not-found' });
  });

  test('三个人各评各的：各有各的答复、评价、结案，每人只算一次', async () => {
    await desk.done(door.dispatched, merge(second, first), merge(third, first), ...handled);
    await desk.settle();
    await desk.done(
      rate(resident, first, 'solved', 'satisfied'),
      rate(neighbour, second, 'partly', 'neutral'),
      rate(otherGridWorker, third, 'solved', 'basically'),
    );
    await desk.settle();
    const ends = await Promise.all([first, second, third].map(async (id) => (await state(id)).end?.reason));
    expect(ends).toEqual(['solved', 'partlySolved', 'solved']);
    const rated = (await desk.all<{ _id: string; event: { fact: { type: string } } }>('event')).filter(
      ({ event }) => event.fact.type === 'rated',
    );
    expect(rated).toHaveLength(3);
  });

  test('答复来了，每一个人都告诉', async () => {
    await desk.done(door.dispatched, merge(second, first), merge(third, first), ...handled);
    await desk.settle();
    expect(await told('appeal.passed')).toEqual(['person:zhuoma appeal-0001']);
    expect((await told('appeal.heard')).sort()).toEqual([
      'person:dawa appeal-0002',
      'person:luosang appeal-0003',
    ]);
    const { view, moves } = await seen(neighbour, second);
    expect(view.reply?.text).toBe((await seen(resident, first)).view.reply?.text);
    expect(moves).toEqual(['rate']);
  });

  test('答复在经过里只有一次：一起办的那件结了案，也不再说一遍', async () => {
    await desk.done(door.dispatched, merge(second, first), ...handled);
    await desk.settle();
    await desk.done(rate(resident, first, 'solved', 'satisfied'));
    await desk.settle();
    const { lines } = await seen(neighbour, second);
    expect(lines.filter(({ zh }) => zh === '答复')).toHaveLength(1);
    expect((await seen(neighbour, second)).moves).toEqual(['rate']);
  });

  test('重办过又说明情况结案的，不把旧的答复再拿来评', async () => {
    await desk.done(door.dispatched, merge(second, first), ...handled);
    await desk.settle();
    await desk.done(rate(resident, first, 'unsolved', 'dissatisfied'));
    await desk.done([coordinator, 'task', 'appeal-0001-d3-housing', { type: 'release', words: '另行会商' }]);
    await desk.settle();
    await desk.done([
      coordinator,
      'appeal',
      first,
      { type: 'close', reason: 'explained', words: '属于历史遗留，已说明' },
    ]);
    await desk.settle();
    expect(await state(second)).toMatchObject({ status: 'closed', end: { reason: 'explained' } });
    const { lines } = await seen(neighbour, second);
    expect(lines.filter(({ zh }) => zh === '答复')).toHaveLength(1);
  });

  test('一个人说没有解决，只有他那件再办：会商，自己的时限', async () => {
    await desk.done(door.dispatched, merge(second, first), ...handled);
    await desk.settle();
    await desk.done(
      rate(resident, first, 'solved', 'satisfied'),
      rate(neighbour, second, 'unsolved', 'dissatisfied'),
    );
    await desk.settle();
    expect((await state(first)).status).toBe('closed');
    expect(await state(second)).toMatchObject({ status: 'consulting', round: 1 });
    expect((await state(second)).parent).toBeUndefined();
  });

  test('先提的人说没有解决，一起重办；还没评的，等新的答复', async () => {
    await desk.done(door.dispatched, merge(second, first), ...handled);
    await desk.settle();
    await desk.done(rate(resident, first, 'unsolved', 'dissatisfied'));
    await desk.settle();
    expect((await state(first)).status).toBe('reworking');
    expect((await state(second)).status).toBe('merged');
    expect((await seen(neighbour, second)).moves).toEqual(['withdraw']);
  });

  test('没有答复就结案的，并进来的按同样的原因结案', async () => {
    await desk.done(merge(second, first));
    await desk.done([
      coordinator,
      'appeal',
      first,
      { type: 'close', reason: 'explained', words: '属于历史遗留，已说明' },
    ]);
    await desk.settle();
    expect(await state(second)).toMatchObject({ status: 'closed', end: { reason: 'explained' } });
    expect(await told('appeal.heard')).toContain('person:dawa appeal-0002');
  });

  test('先提的人撤回了，别人的照办：解除并案，回到待受理，两小时', async () => {
    await desk.done(merge(second, first));
    await desk.done([resident, 'appeal', first, { type: 'withdraw' }]);
    await desk.settle();
    expect(await state(second)).toMatchObject({ status: 'submitted' });
    expect((await state(second)).parent).toBeUndefined();
  });

  test('并错了可以解除：受理过的回到已受理，办结时限还是自己的', async () => {
    await desk.done([coordinator, 'appeal', second, accept], merge(second, first));
    const before = (await state(second)).clocks.finish;
    await desk.done([coordinator, 'appeal', second, { type: 'unmerge', words: '不是一栋楼' }]);
    await desk.settle();
    expect(await state(second)).toMatchObject({ status: 'accepted', clocks: { finish: before } });
    expect((await state(first)).followers).toEqual([]);
  });

  test('并进来的人自己撤回，不影响别人', async () => {
    await desk.done(merge(second, first));
    await desk.done([neighbour, 'appeal', second, { type: 'withdraw' }]);
    await desk.settle();
    expect(await state(first)).toMatchObject({ status: 'accepted', followers: [] });
  });

  test.each([
    [
      '已经结束的',
      first,
      [[coordinator, 'appeal', first, { type: 'transfer', channel: 'court', words: '在打官司' }]],
    ],
    ['已经答复的', first, [door.dispatched, ...handled]],
    ['没有的', 'appeal-9999', []],
    ['它自己', second, []],
    ['并在它下面的', third, [merge(third, second)]],
  ] as const)('不能并入%s', async (_, into, before) => {
    await desk.done(...(before as readonly Call[]));
    const was = await state(second);
    expect(await desk.send(merge(second, into))).toMatchObject({ ok: false, kind: 'refusal' });
    expect(await state(second)).toEqual(was);
  });

  test('谁和谁并案，居民和单位不知道：只知道有几个人', async () => {
    await desk.done(merge(second, first), door.dispatched);
    await desk.settle();
    for (const who of [resident, housing]) {
      const read = JSON.stringify(await seen(who, first));
      for (const secret of ['appeal-0002', 'dawa', (await state(second)).number])
        expect(read).not.toContain(secret);
      expect((await seen(who, first)).view.following).toBe(1);
    }
    expect(JSON.stringify(await seen(neighbour, second))).not.toContain('zhuoma 的名字');
    expect((await seen(coordinator, first)).view.followers).toEqual([
      { id: second, number: (await state(second)).number },
    ]);
    expect(await desk.ask(housing, 'appeal', { id: second })).toMatchObject({ ok: false, code: 'not-found' });
  });
});

test('晚到的旧进展不盖过新进展', () => {
  const news = { type: 'hear', parent: 'appeal-0002', number: 'n', status: 'accepted', asOf: 4 } as const;
  appealAfter(...appeals.followersRating)
    .when(system, news)
    .gives();
});

test('解除并案，派单的时限重新起算', () => {
  appealAfter(...appeals.merged, '2026-03-10 10:00')
    .when(coordinator, { type: 'unmerge', words: '不是一件事' })
    .gives({
      type: 'unmerged',
      words: '不是一件事',
      parent: 'appeal-0002',
      to: 'accepted',
      clock: until('2026-03-10 12:00'),
    });
});
