import { mindOf } from '../../cloudfunctions/router/mind.ts';
import { headOf, loadModel } from '../../cloudfunctions/router/model.ts';
import { retrain } from '../../cloudfunctions/router/retrain.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import type { Alike, Brief, Explained, Nearby, RoutingQueries } from '../../domain/routing/contract.ts';
import { pack } from '../../domain/routing/packed.ts';
import { city } from '../support/city.ts';
import { Desk } from '../support/desk.ts';
import { coordinator, gridWorker, housing, leader, neighbour, resident } from '../support/office.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open(undefined, { office: async () => city });
});
afterEach(() => desk.store.close());

const minute = 60_000;
const place = { address: '柳林巷 3 号', grid: 'grid-huayuan' };

/** Written by somebody, and accepted as something a minute later. */
async function written(id: string, text: string, part: object = {}, who: Actor = resident): Promise<void> {
  desk.pass(minute);
  const command = { type: 'submit', text, photos: [], place, identity: 'open', ...part };
  await desk.done([who, 'appeal', id, command]);
}
async function accepted(id: string, matter: string, part: object = {}): Promise<void> {
  desk.pass(minute);
  await desk.done([coordinator, 'appeal', id, { type: 'accept', kind: 'help', tier: 'T3', matter, ...part }]);
}
async function answered<Value>(who: Actor, query: string, input: object): Promise<Value> {
  const answer = await desk.ask(who, query, input);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as Value;
}
const proposal = (id: string) => answered<Explained>(coordinator, 'proposal', { id });

describe('建议只给专班和街道领导', () => {
  test('居民、网格员、承办单位都像没有这件事一样', async () => {
    await written('appeal-0001', '从昨晚停电到现在，一直跳闸');
    for (const who of [resident, neighbour, gridWorker, housing])
      for (const [query, input] of [
        ['proposal', { id: 'appeal-0001' }],
        ['proposals', { ids: ['appeal-0001'] }],
        ['alike', { id: 'appeal-0001' }],
      ] as const)
        expect(await desk.ask(who, query, input)).toMatchObject({ ok: false, code: 'not-found' });
    for (const who of [coordinator, leader])
      expect(await desk.ask(who, 'proposal', { id: 'appeal-0001' })).toMatchObject({
        ok: true,
        value: { way: 'dispatch', matter: { id: 'power-cut' }, lead: { zh: '供电公司' } },
      });
  });

  test('没有的诉求，没有建议', async () => {
    expect(await desk.ask(coordinator, 'proposal', { id: 'appeal-9999' })).toMatchObject({
      code: 'not-found',
    });
  });

  test('一页列表一次问完', async () => {
    await written('appeal-0001', '从昨晚停电到现在，一直跳闸');
    await written('appeal-0002', '你好，请来看看');
    const { items } = await answered<{ items: Brief[] }>(coordinator, 'proposals', {
      ids: ['appeal-0001', 'appeal-0002'],
    });
    expect(items).toMatchObject([
      { id: 'appeal-0001', way: 'dispatch', matter: { id: 'power-cut' }, matched: ['停电', '跳闸'] },
      { id: 'appeal-0002', way: 'consult' },
    ]);
  });
});

