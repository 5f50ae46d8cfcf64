import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Appeal } from '../../domain/appeal/appeal.ts';
import type { FollowUp } from '../../domain/followUp/followUp.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { Supervision } from '../../domain/supervision/supervision.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Topic } from '../../domain/topic/topic.ts';
import * as told from '../functions/told.ts';
import { type Call, Desk } from '../support/desk.ts';
import {
  coordinator,
  followUpClerk,
  housing,
  housingLeader,
  leader,
  resident,
  secretary,
  supervisor,
  water,
} from '../support/office.ts';
import { at } from '../support/story.ts';

/** 三月九日是星期一；办公时间 9:30–13:00、15:30–18:00. */
const id = told.appealId;
const onFollowUp = (actor: Call[0], command: Call[3], round = 0): Call => [
  actor,
  'followUp',
  `${id}-f${round}`,
  command,
];
const record = { type: 'record', contacted: true, solved: 'solved', satisfied: 'satisfied', words: '修好了' };
const unhappy = { ...record, satisfied: 'dissatisfied', words: '拖太久' };
const attempt = { type: 'attempt', way: 'phone' };

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(async () => {
  expect(desk.logged).toEqual([]);
  await desk.store.close();
});

const appeal = () => desk.state<Appeal>('appeal', id);
const followUp = (round = 0) => desk.state<FollowUp>('followUp', `${id}-f${round}`);
const refused = async (call: Call, code: string) =>
  expect(await desk.send(call)).toMatchObject({ ok: false, code });
const tried = async (...times: readonly string[]) => {
  for (const time of times) {
    desk.set(time);
    await desk.done(onFollowUp(followUpClerk, attempt));
  }
};

describe('回访（条例第二十三条；济南第二十七条）', () => {
  beforeEach(() => desk.done(...told.untilAnswered));

  test('答复审核通过，就转回访，三个工作日内打', async () => {
    expect(await followUp()).toMatchObject({ status: 'open', called: true, round: 0, attempts: [] });
    expect((await followUp()).clocks).toMatchObject({
      followUp: { dueAt: at('2026-03-12 10:00') },
      wait: { dueAt: at('2026-03-16 10:00') },
    });
  });

  test('解决了、满意，结案', async () => {
    await desk.done(onFollowUp(followUpClerk, record));
    expect((await followUp()).status).toBe('reached');
    expect(await appeal()).toMatchObject({
      status: 'closed',
      end: { reason: 'solved' },
      rating: { contacted: true, solved: 'solved', satisfied: 'satisfied', words: '修好了' },
    });
  });

  test('居民自己评价了，不用再打', async () => {
    await desk.done(told.rated);
    expect((await followUp()).status).toBe('settled');
    await refused(onFollowUp(followUpClerk, record), 'not-now');
  });

  test('审核过的专班不回访，换一个人', async () => {
    await refused(onFollowUp(coordinator, record), 'not-yours');
    expect((await followUp()).apart).toEqual(['zhuoma', 'zhang', 'mima', 'pubu']);
  });

  test('三个工作日没有打，记超时，照样可以打', async () => {
    desk.set('2026-03-12 10:00');
    await sweep(desk.cloud);
    expect((await followUp()).missed).toEqual([{ clock: 'followUp', dueAt: at('2026-03-12 10:00') }]);
    await desk.done(onFollowUp(followUpClerk, record));
    expect((await appeal()).status).toBe('closed');
  });

  test('两天打了三次没有人接，满七天按未联系上结案', async () => {
    await tried('2026-03-09 16:00', '2026-03-09 17:00', '2026-03-10 10:00');
    desk.set('2026-03-16 09:59');
    await sweep(desk.cloud);
    expect((await appeal()).status).toBe('awaitingRating');
    desk.set('2026-03-16 10:00');
    await sweep(desk.cloud);
    expect((await followUp()).status).toBe('unreached');
    expect(await appeal()).toMatchObject({ status: 'closed', end: { reason: 'unreachable' } });
  });

  test('一天里打三次不算，过了七天，换一天再打一次才算', async () => {
    await tried('2026-03-09 16:00', '2026-03-09 17:00', '2026-03-09 17:30', '2026-03-16 10:00');
    expect(await appeal()).toMatchObject({ status: 'closed', end: { reason: 'unreachable' } });
  });

  test('打得不够，满了七天也不能结案', async () => {
    await tried('2026-03-09 16:00', '2026-03-10 10:00');
    desk.set('2026-03-20 10:00');
    await sweep(desk.cloud);
    expect((await appeal()).status).toBe('awaitingRating');
    expect((await followUp()).status).toBe('open');
  });

  test('回访员这时才看得见诉求和电话，答复以前看不见', async () => {
    expect(JSON.stringify(await desk.ask(followUpClerk, 'appeal', { id }))).toContain('13900000101');
    const fresh = await Desk.open();
    await fresh.done(...told.untilReplied);
    expect(await fresh.ask(followUpClerk, 'appeal', { id })).toMatchObject({ ok: false });
    await fresh.store.close();
  });
});

