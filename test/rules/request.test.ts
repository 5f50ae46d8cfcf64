import type { Doc } from '../../cloudfunctions/store.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Appeal } from '../../domain/appeal/appeal.ts';
import type { AppealDetail, Page, Pending } from '../../domain/contract.ts';
import type { Command, Request } from '../../domain/request/request.ts';
import type { View } from '../../domain/request/view.ts';
import type { Task } from '../../domain/task/task.ts';
import { showInstant } from '../../domain/time/show.ts';
import { accepted, appealId, asked, dispatched, onAppeal, onTask, withdrawn } from '../functions/told.ts';
import { type Call, Desk } from '../support/desk.ts';
import {
  colleague,
  coordinator,
  housing,
  housingLeader,
  leader,
  resident,
  system,
  water,
} from '../support/office.ts';
import { at } from '../support/story.ts';
import { appealAfter, appeals, asks, pause } from './told.ts';
import * as told from './told-request.ts';

/** 挂账、延期、终止办理、剔除、解密：谁申请、什么时候、多少为限. */
describe('申请', () => {
  const { inProgress, dispatched, awaitingRating, replied, consulting, accepted } = appeals;

  test('主办单位申请挂账：写明原因、计划、多少天复核（条例第十五条）', () => {
    const { type: _, ...plea } = asks.hold;
    appealAfter(...inProgress)
      .when(housing, asks.hold)
      .gives({ type: 'requested', plea });
    appealAfter(...dispatched)
      .when(housingLeader, asks.hold)
      .gives({ type: 'requested', plea });
  });

  test('协办、居民、别的单位、街道领导都不能申请挂账', () => {
    for (const actor of [water, resident, leader]) {
      appealAfter(...inProgress)
        .when(actor, asks.hold)
        .refuses('not-yours');
    }
  });

  test('专班不替单位申请挂账、延期；可以申请剔除', () => {
    appealAfter(...inProgress)
      .when(coordinator, asks.hold)
      .refuses('not-yours');
    appealAfter(...inProgress)
      .when(coordinator, asks.extend)
      .refuses('not-yours');
    const { type: _, ...plea } = asks.exclude;
    appealAfter(...inProgress)
      .when(coordinator, asks.exclude)
      .gives({ type: 'requested', plea });
  });

  test('派出之前、会商的时候没有主办，谁也不能申请挂账', () => {
    appealAfter(...accepted)
      .when(housing, asks.hold)
      .refuses('not-yours');
    appealAfter(...consulting)
      .when(housing, asks.hold)
      .refuses('not-yours');
  });

  test('答复以后不能再挂账、延期；可以申请剔除', () => {
    for (const before of [replied, awaitingRating]) {
      appealAfter(...before)
        .when(housing, asks.hold)
        .refuses('not-now');
      appealAfter(...before)
        .when(housing, asks.extend)
        .refuses('not-now');
      const { type: _, ...plea } = asks.exclude;
      appealAfter(...before)
        .when(housing, asks.exclude)
        .gives({ type: 'requested', plea });
    }
  });

  test('挂账最多 30 天就要复核', () => {
    appealAfter(...inProgress)
      .when(housing, { ...asks.hold, days: 31 })
      .refuses('hold-long');
  });

  describe('续挂三次以后', () => {
    const hold = [system, pause] as const;
    const often = [...inProgress, hold, hold, hold, hold] as const;
    const toJoint = { type: 'climbed', from: 'street', step: 'joint', reason: 'onHoldExpired' } as const;
    const resume = { type: 'resume', words: '到了复核的日子，没有续挂' } as const;

    test('续挂最多三次，再申请就不再逐级批，直接交联席会议', () => {
      const { type: _, ...plea } = asks.hold;
      const third = appealAfter(...inProgress, hold, hold, hold);
      third.when(housing, asks.hold).gives({ type: 'requested', plea });
      appealAfter(...often)
        .when(housing, asks.hold)
        .gives({ ...toJoint, words: '开春回暖后铺设防水层' });
    });

    test('联席会议只交一次：交过了，等会议议定', () => {
      const asked = appealAfter(...often, [housing, asks.hold]);
      asked.when(housing, asks.hold).refuses('joint-meeting');
      asked.when(system, resume).gives(expect.objectContaining({ type: 'resumed' }));
    });

    test('到了复核的日子没有申请的，恢复办理，也交联席会议；专班销账的不交', () => {
      const resumed = expect.objectContaining({ type: 'resumed' });
      appealAfter(...often)
        .when(system, resume)
        .gives(resumed, { ...toJoint, words: resume.words });
      appealAfter(...often)
        .when(coordinator, { type: 'resume', words: '材料到了，可以施工' })
        .gives(resumed);
    });
  });

  test('销了账再挂，次数接着算', () => {
    const hold = [system, pause] as const;
    const resume = [system, { type: 'resume', words: '材料到了' }] as const;
    const story = appealAfter(...inProgress, hold, resume, hold, resume, hold, resume, hold, resume);
    story.when(housing, asks.hold).refuses('joint-meeting');
  });

  test('同一项申请没有结果之前不能再提，别的可以', () => {
    const waiting = appealAfter(...inProgress, [housing, asks.hold]);
    waiting.when(housingLeader, asks.hold).refuses('asked-already');
    const { type: _, ...plea } = asks.exclude;
    waiting.when(housing, asks.exclude).gives({ type: 'requested', plea });
  });

  test('有了结果可以再提', () => {
    const settled = {
      type: 'settle',
      request: 'appeal-0001-r5',
      kind: 'hold',
      outcome: 'refused',
    } as const;
    const { type: _, ...plea } = asks.hold;
    appealAfter(...inProgress, [housing, asks.hold], [system, settled])
      .when(housing, asks.hold)
      .gives({ type: 'requested', plea });
  });

  test('公开的诉求不用解密，隐名的才用', () => {
    appealAfter(...inProgress)
      .when(housing, asks.unmask)
      .refuses('not-now');
    expect(appealAfter(...inProgress).seenBy(housing)?.askable).toEqual([
      'hold',
      'extend',
      'terminate',
      'exclude',
    ]);
  });

  test('居民看不到单位能申请什么', () => {
    expect(appealAfter(...inProgress).seenBy(resident)).not.toHaveProperty('askable');
  });
});