describe('每一次更正当场就学', () => {
  const text = '柳林巷的变压箱嗡嗡响，邻居都睡不着';

  test('受理成别的事项：当时的建议和最后的决定都留下', async () => {
    await written('appeal-0001', '停电了，一直跳闸');
    await accepted('appeal-0001', 'mobile-signal', { proposed: 'power-cut' });
    expect(await proposal('appeal-0001')).toMatchObject({
      matter: { id: 'mobile-signal', confidence: 1 },
      decided: { matter: { zh: '信号差、线缆杂乱' }, proposed: { zh: '停电、电压不稳' } },
    });
  });

  test('下一件一样的，建议就是更正后的，理由里有那件旧案', async () => {
    await written('appeal-0001', text);
    const before = await proposal('appeal-0001');
    expect(before.matter?.id).not.toBe('power-cut');
    await accepted('appeal-0001', 'power-cut', { proposed: before.matter?.id ?? 'festival-noise' });
    await written('appeal-0002', '我们柳林巷的变压箱晚上嗡嗡响得厉害，老人睡不着', {}, neighbour);
    const after = await proposal('appeal-0002');
    expect(after.matter?.id).toBe('power-cut');
    expect(after.past).toMatchObject([{ id: 'appeal-0001', corrected: true }]);
    expect(after.reasons.find(({ topic }) => topic === 'past')?.zh).toMatch(
      /^相似的 1 件旧案里，1 件办成“停电、电压不稳”/,
    );
  });

  test('自己不作自己的旧案', async () => {
    await written('appeal-0001', text);
    await accepted('appeal-0001', 'power-cut');
    expect((await proposal('appeal-0001')).past).toEqual([]);
  });
});

describe('整个再学一遍', () => {
  const texts = [
    ['power-cut', ['停电一天', '跳闸没电', '半夜停电', '电压低灯暗', '又停电了']],
    ['rubbish', ['垃圾没人清', '垃圾桶满了', '门口垃圾很臭', '垃圾堆了一周', '乱倒垃圾']],
    ['wages', ['老板拖欠工资', '工资没发', '包工头不给工钱', '拖欠三个月工资', '要不回工钱']],
    ['stray-dog', ['流浪狗追孩子', '野狗咬人', '一群流浪狗', '狗叫整夜', '巷口有野狗']],
  ] as const;
  const all = texts.flatMap(([matter, each]) => each.map((text) => ({ matter, text })));

  async function decided(): Promise<void> {
    for (const [at, { matter, text }] of all.entries()) {
      await written(`appeal-${1000 + at}`, `${text}，请来看看`);
      await accepted(`appeal-${1000 + at}`, matter);
    }
  }

  test('攒够二十件，巡检时自己学；没有新的就不再学', async () => {
    await decided();
    expect(await headOf(desk.store)).toBeUndefined();
    await sweep(desk.cloud);
    const head = await headOf(desk.store);
    expect(head).toMatchObject({ lessons: 20, unseen: 0 });
    expect(await retrain(desk.cloud)).toBeUndefined();
    expect(desk.logged).toEqual([]);
  });

  test('同样的决定，学出来一字节不差；存进库里再取出来，也一字节不差', async () => {
    await decided();
    const one = await retrain(desk.cloud);
    await desk.store.transact((tx) => tx.remove('router', 'model'));
    const other = await retrain(desk.cloud);
    if (!one || !other) throw new Error('nothing was learnt');
    expect(other.version).toBe(one.version);
    expect(pack(other.model)).toEqual(pack(one.model));
    const loaded = await loadModel(desk.store, other);
    expect(loaded && pack(loaded.model)).toEqual(pack(one.model));
  });

  test('换一个进程，从库里取出学过的接着用', async () => {
    await decided();
    await sweep(desk.cloud);
    const { store } = desk;
    const again: Store = {
      transact: (work) => store.transact(work),
      get: (...asked) => store.get(...asked),
      find: (query) => store.find(query),
      count: (query) => store.count(query),
      close: () => store.close(),
    };
    const mind = await mindOf({ ...desk.cloud, store: again });
    expect(mind.learnt('工钱', city, '').trained?.model.labels).toEqual([
      'power-cut',
      'rubbish',
      'stray-dog',
      'wages',
    ]);
  });

  test('模型里读不出任何人写的话', async () => {
    await decided();
    await sweep(desk.cloud);
    const docs = JSON.stringify(await desk.all('router'));
    for (const { text } of all) expect(docs).not.toContain(text);
  });
});

