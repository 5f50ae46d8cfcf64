import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { InboxDoc } from '../../cloudfunctions/tell/telling.ts';
import type { Message } from '../../cloudfunctions/wechat/port.ts';
import { type Account, accountOf } from '../../domain/account/account.ts';
import type { Inbox, Me } from '../../domain/contract.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import type { Desk } from '../support/desk.ts';
import { agrees, fault, openTelling } from '../support/messages.ts';
import {
  coordinator,
  housing,
  housingLeader,
  neighbour,
  office,
  resident,
  water,
} from '../support/office.ts';
import * as told from './told.ts';

let desk: Desk;
let sent: Message[];
/** What WeChat does at the next messages, in order; then it takes them. */
let faults: Error[];

async function open(part: Parameters<typeof openTelling>[1] = {}): Promise<void> {
  sent = [];
  faults = [];
  desk = await openTelling(async (message) => {
    const error = faults.shift();
    if (error) throw error;
    sent.push(message);
  }, part);
}

beforeEach(() => open());
afterEach(() => desk.store.close());

async function value<Value>(actor: Actor, query: string, input = {}): Promise<Value> {
  const answer = await desk.ask(actor, query, input);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as Value;
}

const notices = (actor: Actor, input = {}) => value<Inbox>(actor, 'notices', input);
const unread = async (actor: Actor) => (await value<Me>(actor, 'me')).unread;
const reads = async (actor: Actor, upTo: number) =>
  desk.done([actor, 'account', accountOf(actor.id), { type: 'read', upTo }]);
const credits = async (actor: Actor) => (await desk.state<Account>('account', accountOf(actor.id))).credits;
const subjects = () => sent.map(({ openid, fields }) => `${openid} ${fields.thing1}`);

describe('看过和没看过', () => {
  test('新消息没看过；看到哪里，哪里以前的就看过了；各人看各人的', async () => {
    await desk.done(told.asked);
    desk.pass(60_000);
    await desk.done(told.accepted);
    expect(await unread(resident)).toBe(1);
    const { items } = await notices(resident);
    expect(items.map(({ about, unread }) => [about, unread])).toEqual([['appeal.accepted', true]]);
    await reads(resident, items[0]?.at ?? 0);
    expect(await unread(resident)).toBe(0);
    expect((await notices(resident)).items.map((item) => item.unread)).toEqual([false]);
    expect(await unread(coordinator)).toBe(1);
    desk.pass(60_000);
    await desk.done(told.dispatched);
    expect((await notices(resident)).items.map((item) => item.unread)).toEqual([true, false]);
    expect([await unread(resident), await unread(housing), await unread(housingLeader)]).toEqual([1, 1, 1]);
    await reads(housing, desk.now);
    expect([await unread(housing), await unread(housingLeader), await unread(neighbour)]).toEqual([0, 1, 0]);
  });

  test('同一件事的同一种消息只占一行：又来一次，换成新的时间，又成了没看过', async () => {
    await desk.done(...told.untilReplied, told.returned);
    const before = (await desk.all<InboxDoc>('inbox')).length;
    const line = async () => (await notices(housing)).items.filter(({ about }) => about === 'task.returned');
    await reads(housing, desk.now);
    expect((await line()).map((item) => item.unread)).toEqual([false]);
    desk.pass(3_600_000);
    const again = told.onTask(housing, {
      type: 'submit',
      words: '再次修好了',
      outcome: 'solved',
      photos: [],
    });
    await desk.done(again, told.replied, told.returned);
    expect((await line()).map((item) => [item.unread, item.at])).toEqual([[true, desk.now]]);
    expect((await desk.all('inbox')).length).toBe(before);
  });

  test('一个人以两种身份收到的同一条，只显示一行', async () => {
    await desk.done([coordinator, 'appeal', told.appealId, { ...told.asked[3], photos: [] }]);
    await desk.done(told.accepted);
    desk.pass(1);
    await desk.store.transact(async (tx) => {
      const like = { about: 'appeal.redone', process: 'appeal', id: told.appealId, at: desk.now };
      await tx.put('inbox', { _id: 'n1', to: `person:${coordinator.id}`, ...like });
      await tx.put('inbox', { _id: 'n2', to: 'role:coordinator', ...like });
    });
    const redone = (await notices(coordinator)).items.filter(({ about }) => about === 'appeal.redone');
    expect(redone).toHaveLength(1);
  });

  test('再多也只数到一百', async () => {
    await desk.store.transact(async (tx) => {
      for (let n = 0; n < 130; n += 1)
        await tx.put('inbox', {
          _id: `n${n}`,
          to: `person:${resident.id}`,
          about: 'appeal.accepted',
          process: 'appeal',
          id: `a${n}`,
          at: n + 1,
        });
    });
    expect(await unread(resident)).toBe(100);
  });
});