/** 星期一 10:00 提交，7 天办结，3 月 16 日（星期一）10:00 到期. */
describe('延期', () => {
  const { inProgress } = appeals;
  const plea = { kind: 'extend', amount: 3, unit: 'days', words: asks.extend.words } as const;

  test('到期前四个工作小时还可以申请：上星期五 12:00', () => {
    appealAfter(...inProgress, '2026-03-13 12:00')
      .when(housing, asks.extend)
      .gives({ type: 'requested', plea });
  });

  test('晚一分钟就不行', () => {
    appealAfter(...inProgress, '2026-03-13 12:01')
      .when(housing, asks.extend)
      .refuses('extend-late');
  });

  test('过了时候就不再给他选，别的申请还在', () => {
    const kinds = (now: string) => appealAfter(...inProgress, now).seenBy(housing)?.askable;
    expect(kinds('2026-03-13 12:00')).toContain('extend');
    expect(kinds('2026-03-13 12:01')).toEqual(['hold', 'terminate', 'exclude']);
  });

  test('最长和原来的时限一样，不能更长', () => {
    const story = appealAfter(...inProgress);
    story
      .when(housing, { ...asks.extend, amount: 7 })
      .gives({ type: 'requested', plea: { ...plea, amount: 7 } });
    story.when(housing, { ...asks.extend, amount: 8 }).refuses('extend-long');
  });

  test('第二次要街道领导批', () => {
    const term = { amount: 3, unit: 'days' } as const;
    const extend = { type: 'extend', term, words: '等材料' } as const;
    appealAfter(...inProgress, [system, extend])
      .when(housing, asks.extend)
      .gives({ type: 'requested', plea: { ...plea, kind: 'extendAgain' } });
  });
});