test('匿名的没有电话可打，七天没有评价，按到期未评价结案，不算没联系上', async () => {
  const [first, ...rest] = told.untilAnswered;
  if (!first) throw new Error('nothing was told');
  await desk.done([first[0], first[1], first[2], { ...first[3], identity: 'anonymous' }], ...rest);
  expect((await followUp()).called).toBe(false);
  desk.set('2026-03-16 10:00');
  await sweep(desk.cloud);
  expect((await appeal()).end?.reason).toBe('unrated');
});

describe('重办（济南第二十七条；夏阳：不满意即再次处置，负责人亲自办）', () => {
  beforeEach(() => desk.done(...told.untilAnswered));

  test.each([
    ['回访说没有解决', { ...record, solved: 'unsolved' }, '回访：没有解决'],
    ['回访说解决了但不满意', unhappy, '回访：不满意'],
  ])('%s：退给主办，三个工作日', async (_, command, words) => {
    await desk.done(onFollowUp(followUpClerk, command));
    expect(await appeal()).toMatchObject({
      status: 'reworking',
      round: 1,
      byLeader: true,
      clocks: { redo: { dueAt: at('2026-03-12 10:00') } },
    });
    const task = await desk.state<Task>('task', `${id}-d3-housing`);
    expect(task).toMatchObject({ status: 'handling', sentBack: words, brief: { byLeader: true } });
  });

  test('居民自己评价不满意的，也一样', async () => {
    await desk.done([resident, 'appeal', id, { type: 'rate', solved: 'solved', satisfied: 'dissatisfied' }]);
    expect((await appeal()).status).toBe('reworking');
  });

  test('经办人可以办，交结果和答复要负责人', async () => {
    await desk.done(
      told.notSolved,
      told.onTask(housing, { type: 'work', words: '重做防水', photos: [], shared: true }),
    );
    const hand = { type: 'submit', words: '防水重新做好', outcome: 'solved', photos: [] };
    await refused(told.onTask(housing, hand), 'not-yours');
    await desk.done(told.onTask(housingLeader, hand));
    await refused(told.replied, 'not-yours');
    await desk.done(told.repliedAgain);
    expect((await appeal()).status).toBe('replied');
  });

  test('重办答复以后，另起一次回访', async () => {
    await desk.done(told.notSolved, ...told.handles(housingLeader).slice(1), told.repliedAgain, told.passed);
    expect((await followUp(0)).status).toBe('settled');
    expect(await followUp(1)).toMatchObject({ status: 'open', round: 1 });
    await desk.done(onFollowUp(followUpClerk, record, 1));
    expect(await appeal()).toMatchObject({ status: 'closed', end: { reason: 'solved' } });
  });

  test('第三次不再转圈：上周例会', async () => {
    const again = [...told.handles(housingLeader).slice(1), told.repliedAgain, told.passed];
    await desk.done(told.notSolved, ...again, told.notSolved, ...again, told.notSolved);
    expect(await appeal()).toMatchObject({ status: 'consulting', round: 3, step: 'weekly', onAgenda: true });
    expect(await desk.state<Topic>('topic', `${id}-t`)).toMatchObject({
      status: 'open',
      agenda: 'weekly',
      hops: [{ agenda: 'weekly', reason: 'redo2' }],
    });
  });
});

