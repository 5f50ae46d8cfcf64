import { WeChatFault } from '../../cloudfunctions/wechat/port.ts';
import { accountOf } from '../../domain/account/account.ts';
import type { Me } from '../../domain/contract.ts';
import { registry } from '../../domain/registry.ts';
import { Desk } from '../support/desk.ts';
import { coordinator, neighbour, resident } from '../support/office.ts';
import * as told from './told.ts';

let desk: Desk;
let fault: Error | undefined;
const forgotten: string[] = [];

beforeEach(async () => {
  fault = undefined;
  forgotten.length = 0;
  const phone = async (code: string, openid: string) => {
    if (fault) throw fault;
    if (code !== `code-of-${openid}`) throw new WeChatFault('phone', 40029, 'final');
    return { number: '13900000777', country: '86' };
  };
  const forget = async (person: string) => void forgotten.push(person);
  desk = await Desk.open((store) => store, { weChat: { phone }, forget });
  await desk.store.transact((tx) => tx.remove('person', resident.id));
});
afterEach(() => desk.store.close());

const me = async () => {
  const answer = await desk.ask(resident, 'me');
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as Me;
};
const correct = (phone?: string) =>
  desk.done([resident, 'account', accountOf(resident.id), { type: 'correct', ...(phone && { phone }) }]);

describe('我的电话', () => {
  test('微信给的号，记成我的，微信担保；同一个码再来一遍，还是它', async () => {
    for (let time = 0; time < 2; time += 1)
      expect(await desk.call(resident, { phoneCode: 'code-of-zhuoma' })).toMatchObject({
        value: { phone: '13900000777' },
      });
    expect(await me()).toMatchObject({ phone: '13900000777', proved: true });
  });

  test('改成别的号，就不是微信担保的；改没有也行', async () => {
    await desk.call(resident, { phoneCode: 'code-of-zhuoma' });
    await correct('13900000888');
    expect(await me()).toMatchObject({ phone: '13900000888', proved: false });
    await correct();
    expect((await me()).phone).toBeUndefined();
  });

  test('别人的码、过期的码：请再点一次或自己填；微信没有答复：可以原样再试', async () => {
    expect(await desk.call(neighbour, { phoneCode: 'code-of-zhuoma' })).toMatchObject({ code: 'phone-code' });
    fault = new WeChatFault('phone', 0, 'retry');
    expect(await desk.call(resident, { phoneCode: 'code-of-zhuoma' })).toMatchObject({ kind: 'fault' });
    for (const phoneCode of ['', '短', 'x'.repeat(300), { $gt: '' }, null])
      expect(await desk.call(resident, { phoneCode })).toMatchObject({ ok: false, kind: 'input' });
  });

  test('名册上等着这个号的人，就是他', async () => {
    const waiting = {
      _id: 'phone-13900000777',
      name: '张工',
      title: '',
      roles: ['coordinator'],
      phone: '13900000777',
    };
    await desk.store.transact((tx) => tx.put('person', waiting));
    await desk.call(resident, { phoneCode: 'code-of-zhuoma' });
    expect(await me()).toMatchObject({ name: '张工', roles: ['resident', 'coordinator'] });
  });

  test('本机没有微信，请自己填写', async () => {
    const plain = await Desk.open();
    expect(await plain.call(resident, { phoneCode: 'code-of-zhuoma' })).toMatchObject({ code: 'no-phone' });
    await plain.store.close();
  });
});

describe('删除我的信息', () => {
  const closed = [...told.untilAnswered, told.rated];

  test('办完的隐去姓名电话，在办的不动；账户没有了，会话都结束', async () => {
    await desk.done(...closed, [resident, 'appeal', 'appeal-0002', { ...told.asked[3], photos: [] }]);
    await correct('13900000888');
    const before = await desk.everything();
    expect(before).toContain('13900000888');
    expect(await desk.call(resident, { forget: 'me' })).toMatchObject({ value: { open: 1 } });
    expect(forgotten).toEqual(['zhuoma']);
    expect(await desk.store.get('account', accountOf(resident.id))).toBeUndefined();
    const events = await desk.all<{ _id: string; stream: string }>('event');
    expect(events.filter(({ stream }) => stream.startsWith('account.'))).toEqual([]);
    expect(await desk.everything()).not.toContain('13900000888');
    const [over, open] = await Promise.all(
      ['appeal-0001', 'appeal-0002'].map(async (id) => JSON.stringify(await desk.state('appeal', id))),
    );
    expect([over?.includes('13900000101'), open?.includes('13900000101')]).toEqual([false, true]);
    const kept = events.filter(({ _id }) => _id.startsWith('appeal.appeal-0001.'));
    expect(JSON.stringify(kept)).not.toContain('13900000101');
  });

  test('隐去以后，历史重放还和存着的一样；街道看得到事，看不到是谁', async () => {
    await desk.done(...closed);
    await desk.call(resident, { forget: 'me' });
    const events = (await desk.all<{ _id: string; stream: string; seq: number; event: never }>('event'))
      .filter(({ stream }) => stream === 'appeal.appeal-0001')
      .sort((a, b) => a.seq - b.seq);
    const fold = registry.appeal.evolve as (state: unknown, event: unknown) => unknown;
    const folded = events.reduce<unknown>((state, { event }) => fold(state, event), undefined);
    expect(JSON.parse(JSON.stringify(folded))).toEqual(await desk.state('appeal', 'appeal-0001'));
    const answer = await desk.ask(coordinator, 'appeal', { id: 'appeal-0001' });
    expect(answer).toMatchObject({ value: { view: { text: told.asked[3].text, contact: {} } } });
  });

  test('再来一次什么也不坏；没有账户的也能来；别的话不认', async () => {
    for (let time = 0; time < 2; time += 1)
      expect(await desk.call(neighbour, { forget: 'me' })).toMatchObject({ value: { open: 0 } });
    expect(await desk.call(resident, { forget: 'zhuoma' })).toMatchObject({ kind: 'input' });
  });
});