describe('说清是哪一件', () => {
  const cited = async (actor: Actor, kind: string) =>
    (await notices(actor)).items
      .filter(({ about }) => about === kind)
      .map(({ number, matterZh, unitZh }) => [number, matterZh, unitZh]);

  test('写明编号和事项；专班还看得到是哪个单位的，单位自己的不用写', async () => {
    await desk.done(...told.untilDispatched);
    desk.set('2026-03-12 10:00');
    await desk.settle();
    const { number, matter } = await desk.state<{ number: string; matter: string }>('appeal', told.appealId);
    const zh = office.matters.find(({ id }) => id === matter)?.zh;
    expect(zh).toMatch(/./);
    expect(await cited(coordinator, 'task.missed')).toContainEqual([number, zh, '住建局']);
    expect(await cited(housing, 'task.missed')).toContainEqual([number, zh, undefined]);
    expect(await cited(resident, 'appeal.accepted')).toEqual([[number, zh, undefined]]);
  });

  test('一个字也没有姓名、电话、地址和原话', async () => {
    await desk.done(...told.untilAnswered);
    const all = JSON.stringify([await notices(coordinator), await notices(housing), await notices(resident)]);
    expect(all).toContain('屋顶漏水');
    for (const secret of ['卓玛', '13900000101', '下雨', '柳林巷']) expect(all).not.toContain(secret);
  });
});

describe('微信提醒', () => {
  test('没有同意过的一条也不发，消息都在收件箱里', async () => {
    await desk.done(...told.untilAnswered);
    expect((await sweep(desk.cloud)).messages).toBe(0);
    expect(sent).toEqual([]);
    expect((await notices(resident)).items).toHaveLength(3);
  });

  test('提交的时候不发，之后才发；一次同意发一条，话里只有编号、时间和一句固定的话', async () => {
    await desk.done(agrees(resident), ...told.untilAnswered);
    expect(sent).toEqual([]);
    expect((await sweep(desk.cloud)).messages).toBe(1);
    expect(sent).toEqual([
      {
        openid: 'zhuoma',
        template: 'TEMPLATE-progress',
        page: 'pages/appeal/appeal?id=appeal-0001',
        fields: {
          thing1: '您的诉求有答复了，请评价',
          character_string2: expect.stringMatching(/^JSJB-20260309-LH-[0-9A-Z]{6}$/),
          time3: '2026年3月9日 10:00',
        },
      },
    ]);
    expect(await credits(resident)).toEqual({ progress: 0 });
    expect((await sweep(desk.cloud)).messages).toBe(0);
  });

  test('单位的待办提醒本单位同意过的人，专班的提醒专班', async () => {
    await desk.done(agrees(housing, 'work'), agrees(water, 'work'), agrees(water, 'work'));
    await desk.done(...told.untilDispatched);
    await sweep(desk.cloud);
    expect(subjects().sort()).toEqual(['mima 有新任务待签收', 'zhang 有新任务待签收']);
    expect(sent[0]?.page).toMatch(/^staff\/pages\/task\/task\?id=appeal-0001-d3-/);
  });

  test('两台主机一起发，也只发一次', async () => {
    await desk.done(agrees(resident), agrees(resident), ...told.untilAnswered);
    await Promise.all([sweep(desk.cloud), sweep(desk.cloud), sweep(desk.cloud)]);
    expect(subjects()).toEqual(['zhuoma 您的诉求有答复了，请评价']);
  });

  test('夜里不打扰，早上七点半再发；危急的、应急哨照发', async () => {
    desk.set('2026-03-09 23:00');
    await desk.done(agrees(resident), ...told.untilAnswered);
    await sweep(desk.cloud);
    expect(sent).toEqual([]);
    desk.set('2026-03-10 07:29');
    await sweep(desk.cloud);
    expect(sent).toEqual([]);
    desk.set('2026-03-10 07:30');
    await sweep(desk.cloud);
    expect(subjects()).toEqual(['zhuoma 您的诉求有答复了，请评价']);
  });

  test('应急哨半夜也叫得醒', async () => {
    desk.set('2026-03-09 23:00');
    await desk.done(agrees(housing, 'work'), told.asked, told.accepted);
    const grounds = { because: 'danger', words: '燃气泄漏' };
    await desk.done([
      coordinator,
      'appeal',
      told.appealId,
      { ...told.called[3], theme: 'emergency', grounds },
    ]);
    await sweep(desk.cloud);
    expect(subjects()).toEqual(['zhang 有新任务待签收']);
  });

  test('在小程序里看过的不再提醒；过了一天的不再提醒', async () => {
    await desk.done(agrees(resident), ...told.untilAnswered);
    await reads(resident, desk.now);
    await sweep(desk.cloud);
    expect(sent).toEqual([]);
    await open();
    await desk.done(agrees(resident), ...told.untilAnswered);
    desk.set('2026-03-10 10:01');
    await sweep(desk.cloud);
    expect(subjects()).not.toContain('zhuoma 您的诉求有答复了，请评价');
  });

  test('离开花名册的人不再提醒', async () => {
    await desk.done(agrees(housing, 'work'), ...told.untilDispatched);
    await desk.store.transact((tx) => tx.remove('person', 'zhang'));
    await sweep(desk.cloud);
    expect(sent).toEqual([]);
  });

  test('街道没有选模板，收件箱里就不记要不要提醒', async () => {
    await desk.store.close();
    await open({ templates: {} });
    await desk.done(agrees(resident), ...told.untilAnswered);
    expect((await desk.all<InboxDoc>('inbox')).every(({ tellAt }) => tellAt === undefined)).toBe(true);
    expect((await notices(resident)).reminders).toEqual([]);
  });
});