describe('附近已有人反映', () => {
  const near = (text: string, part: object = {}) =>
    answered<{ items: Nearby[] }>(neighbour, 'nearby', { text, grid: 'grid-huayuan', ...part });

  test('告诉事项、大致地点、几个人、办到哪一步；不露别人一个字', async () => {
    await written('appeal-0001', '柳林巷路灯不亮三天了，我妈摔了一跤', {
      contact: { name: '卓玛', phone: '13900000101' },
    });
    await accepted('appeal-0001', 'street-lamp');
    await written('appeal-0002', '柳林巷路灯不亮', {}, gridWorker);
    await accepted('appeal-0002', 'street-lamp');
    const { items } = await near('柳林巷的路灯不亮');
    expect(items).toEqual([
      {
        id: 'appeal-0001',
        matter: { id: 'street-lamp', zh: '路灯不亮' },
        grid: { id: 'grid-huayuan', zh: '花园网格' },
        people: 2,
        mine: false,
        status: 'accepted',
        since: expect.any(Number),
      },
    ]);
    for (const secret of ['卓玛', '13900000101', '摔', '3 号'])
      expect(JSON.stringify(items)).not.toContain(secret);
  });

  test.each([
    ['别的网格的', 'street-lamp', { kind: 'help' }, { grid: 'grid-hewan' }, {}],
    ['投诉', 'street-lamp', { kind: 'complain' }, {}, {}],
    ['举报', 'street-lamp', { kind: 'report' }, {}, {}],
    ['私事', 'wages', { kind: 'help' }, {}, {}],
    ['投诉了哪个单位的', 'street-lamp', { accused: 'power' }, {}, {}],
    ['隐名的', 'street-lamp', {}, {}, { identity: 'nameHidden' }],
    ['匿名的', 'street-lamp', {}, {}, { identity: 'anonymous' }],
  ])('%s不告诉', async (_, matter, part, input, writing) => {
    await written('appeal-0001', '柳林巷路灯不亮三天了，工资没发', writing);
    await accepted('appeal-0001', matter, part);
    expect((await near('柳林巷路灯不亮，工资没发', input)).items).toEqual([]);
  });

  test('还没受理的、已经办结的不告诉', async () => {
    await written('appeal-0001', '柳林巷路灯不亮三天了');
    expect((await near('柳林巷路灯不亮')).items).toEqual([]);
    await accepted('appeal-0001', 'street-lamp');
    expect((await near('柳林巷路灯不亮')).items).toHaveLength(1);
    await desk.done([resident, 'appeal', 'appeal-0001', { type: 'withdraw' }]);
    expect((await near('柳林巷路灯不亮')).items).toEqual([]);
  });
});

describe('一起关注', () => {
  const near = (who: Actor, text = '柳林巷路灯不亮') =>
    answered<{ items: Nearby[] }>(who, 'nearby', { text, grid: 'grid-huayuan' });
  const follow = (into: string) => {
    const of = { matter: 'street-lamp', grid: 'grid-huayuan' };
    return { type: 'follow', into, ...of, identity: 'open' };
  };

  test('关注的人算在里面；自己在不在里面，只告诉自己', async () => {
    await written('appeal-0001', '柳林巷路灯不亮三天了');
    await accepted('appeal-0001', 'street-lamp');
    const [item] = (await near(neighbour)).items;
    await desk.done([neighbour, 'appeal', 'appeal-0002', follow(item?.id ?? '')]);
    expect((await near(neighbour)).items).toMatchObject([{ id: 'appeal-0001', people: 2, mine: true }]);
    expect((await near(resident)).items).toMatchObject([{ people: 2, mine: true }]);
    expect((await near(gridWorker)).items).toMatchObject([{ people: 2, mine: false }]);
  });

  test('说法不同，就在这里、看来是同一类事，也告诉；不知道在哪里的不猜', async () => {
    await written('appeal-0001', '柳林巷路灯不亮三天了');
    await accepted('appeal-0001', 'street-lamp');
    const asked = { text: '晚上黑得看不见台阶，老人不敢出门', matter: 'street-lamp' };
    const found = async (part: object) =>
      (await answered<{ items: Nearby[] }>(neighbour, 'nearby', { ...asked, ...part })).items;
    expect(await found({ grid: 'grid-huayuan' })).toMatchObject([{ id: 'appeal-0001' }]);
    expect(await found({ grid: 'grid-hewan' })).toEqual([]);
    expect(await found({})).toEqual([]);
  });

  test('最早的一件结束了，后面还开着的接着告诉', async () => {
    for (const [id, who] of [
      ['appeal-0001', resident],
      ['appeal-0002', gridWorker],
    ] as const) {
      await written(id, '柳林巷路灯不亮三天了', {}, who);
      await accepted(id, 'street-lamp');
    }
    expect((await near(neighbour)).items).toMatchObject([{ id: 'appeal-0001' }]);
    await desk.done([resident, 'appeal', 'appeal-0001', { type: 'withdraw' }]);
    expect((await near(neighbour)).items).toMatchObject([{ id: 'appeal-0002' }]);
  });

  test('一次最多说三件', async () => {
    const streets = ['street-lamp', 'power-cut', 'rubbish', 'stray-dog'];
    for (const [place, matter] of streets.entries()) {
      await written(`appeal-000${place}`, `柳林巷路灯不亮，停电，垃圾没清，有野狗，第 ${place} 天`);
      await accepted(`appeal-000${place}`, matter);
    }
    const { items } = await near(neighbour, '柳林巷路灯不亮，停电，垃圾没清，有野狗');
    expect(items).toHaveLength(3);
  });
});