describe('督办（潍坊第二十六条、济南第二十八条）', () => {
  const supervise = { type: 'supervise', kind: 'listed', words: '三天没有动静' };
  const pressed = () => desk.state<Supervision>('supervision', `${id}-s5`);
  const onSupervision = (actor: Call[0], command: Call[3]): Call => [
    actor,
    'supervision',
    `${id}-s5`,
    command,
  ];
  const lift = { type: 'lift', words: '已经办了' };
  const explain = { type: 'answer', words: '材料明天到，后天上午施工，已派专人盯。' };

  beforeEach(() => desk.done(...told.untilDispatched, told.onTask(housing, { type: 'acknowledge' })));

  test('督查员督办主办单位，诉求上留记号，两个工作日内说明', async () => {
    await desk.done([supervisor, 'appeal', id, supervise]);
    expect(await pressed()).toMatchObject({ status: 'open', unit: 'housing', cause: 'manual', high: true });
    expect((await pressed()).clocks).toMatchObject({
      answer: { dueAt: at('2026-03-11 10:00') },
      letter: { dueAt: at('2026-03-12 10:00') },
    });
    expect((await appeal()).supervisions).toEqual([
      { id: `${id}-s5`, unit: 'housing', kind: 'listed', cause: 'manual' },
    ]);
  });

  test('负责人说明，经办人不行；领导发起的，专班不能解除', async () => {
    await desk.done([leader, 'appeal', id, supervise]);
    await refused(onSupervision(housing, explain), 'not-yours');
    await desk.done(onSupervision(housingLeader, explain));
    await refused(onSupervision(coordinator, lift), 'not-yours');
    await desk.done(onSupervision(secretary, lift));
    expect((await pressed()).status).toBe('lifted');
    expect((await appeal()).supervisions).toEqual([]);
  });

  test('消息说的那一件，被督办的单位和街道点得开，别的单位点不开', async () => {
    await desk.done([coordinator, 'appeal', id, supervise]);
    const open = (actor: Actor) => desk.ask(actor, 'supervision', { id: `${id}-s5` });
    expect(await open(housingLeader)).toMatchObject({
      value: { view: { unit: 'housing' }, moves: ['answer'] },
    });
    expect(await open(coordinator)).toMatchObject({ value: { moves: ['lift'] } });
    for (const actor of [water, resident]) expect(await open(actor)).toMatchObject({ code: 'not-found' });
  });

  test('专班自己发起的，自己可以解除', async () => {
    await desk.done([coordinator, 'appeal', id, supervise], onSupervision(coordinator, lift));
    expect((await pressed()).status).toBe('lifted');
  });

  test('没有承办这件诉求的单位，督办不到它头上', async () => {
    await refused([leader, 'appeal', id, { ...supervise, unit: 'police' }], 'unknown-unit');
    await desk.done([leader, 'appeal', id, { ...supervise, unit: 'water' }]);
    expect((await pressed()).unit).toBe('water');
  });

  test('到期没有说明，次一工作日发催办通知书', async () => {
    await desk.done([leader, 'appeal', id, supervise]);
    desk.set('2026-03-12 10:00');
    await sweep(desk.cloud);
    expect((await pressed()).missed.map(({ clock }) => clock)).toEqual(['answer', 'letter']);
    const sent = (await desk.all('inbox')).map(({ to, about }) => `${to} ${about}`);
    expect(sent).toContain('unit:housing supervision.letter');
  });

  test('诉求撤回，督办跟着解除', async () => {
    await desk.done([leader, 'appeal', id, supervise], told.withdrawn);
    expect((await pressed()).status).toBe('lifted');
    expect((await appeal()).supervisions).toEqual([]);
  });

  describe('办理超时', () => {
    const overdue = async () => {
      const { supervisions } = await appeal();
      return desk.state<Supervision>('supervision', supervisions[0]?.id ?? '');
    };

    test('到期当时督办主办单位，并上周例会', async () => {
      desk.set('2026-03-16 10:00');
      await sweep(desk.cloud);
      expect(await overdue()).toMatchObject({ cause: 'overdue', kind: 'routine', unit: 'housing' });
      expect(await appeal()).toMatchObject({
        step: 'weekly',
        onAgenda: true,
        climbs: [{ step: 'weekly', reason: 'overdue' }],
      });
      expect((await desk.state<Topic>('topic', `${id}-t`)).status).toBe('open');
    });

    test('上会的消息，街道点得开，单位点不开', async () => {
      desk.set('2026-03-16 10:00');
      await sweep(desk.cloud);
      const open = (actor: Actor) => desk.ask(actor, 'topic', { id: `${id}-t` });
      expect(await open(secretary)).toMatchObject({ value: { view: { agenda: 'weekly' } } });
      expect(await open(housingLeader)).toMatchObject({ code: 'not-found' });
    });

    test('次一工作日发通知书，再过五个工作日通报，说明了也不停', async () => {
      desk.set('2026-03-16 10:00');
      await sweep(desk.cloud);
      const { id: s } = await overdue();
      await desk.done([housingLeader, 'supervision', s, explain]);
      desk.set('2026-03-17 10:00');
      await sweep(desk.cloud);
      expect((await overdue()).missed).toEqual([{ clock: 'letter', dueAt: at('2026-03-17 10:00') }]);
      desk.set('2026-03-23 10:00');
      await sweep(desk.cloud);
      expect((await overdue()).missed.at(-1)).toEqual({ clock: 'circular', dueAt: at('2026-03-23 10:00') });
      const sent = (await desk.all('inbox')).map(({ to, about }) => `${to} ${about}`);
      expect(sent).toContain('role:secretary supervision.circular');
    });

    test('答复居民以后，督办和议题自行消除', async () => {
      desk.set('2026-03-16 10:00');
      await sweep(desk.cloud);
      const { id: s } = await overdue();
      const rest = told.handles(housing).slice(1);
      await desk.done(...rest, ...told.handles(water), told.replied, told.passed);
      expect((await desk.state<Supervision>('supervision', s)).status).toBe('lifted');
      expect((await desk.state<Topic>('topic', `${id}-t`)).status).toBe('closed');
      expect(await appeal()).toMatchObject({ supervisions: [], onAgenda: false, status: 'awaitingRating' });
    });
  });
});