describe('微信说不', () => {
  beforeEach(() => desk.done(agrees(resident), agrees(resident), ...told.untilAnswered));

  const inbox = async () =>
    (await desk.all<InboxDoc>('inbox')).find(({ about }) => about === 'appeal.passed');

  test('43101 没有授权：次数清零，不再试', async () => {
    faults = [fault(43101, 'final')];
    await sweep(desk.cloud);
    expect([await credits(resident), sent, (await inbox())?.tellAt]).toEqual([{ progress: 0 }, [], null]);
    expect(desk.logged).toEqual([]);
  });

  test('系统繁忙、超出次数：退回这一次，过一会儿再发', async () => {
    faults = [fault(-1), fault(45009, 'quota')];
    await sweep(desk.cloud);
    expect(await credits(resident)).toEqual({ progress: 2 });
    await sweep(desk.cloud);
    expect(sent).toEqual([]);
    for (let round = 0; round < 12; round += 1) {
      desk.pass(60_000);
      await sweep(desk.cloud);
    }
    expect(subjects()).toEqual(['zhuoma 您的诉求有答复了，请评价']);
    expect(await credits(resident)).toEqual({ progress: 1 });
  });

  test('次数用完的，后面的这一轮都不再打扰微信', async () => {
    let asked = 0;
    const busy = await openTelling(async () => {
      asked += 1;
      throw fault(45009, 'quota');
    });
    await busy.done(agrees(housing, 'work'), agrees(water, 'work'), ...told.untilDispatched);
    await sweep(busy.cloud);
    expect(asked).toBe(1);
    await busy.store.close();
  });

  test('模板不对：退回这一次，记给管理员看，不再试', async () => {
    faults = [fault(47003, 'final')];
    await sweep(desk.cloud);
    expect([await credits(resident), (await inbox())?.tellAt]).toEqual([{ progress: 2 }, null]);
    expect(desk.logged.map(({ error }) => String(error))).toEqual(['WeChatFault: wechat send 47003 final']);
    expect(JSON.stringify(desk.logged)).not.toContain('zhuoma');
  });

  test('没有答复的，可能已经发出去了：这一次算用掉，不再发', async () => {
    faults = [fault(0)];
    await sweep(desk.cloud);
    desk.pass(3_600_000);
    await sweep(desk.cloud);
    expect([await credits(resident), sent]).toEqual([{ progress: 1 }, []]);
  });

  test('怎么说不，居民和单位的事都照办，收件箱一条不少', async () => {
    faults = Array.from({ length: 50 }, () => fault(-1));
    await sweep(desk.cloud);
    expect((await notices(resident)).items).toHaveLength(3);
    await desk.done(told.rated);
    const dead = (await desk.all<EventDoc>('event')).filter(({ deadAt }) => deadAt !== null);
    expect(dead).toEqual([]);
  });

  test('一直繁忙，试八次就算了', async () => {
    faults = Array.from({ length: 50 }, () => fault(-1));
    for (let round = 0; round < 40; round += 1) {
      desk.pass(30 * 60_000);
      await sweep(desk.cloud);
    }
    expect(50 - faults.length).toBe(8);
    expect((await inbox())?.tellAt).toBeNull();
  });
});