describe('是不是同一件事', () => {
  const alike = async (id: string) =>
    (await answered<{ items: Alike[] }>(coordinator, 'alike', { id })).items;

  test('列出像的，说出共同点；同一个人、同一网格、同一事项', async () => {
    await written('appeal-0001', '格桑路口搅拌站半夜轰鸣，粉尘很大');
    await written('appeal-0002', '我住格桑路口，搅拌站灰尘漫天，晚上轰鸣睡不着', {}, neighbour);
    await written('appeal-0003', '公交希望延伸到学校门口');
    const [first, ...others] = await alike('appeal-0002');
    expect(first).toMatchObject({ id: 'appeal-0001', samePerson: false, sameGrid: true, repeats: false });
    expect(first?.common.join()).toMatch(/搅拌站/);
    expect(others.map(({ id }) => id)).not.toContain('appeal-0003');
  });

  test('匿名的，不说是不是同一个人', async () => {
    await written('appeal-0001', '格桑路口搅拌站半夜轰鸣，粉尘很大', { identity: 'anonymous' });
    await written('appeal-0002', '格桑路口搅拌站半夜轰鸣，粉尘很大');
    expect(await alike('appeal-0002')).toMatchObject([{ samePerson: false, repeats: false }]);
  });

  test('一个人写九十遍，认得出都是第一件的重复；说了新情况的、别人写的不算', async () => {
    for (let n = 0; n < 90; n += 1)
      await written(`appeal-${1000 + n}`, `楼下烧烤店油烟太大，没人管${'！'.repeat(n % 5)}`);
    await written('appeal-1999', '二楼下烧烤店油烟太大，没人管', {});
    await written('appeal-2000', '楼下烧烤店油烟太大，呛得睡不着', {}, neighbour);
    const ids = ['appeal-1000', 'appeal-1001', 'appeal-1089', 'appeal-1999', 'appeal-2000'];
    const { items } = await answered<{ items: Brief[] }>(coordinator, 'proposals', { ids });
    expect(items.map(({ repeats }) => repeats)).toEqual([
      undefined,
      'appeal-1000',
      'appeal-1000',
      undefined,
      undefined,
    ]);
  });

  test('一个人写十二遍，并案的候选里只占一条，不把别人的挤出去', async () => {
    const others =
      '停电 停水 路灯 垃圾 噪声 医保 公交 落叶 野狗 漏雨 积水 占道 电梯 供暖 工资 树枝 井盖 燃气'.split(' ');
    for (const [n, word] of others.entries())
      await written(`appeal-${3000 + n}`, `${word}的事反映过了，请来看`);
    for (let n = 0; n < 12; n += 1) await written(`appeal-${1000 + n}`, '楼下烧烤店油烟太大，没人管');
    await written('appeal-2000', '巷口烧烤店油烟太大，呛得睡不着', {}, neighbour);
    const [first, second] = await alike('appeal-1005');
    expect(first).toMatchObject({ id: 'appeal-1000', samePerson: true, repeats: true, more: 10 });
    expect(first?.common).toEqual(['楼下烧烤店油烟太大', '没人管']);
    expect(second).toMatchObject({ id: 'appeal-2000', samePerson: false });
    expect(second?.more).toBeUndefined();
  });
});