describe('审批', () => {
  test('谁申请的，自己不批：专班提的剔除由第二个人批', () => {
    const story = told.requestAfter(...told.requests.exclude.raised);
    story.when(coordinator, told.grant).refuses('not-yours');
    story.when(colleague, told.grant).gives({ type: 'granted', words: '同意' });
  });

  test('签署过的人，不再以另一个身份批准', () => {
    const both = { ...coordinator, roles: [...coordinator.roles, 'streetLeader' as const] };
    const story = told.requestAfter(...told.requests.hold.endorsed);
    story.when(both, told.grant).refuses('not-yours');
    story.when(leader, told.grant).gives({ type: 'granted', words: '同意' });
  });

  test('没有专班签署，街道领导不能直接批挂账', () => {
    told
      .requestAfter(...told.requests.hold.raised)
      .when(leader, told.grant)
      .refuses('not-now');
  });

  test('第二次延期，专班批不了', () => {
    const story = told.requestAfter(...told.requests.extendAgain.endorsed);
    story.when(colleague, told.grant).refuses('not-yours');
  });

  test('每一道手续各有各的时限：签署以后重新起算', () => {
    const { raised, endorsed } = told.requests.hold;
    expect(told.requestAfter(...raised).state.clocks.decide?.dueAt).toBe(at('2026-03-10 10:00'));
    const later = told.requestAfter(...raised, '2026-03-09 16:00', ...endorsed.slice(1));
    expect(later.state.clocks.decide?.dueAt).toBe(at('2026-03-10 16:00'));
  });

  test('申请单位和街道看得见申请，别人不知道有它', () => {
    const story = told.requestAfter(...told.requests.hold.raised);
    for (const actor of [housing, housingLeader, coordinator, leader])
      expect(story.seenBy(actor)).toBeDefined();
    for (const actor of [resident, water]) {
      expect(story.seenBy(actor)).toBeUndefined();
      expect(story.readBy(actor)).toEqual([]);
    }
  });

  test('球在谁手里', () => {
    const sentence = (...steps: readonly told.Did<Command>[]) =>
      told.requestAfter(...steps).seenBy(housing)?.ball.sentence;
    const { raised, endorsed, granted, expired } = told.requests.hold;
    expect(sentence(...raised)).toBe('挂账申请等专班签署，最迟 3月10日 10:00 答复');
    expect(sentence(...endorsed)).toBe('挂账申请等街道领导批准，最迟 3月10日 10:00 答复');
    expect(sentence(...granted)).toBe('挂账申请已批准');
    expect(sentence(...expired)).toBe('挂账申请逾期未批');
  });
});