describe('例会：周例会交办、月例会商办、联席会联办', () => {
  const weekly = 'meeting-weekly-1';
  const climb = { type: 'climb', step: 'weekly', reason: 'noAuthority', words: '权属不清，几家都说不归自己' };
  const convene = (kind: string, meeting = weekly, actor = coordinator): Call => [
    actor,
    'meeting',
    meeting,
    { type: 'convene', kind, meetAt: at('2026-03-09 15:30') },
  ];
  const resolve = (decision: object, topic = `${id}-t`, meeting = weekly, actor = coordinator): Call => [
    actor,
    'meeting',
    meeting,
    { type: 'resolve', topic, ...decision },
  ];
  const words = '住建局牵头，供水公司配合，限期办完';
  const assign = {
    ...{ way: 'assign', words, lead: 'housing', assists: ['water'] },
    dueAt: at('2026-03-13 18:00'),
  };
  const topic = () => desk.state<Topic>('topic', `${id}-t`);

  beforeEach(() => desk.done(told.asked, told.accepted, [coordinator, 'appeal', id, climb]));

  test('交办：当场派给主办和协办，限期是会上定的', async () => {
    await desk.done(convene('weekly'), resolve(assign));
    expect((await topic()).status).toBe('assigned');
    const now = await appeal();
    expect(now).toMatchObject({ status: 'dispatched', onAgenda: false, step: 'weekly' });
    expect(now.tasks.map(({ unit, role }) => `${unit} ${role}`)).toEqual(['housing lead', 'water assist']);
    const task = await desk.state<Task>('task', now.tasks[0]?.task ?? '');
    expect(task.clocks.finish?.dueAt).toBe(at('2026-03-13 18:00'));
    expect(now.clocks.finish?.dueAt).toBe(at('2026-03-16 10:00'));
  });

  test('已经有人在办的，重新交办：原来的任务撤了，主办还是只有一个', async () => {
    await desk.done(told.dispatched, convene('weekly'), resolve({ ...assign, lead: 'urban' }));
    await desk.settle();
    expect((await appeal()).tasks.map(({ unit, status }) => `${unit} ${status}`)).toEqual([
      'urban pending',
      'water pending',
    ]);
    expect((await desk.state<Task>('task', `${id}-d4-housing`)).status).toBe('released');
  });

  test('还等着批的一哨，会议交办以后不再吹', async () => {
    await desk.done(told.called, convene('weekly'), resolve(assign));
    expect((await appeal()).status).toBe('dispatched');
    expect((await appeal()).whistleAsked).toBeUndefined();
    const whistle = `${id}-w4`;
    expect(await desk.state('whistle', whistle)).toMatchObject({
      status: 'cancelled',
      ended: '会议已经交办',
    });
    await refused([leader, 'whistle', whistle, { type: 'approve' }], 'not-now');
    expect(await desk.all('task')).toHaveLength(2);
  });

  test('挂着账的，会议可以交办：恢复办理，换成会上定的单位', async () => {
    const ask = { type: 'ask', kind: 'hold', reason: 'season', words: '开春以后铺防水层', days: 20 };
    const held: readonly Call[] = [
      told.dispatched,
      told.onAppeal(housing, ask),
      [coordinator, 'request', `${id}-r5`, { type: 'endorse', words: '情况属实，同意上报' }],
      [leader, 'request', `${id}-r5`, { type: 'grant' }],
    ];
    await desk.done(convene('weekly'), ...held);
    expect((await appeal()).status).toBe('onHold');
    desk.set('2026-03-10 10:00');
    await desk.done(resolve({ ...assign, lead: 'urban' }));
    const now = await appeal();
    expect(now).toMatchObject({ status: 'dispatched', onAgenda: false });
    expect(now.clocks.finish?.dueAt).toBe(at('2026-03-17 10:00'));
    expect(now.tasks.map(({ unit }) => unit)).toEqual(['urban', 'water']);
    expect((await desk.state<Task>('task', `${id}-d4-housing`)).status).toBe('released');
  });

  test('定不了的，提交月例会；月例会由书记主持', async () => {
    await desk.done(convene('weekly'), resolve({ way: 'climb', words: '要协调区里的部门' }));
    expect(await topic()).toMatchObject({ status: 'open', agenda: 'monthly' });
    expect((await appeal()).step).toBe('monthly');
    await desk.done(convene('monthly', 'meeting-monthly-1'));
    await refused(resolve(assign, `${id}-t`, 'meeting-monthly-1'), 'not-yours');
    await desk.done(resolve(assign, `${id}-t`, 'meeting-monthly-1', secretary));
    expect((await appeal()).status).toBe('dispatched');
  });

  test('联席会也定不了的，报区', async () => {
    const up = { way: 'climb', words: '要协调区里的部门' };
    await desk.done(convene('weekly'), resolve(up), convene('monthly', 'meeting-monthly-1'));
    await desk.done(
      resolve(up, `${id}-t`, 'meeting-monthly-1', secretary),
      convene('joint', 'meeting-joint-1'),
    );
    await desk.done(resolve(up, `${id}-t`, 'meeting-joint-1', secretary));
    expect((await topic()).status).toBe('reported');
    expect(await appeal()).toMatchObject({ step: 'district', onAgenda: false });
  });

  test('会上说清了的，了结，诉求回到专班手里', async () => {
    await desk.done(convene('weekly'), resolve({ way: 'close', words: '已经有物业接手' }));
    expect((await topic()).status).toBe('closed');
    expect((await appeal()).onAgenda).toBe(false);
  });

  test('不在这个会上的议题，议不了；议定过的，不能再议', async () => {
    await desk.done(convene('monthly', 'meeting-monthly-1'));
    await refused(resolve(assign, `${id}-t`, 'meeting-monthly-1', secretary), 'other-agenda');
    await desk.done(convene('weekly'), resolve(assign));
    await refused(resolve({ way: 'close', words: '已经有物业接手' }), 'not-now');
  });

  test('只能往上提交：上了周例会的，不能再交周例会，可以交月例会', async () => {
    await refused([coordinator, 'appeal', id, climb], 'not-higher');
    await desk.done([coordinator, 'appeal', id, { ...climb, step: 'monthly' }]);
    expect((await appeal()).step).toBe('monthly');
  });

  test('没到开会的日子，不能议', async () => {
    const later = { type: 'convene', kind: 'weekly', meetAt: at('2026-03-13 15:30') };
    await desk.done([coordinator, 'meeting', weekly, later]);
    await refused(resolve(assign), 'too-early');
  });

  test('不挂诉求的议题，交办就成任务', async () => {
    const raise = { type: 'raise', agenda: 'weekly', title: '柳林巷停车位重新划线' };
    await desk.done([leader, 'topic', 'topic-parking', raise], convene('weekly'));
    await desk.done(resolve(assign, 'topic-parking'));
    const task = await desk.state<Task>('task', 'topic-parking-m2-housing');
    expect(task).toMatchObject({ need: words, brief: { title: '柳林巷停车位重新划线' }, role: 'lead' });
    expect(task.clocks.finish?.dueAt).toBe(at('2026-03-13 18:00'));
  });

  test('散会写纪要，议定了几件都在里面', async () => {
    await desk.done(convene('weekly'), resolve(assign), [
      coordinator,
      'meeting',
      weekly,
      { type: 'conclude', words: '议定一件' },
    ]);
    const meeting = await desk.state<Meeting>('meeting', weekly);
    expect(meeting).toMatchObject({ status: 'held', minutes: '议定一件' });
    expect(meeting.resolved.map(({ decision }) => decision.way)).toEqual(['assign']);
  });

  test('诉求撤回了，议题自行消除', async () => {
    await desk.done(told.withdrawn);
    expect((await topic()).status).toBe('closed');
  });
});