describe('苗头', () => {
  const day = 24 * 60 * minute;

  test('三个人七天内反映同一网格同一件事：列出来，带着依据和热点；别人看不到', async () => {
    for (const [n, who] of [resident, neighbour, gridWorker].entries()) {
      await written(`appeal-000${n}`, '柳林巷路灯不亮', {}, who);
      await accepted(`appeal-000${n}`, 'street-lamp');
    }
    const { items, hot } = await answered<RoutingQueries['signs']['output']>(coordinator, 'signs', {});
    expect(items).toMatchObject([
      { grid: { zh: '花园网格' }, matter: { zh: '路灯不亮' }, count: 3, people: 3, appeals: [{}, {}, {}] },
    ]);
    expect(hot).toEqual([{ matter: { id: 'street-lamp', zh: '路灯不亮' }, count: 3, before: 0, grids: 1 }]);
    expect(await desk.ask(resident, 'signs')).toMatchObject({ ok: false, code: 'not-found' });
    desk.pass(8 * day);
    expect((await answered<RoutingQueries['signs']['output']>(leader, 'signs', {})).items).toEqual([]);
  });

  const signed = async (who = coordinator) => answered<RoutingQueries['signs']['output']>(who, 'signs', {});

  test('处理过的不再列，处理了什么看得到；又多出三件来，重新列', async () => {
    const lamps = async (from: number) => {
      for (const [n, who] of [resident, neighbour, gridWorker].entries()) {
        await written(`appeal-${from + n}`, '柳林巷路灯不亮', {}, who);
        await accepted(`appeal-${from + n}`, 'street-lamp');
      }
    };
    await lamps(1000);
    const [found] = (await signed()).items;
    if (!found) throw new Error('there is no sign');
    const appeals = found.appeals.map(({ id, number }) => ({ id, number }));
    const about = { grid: found.grid.id, matter: found.matter.id, appeals };
    const patrol = { type: 'patrol', ...about, into: 'patrol-0001', words: found.patrol };
    await desk.done([coordinator, 'sign', found.id, patrol]);
    expect(await signed()).toMatchObject({
      items: [],
      handled: [{ zh: '花园网格 · 路灯不亮', status: '已派巡查', appeal: 'patrol-0001' }],
    });
    const { view } = await answered<{ view: { status: string; text: string } }>(coordinator, 'appeal', {
      id: 'patrol-0001',
    });
    expect(view).toMatchObject({
      status: 'dispatched',
      text: expect.stringContaining('近七天 3 人反映 3 件'),
    });
    await lamps(2000);
    expect((await signed()).items).toMatchObject([{ count: 3, appeals: [{}, {}, {}] }]);
    const again = { type: 'dismiss', ...about, words: '已经有人在修' };
    expect(await desk.send([leader, 'sign', found.id, again])).toMatchObject({
      ok: false,
      code: 'not-yours',
    });
  });

  test('平时每周都有这么多，就不列', async () => {
    for (let n = 0; n < 9 * 3; n += 1) {
      const who = [resident, neighbour, gridWorker][n % 3] ?? resident;
      await written(`appeal-${1000 + n}`, '柳林巷路灯不亮', {}, who);
      await accepted(`appeal-${1000 + n}`, 'street-lamp');
      if (n % 3 === 2 && n < 24) desk.pass(7 * day - 6 * minute);
    }
    expect((await answered<RoutingQueries['signs']['output']>(coordinator, 'signs', {})).items).toEqual([]);
  });
});