/** 一件诉求从头到尾，经过真的门. */
describe('批下来以后', () => {
  let desk: Desk;
  const requestId = `${appealId}-r5`;
  const onRequest = (actor: Call[0], command: Call[3], id = requestId): Call => [
    actor,
    'request',
    id,
    command,
  ];
  const appeal = () => desk.state<Appeal>('appeal', appealId);
  const task = (unit = 'housing') => desk.state<Task>('task', `${appealId}-d3-${unit}`);
  const request = (id = requestId) => desk.state<Request>('request', id);
  const inboxOf = async (to: string) =>
    (await desk.all<Doc & { to: string; about: string }>('inbox'))
      .filter((each) => each.to === to)
      .map(({ about }) => about);
  const read = async (actor: Call[0]) => {
    const answer = await desk.ask(actor, 'appeal', { id: appealId });
    if (!answer.ok) throw new Error(answer.message);
    return JSON.stringify(answer.value);
  };

  beforeEach(async () => {
    desk = await Desk.open();
    const contact = { type: 'contact', way: 'phone', words: '约好上门' };
    const begun = [onTask(housing, { type: 'acknowledge' }), onTask(housing, contact)];
    await desk.done(asked, accepted, dispatched, ...begun);
    await desk.settle();
    desk.set('2026-03-09 11:00');
  });
  afterEach(() => desk.store.close());

  const held = async () => {
    await desk.done(onAppeal(housing, asks.hold), onRequest(coordinator, told.endorse));
    desk.set('2026-03-10 10:00');
    await desk.done(onRequest(leader, told.grant));
    await desk.settle();
  };

  test('挂账：时限停下，到了原来的期限也不算超时', async () => {
    await held();
    desk.set('2026-03-17 10:00');
    await sweep(desk.cloud);
    expect(await appeal()).toMatchObject({ status: 'onHold', missed: [], requests: [] });
    expect((await task()).missed).toEqual([]);
    expect((await task('water')).missed.map(({ clock }) => clock)).toEqual(['acknowledge']);
  });

  test('挂账：单位的任务说得清时限停着，排在后面，不再催', async () => {
    await held();
    const answer = await desk.ask(housing, 'tasks', { desk: 'unit' });
    expect(answer).toMatchObject({
      value: { items: [{ ball: { holder: 'none', sentence: '已挂账，住建局的时限停着' } }] },
    });
  });

  test('挂账：居民读到原因、计划和复核的日子，也收到消息', async () => {
    await held();
    const page = await read(resident);
    expect(page).toContain('已挂账（季节原因），最迟 4月9日 10:00 复核');
    expect(page).toContain('已挂账（季节原因），4月9日 10:00 前复核');
    expect(page).toContain('开春回暖后铺设防水层');
    expect(page).not.toContain('情况属实，同意上报');
    expect(await inboxOf('person:zhuoma')).toContain('appeal.held');
  });

  test('销账：专班说明，剩下的时间接着走', async () => {
    await held();
    desk.set('2026-03-20 10:00');
    await desk.done(onAppeal(coordinator, { type: 'resume', words: '材料提前到了' }));
    expect(await appeal()).toMatchObject({
      status: 'inProgress',
      clocks: { finish: { dueAt: at('2026-03-26 10:00') } },
    });
    expect((await task()).clocks.finish?.dueAt).toBe(at('2026-03-26 10:00'));
  });

  test('到了复核的日子没有续挂：系统恢复办理', async () => {
    await held();
    desk.set('2026-04-09 10:00');
    await sweep(desk.cloud);
    expect(await appeal()).toMatchObject({
      status: 'inProgress',
      clocks: { finish: { dueAt: at('2026-04-15 10:00') } },
    });
    expect(await read(resident)).toContain('到了复核的日子，没有续挂');
  });

  test('挂账期间撤了主办的任务：时限接着走，回到会商', async () => {
    await held();
    desk.set('2026-03-20 10:00');
    await desk.done([coordinator, 'task', `${appealId}-d3-housing`, { type: 'release', words: '机构调整' }]);
    await desk.settle();
    expect(await appeal()).toMatchObject({
      status: 'consulting',
      clocks: { finish: { dueAt: at('2026-03-26 10:00') } },
    });
  });

  test('续挂：复核的日子从新批准的那天算', async () => {
    await held();
    desk.set('2026-04-08 10:00');
    await desk.done(onAppeal(housing, { ...asks.hold, days: 15 }));
    const [renewal] = (await appeal()).requests ?? [];
    const id = renewal?.request ?? '';
    await desk.done(onRequest(coordinator, told.endorse, id), onRequest(leader, told.grant, id));
    desk.set('2026-04-10 10:00');
    await sweep(desk.cloud);
    const { status, hold, clocks } = await appeal();
    expect({ status, times: hold?.times, due: showInstant(clocks.hold?.dueAt ?? 0, desk.now) }).toEqual({
      status: 'onHold',
      times: 2,
      due: '4月23日 10:00',
    });
  });

  test('挂账期间单位还可以办，但要先销账才能答复', async () => {
    await held();
    await desk.done(onTask(housing, { type: 'work', words: '看了三次现场', photos: [], shared: true }));
    const answer = await desk.send(
      onAppeal(housing, {
        type: 'reply',
        text: '已经全部修好请您放心居住有问题随时联系我们。',
        outcome: 'solved',
        photos: [],
      }),
    );
    expect(answer).toMatchObject({ ok: false, code: 'not-now' });
  });

  test('延期：诉求和主办一起延长，居民读到原因', async () => {
    await desk.done(onAppeal(housing, asks.extend), onRequest(coordinator, told.grant));
    expect((await appeal()).clocks.finish?.dueAt).toBe(at('2026-03-19 10:00'));
    expect((await task()).clocks.finish?.dueAt).toBe(at('2026-03-19 10:00'));
    const page = await read(resident);
    expect(page).toContain('办理时限延长 3 天');
    expect(page).toContain('防水材料四天后到货');
    expect(await inboxOf('person:zhuoma')).toContain('appeal.extended');
  });

  test('终止办理：结束，写明依据，任务都撤销', async () => {
    await desk.done(onAppeal(housing, asks.terminate), onRequest(coordinator, told.grant));
    expect(await appeal()).toMatchObject({
      status: 'closed',
      end: { reason: 'terminated', basis: '条例第十一条第（五）项' },
    });
    expect((await task()).status).toBe('released');
    expect(await read(resident)).toContain('属于住户之间的合同纠纷（条例第十一条第（五）项）');
  });

  test('剔除：记在诉求上，给核定的三率用；居民读不到', async () => {
    await desk.done(onAppeal(coordinator, asks.exclude));
    expect(await desk.send(onRequest(coordinator, told.grant))).toMatchObject({ code: 'not-yours' });
    await desk.done(onRequest(colleague, told.grant));
    expect((await appeal()).excluded).toMatchObject({ measures: ['satisfaction'] });
    expect(await read(resident)).not.toContain('诉求超出法律规定');
    expect(await read(coordinator)).toContain('不计入核定的满意率');
  });

  test('消息点开就是这件事：街道到诉求，单位到自己的任务', async () => {
    await desk.done(onAppeal(housing, asks.extend), onRequest(coordinator, told.refuse));
    const lines = await desk.all<Doc & { to: string; about: string; process: string; id: string }>('inbox');
    const own = lines.filter(({ about }) => about.startsWith('request.'));
    expect(own.map(({ to, about, process, id }) => [to, about, process, id]).sort()).toEqual([
      ['role:coordinator', 'request.raised', 'appeal', appealId],
      ['unit:housing', 'request.refused', 'task', `${appealId}-d3-housing`],
    ]);
  });

  test('不批准：什么也没有变，可以再提', async () => {
    await desk.done(onAppeal(housing, asks.extend), onRequest(coordinator, told.refuse));
    expect(await appeal()).toMatchObject({ status: 'inProgress', requests: [] });
    expect((await appeal()).clocks.finish?.dueAt).toBe(at('2026-03-16 10:00'));
    expect(await inboxOf('unit:housing')).toContain('request.refused');
    await desk.done(onAppeal(housing, asks.extend));
  });

  test('逾期未批：不算批准，报街道领导，单位可以再提', async () => {
    await desk.done(onAppeal(housing, asks.extend));
    desk.set('2026-03-09 17:31');
    await sweep(desk.cloud);
    expect((await request()).status).toBe('expired');
    expect((await appeal()).requests).toEqual([]);
    expect(await inboxOf('role:streetLeader')).toContain('request.escalated');
    expect(await desk.send(onRequest(coordinator, told.grant))).toMatchObject({ code: 'not-now' });
  });

  test('居民撤回了，没批的申请一并收回', async () => {
    await desk.done(onAppeal(housing, asks.hold), withdrawn);
    expect((await request()).status).toBe('takenBack');
  });

  test('收回了可以再提', async () => {
    await desk.done(onAppeal(housing, asks.hold), onRequest(housingLeader, told.takeBack));
    expect(await appeal()).toMatchObject({ requests: [] });
    await desk.done(onAppeal(housing, asks.hold));
  });

  test('协办单位、居民看不到申请，批不了，也找不到', async () => {
    await desk.done(onAppeal(housing, asks.hold));
    for (const actor of [resident, water])
      expect(await desk.send(onRequest(actor, told.refuse))).toMatchObject({ code: 'not-found' });
  });

  test('专班和街道领导的审批桌：最急的在前，别人看不到这张桌', async () => {
    await desk.done(onAppeal(housing, asks.hold), onAppeal(housing, asks.extend));
    const kinds = async (actor: Call[0], on: string) => {
      const answer = await desk.ask(actor, 'requests', { desk: on });
      if (!answer.ok) return answer.message;
      const { items } = answer.value as Page<Pending<View>>;
      return items.map(({ view, moves }) => `${view.plea.kind}: ${moves.join(',')}`);
    };
    expect(await kinds(coordinator, 'coordinator')).toEqual(['extend: grant,refuse', 'hold: endorse,refuse']);
    expect(await kinds(leader, 'leader')).toEqual([]);
    await desk.done(onRequest(coordinator, told.endorse));
    expect(await kinds(leader, 'leader')).toEqual(['hold: grant,refuse']);
    for (const actor of [resident, housing]) expect(await kinds(actor, 'coordinator')).toBe('没有找到');
  });

  test('诉求页上有没批的申请，单位可以收回；居民的页上没有', async () => {
    await desk.done(onAppeal(housing, asks.hold));
    const leaveOf = async (actor: Call[0]) => {
      const answer = await desk.ask(actor, 'appeal', { id: appealId });
      return answer.ok && (answer.value as AppealDetail).leave.requests.map(({ moves }) => moves.join());
    };
    expect(await leaveOf(housing)).toEqual(['takeBack']);
    expect(await leaveOf(coordinator)).toEqual(['endorse,refuse']);
    expect(await leaveOf(water)).toEqual([]);
    expect(await leaveOf(resident)).toEqual([]);
  });
});

describe('解密', () => {
  const hidden = onAppeal(resident, {
    type: 'submit',
    text: '我家屋顶漏水，下雨天没法住',
    photos: [],
    identity: 'nameHidden',
    contact: { name: '卓玛', phone: '13900000101' },
  });

  test('写明用途，第二个人批准，只给申请的人看三十分钟', async () => {
    const desk = await Desk.open();
    const sees = async (actor: Call[0]) =>
      JSON.stringify(await desk.ask(actor, 'appeal', { id: appealId })).includes('13900000101');
    await desk.done(hidden, accepted, dispatched, onTask(housing, { type: 'acknowledge' }));
    await desk.done(onAppeal(housing, asks.unmask));
    expect(await sees(housing)).toBe(false);
    const { requests: waiting = [] } = await desk.state<Appeal>('appeal', appealId);
    await desk.done([coordinator, 'request', waiting[0]?.request ?? '', { type: 'grant' }]);
    expect(await sees(housing)).toBe(true);
    expect(await sees(housingLeader)).toBe(false);
    desk.pass(31 * 60_000);
    expect(await sees(housing)).toBe(false);
    await desk.store.close();
  });
});
