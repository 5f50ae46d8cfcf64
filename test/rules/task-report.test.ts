import type { Missed } from '../../domain/kernel/process.ts';
import { task } from '../../domain/task/index.ts';
import type { Fact } from '../../domain/task/task.ts';
import {
  coordinator,
  housing,
  housingLeader,
  leader,
  resident,
  secretary,
  shops,
  system,
  water,
} from '../support/office.ts';
import { until } from '../support/story.ts';
import * as told from './told.ts';

const { taskAfter, summons, tasks } = told;
const callable = { ...told.brief, callable: true } as const;

describe('先行联系（条例第十五条）', () => {
  test.each([
    ['T1', '2026-03-09 10:10', '2026-03-09 10:30'],
    ['T2', '2026-03-09 12:00', '2026-03-09 12:00'],
    ['T3', '2026-03-09 12:00', '2026-03-10 10:00'],
    ['T4', '2026-03-09 12:00', '2026-03-10 10:00'],
  ] as const)('%s：%s 前签收，%s 前联系居民', (tier, acknowledge, contact) => {
    const { clocks } = taskAfter([system, { ...told.assign, brief: { ...callable, tier } }]).state;
    expect(clocks).toEqual({ acknowledge: until(acknowledge), contact: until(contact) });
  });

  test.each([
    ['appeal', '2026-03-10 10:00'],
    ['keyWork', '2026-03-10 10:00'],
    ['enforcement', '2026-03-09 12:00'],
  ] as const)('%s：%s 前联系', (theme, contact) => {
    const { clocks } = taskAfter([system, { ...told.summon, theme, brief: callable }]).state;
    expect(clocks.contact).toEqual(until(contact));
  });

  test('应急的先到场；协办、隐名匿名的，没有这个时限', () => {
    const without = [
      { ...told.rush, brief: callable },
      { ...told.assign, role: 'assist', brief: callable },
      { ...told.assign, brief: { ...told.brief, callable: false } },
    ] as const;
    for (const command of without) expect(taskAfter([system, command]).state.clocks.contact).toBeUndefined();
  });

  test('联系比签收先到时的（周末吹的哨），说的是还没有签收', () => {
    const given = [system, { ...told.summon, brief: callable }] as const;
    const sentence = (at: string) => taskAfter(at, given).seenBy(housing)?.ball.sentence;
    expect(sentence('2026-03-09 10:00')).toBe('等住建局签收，最迟 3月9日 11:00 签收');
    expect(sentence('2026-03-07 16:49')).toBe('住建局还没有签收，最迟 3月8日 16:49 先行联系');
  });

  test('签收了的，哪一个时限先到就说等哪一步：先联系居民，再报到', () => {
    const ack = [housing, { type: 'acknowledge' }] as const;
    const called = [housing, { type: 'contact', way: 'phone', words: '约好下午' }] as const;
    const given = [[system, { ...told.summon, theme: 'appeal', brief: callable }], ack] as const;
    const sentence = (story: ReturnType<typeof taskAfter>) => story.seenBy(housing)?.ball.sentence;
    expect(sentence(taskAfter(...given))).toBe('住建局已签收，等联系居民，最迟 3月10日 10:00 先行联系');
    expect(sentence(taskAfter(...given, called))).toBe('住建局已签收，等报到，最迟 3月12日 10:00 报到');
    expect(sentence(taskAfter(...given, [housing, { type: 'setOut' }]))).toBe(
      '住建局在路上，等联系居民，最迟 3月10日 10:00 先行联系',
    );
    const plain = [system, { ...told.assign, brief: callable }] as const;
    expect(sentence(taskAfter(plain, ack))).toBe('住建局已签收，等联系居民，最迟 3月10日 10:00 先行联系');
  });

  test('联系了就不再等；没联系，到时记一次', () => {
    const given = [system, { ...told.assign, brief: callable }] as const;
    const called = [housing, { type: 'contact', way: 'phone', words: '约好下午' }] as const;
    const ack = [housing, { type: 'acknowledge' }] as const;
    expect(taskAfter(given, ack, called, '2026-03-10 10:00').state.missed).toEqual([]);
    const late = taskAfter(given, ack, '2026-03-10 10:00', called).state.missed;
    expect(late.map(({ clock }) => clock)).toEqual(['contact']);
  });
});

describe('到时没有签收', () => {
  const late = taskAfter(...tasks.pending, '2026-03-09 12:00');

  test('按已签收计，计入该单位；照样可以签收、办理', () => {
    expect(late.state).toMatchObject({ status: 'pending', autoSigned: true });
    expect(late.seenBy(housing)?.autoSigned).toBe(true);
    late.when(housing, { type: 'acknowledge' }).gives({ type: 'acknowledged' });
  });

  test('经过里读得到，居民只读到超时', () => {
    expect(late.readBy(coordinator)).toMatchObject([{ zh: '签收超时，按已签收计', late: true }]);
    expect(late.readBy(resident)).toMatchObject([{ zh: '签收超时', late: true }]);
  });

  test('差一分钟，不算', () => {
    expect(taskAfter(...tasks.pending, '2026-03-09 11:59').state.autoSigned).toBeUndefined();
  });
});

describe('到场报到（条例第十六条）', () => {
  const place = { lng: 91.1, lat: 29.6 };
  const meet = { place: '柳林巷口', point: place, code: '402915' } as const;
  const called = (given: object) =>
    taskAfter([system, { ...told.summon, meet: given }], [housing, { type: 'acknowledge' }]);
  const come = (more: object) => ({ type: 'reportIn', way: 'onsite', ...more }) as const;

  test('在集合地点三百米以内，按位置报到；记下相距多少，不记在哪里', () => {
    called(meet)
      .when(housing, come({ point: { lng: 91.1, lat: 29.6025 } }))
      .gives({ type: 'reportedIn', way: 'onsite', proof: 'place', metres: 278 });
  });

  test('还差得远，不算到场', () => {
    called(meet)
      .when(housing, come({ point: { lng: 91.1, lat: 29.603 } }))
      .refuses('too-far');
  });

  test('报得出现场的报到码，也算到场；没有准备报到码的不收码', () => {
    called(meet)
      .when(housing, come({ code: '402915' }))
      .gives({ type: 'reportedIn', way: 'onsite', proof: 'code' });
    called({ place: '柳林巷口', point: place })
      .when(housing, come({ code: '402915' }))
      .refuses('no-code');
  });

  describe('报到码不对', () => {
    const wrong = [housing, come({ code: '402916' })] as const;
    const ack = [housing, { type: 'acknowledge' }] as const;
    const given = [[system, { ...told.summon, meet }], ack] as const;
    const shut = taskAfter(...given, wrong, wrong, wrong, wrong, wrong);

    test('错一次记一次，还没有报到，说得出还可以报几次', () => {
      const once = taskAfter(...given, wrong);
      once.when(...wrong).gives({ type: 'miscoded', left: 3 });
      once
        .when(housing, come({ code: '402915' }))
        .gives({ type: 'reportedIn', way: 'onsite', proof: 'code' });
      expect(once.seenBy(housing)?.meet).toMatchObject({ coded: true, codesLeft: 4 });
      expect(once.seenBy(housing)?.ball.sentence).toContain('等报到（报到码不对，还可以报 4 次）');
      expect(once.readBy(coordinator).at(-1)).toMatchObject({ zh: '报到码不对', who: '住建局' });
      expect(once.readBy(resident).map(({ zh }) => zh)).toEqual(['签收']);
    });

    test('错了五次，对的也不再收；按位置还可以报到', () => {
      shut.when(housing, come({ code: '402915' })).refuses('code-shut');
      shut
        .when(housing, come({ point: place }))
        .gives({ type: 'reportedIn', way: 'onsite', proof: 'place', metres: 0 });
      expect(shut.seenBy(housing)?.meet?.coded).toBe(false);
      expect(shut.seenBy(housing)?.ball.sentence).toContain('报到码错了 5 次，等街道干部确认到场');
    });

    test('告诉单位和专班；现场的专班确认到场，写明怎样确认的', () => {
      const fact = { type: 'miscoded', left: 0 } as const;
      const event = { stream: shut.state.id, seq: 7, at: 0, by: housing, fact };
      expect(task.notices(shut.state, event).map(({ about, to }) => [about, Object.values(to)[0]])).toEqual([
        ['task.codeShut', 'housing'],
        ['task.codeShut', 'coordinator'],
      ]);
      const vouch = { type: 'vouch', words: '现场看到两个人' } as const;
      shut
        .when(coordinator, vouch)
        .gives({ type: 'reportedIn', way: 'onsite', proof: 'street', words: '现场看到两个人' });
      taskAfter(...given, wrong)
        .when(coordinator, vouch)
        .refuses('not-now');
    });
  });

  test('什么也不带、没有标出地点，都不行', () => {
    called(meet).when(housing, come({})).refuses('show-arrival');
    called({ code: '402915' })
      .when(housing, come({ point: place }))
      .refuses('show-arrival');
  });

  test('准许线上的，才可以线上报到', () => {
    const online = { type: 'reportIn', way: 'online', words: '视频连线' } as const;
    called(meet).when(housing, online).refuses('onsite-only');
    called({ ...meet, online: true })
      .when(housing, online)
      .gives({ type: 'reportedIn', way: 'online', words: '视频连线' });
  });

  test('报到码谁也看不到：任务里没有，经过里没有', () => {
    const came = taskAfter(...told.rushes.reportedIn);
    for (const who of [housing, coordinator]) {
      expect(JSON.stringify([came.seenBy(who), came.readBy(who)])).not.toContain('402915');
    }
    expect(came.seenBy(housing)?.meet).toMatchObject({ place: '柳林巷口', radius: 300, coded: true });
  });
});

describe('没有报到：提醒、黄灯、红灯', () => {
  const toldOf = (clock: string) => {
    const { state } = taskAfter(...summons.pending);
    const fact: Fact | Missed = { type: 'missed', clock, dueAt: 0 };
    return task
      .notices(state, { stream: state.id, seq: 9, at: 0, by: system, fact })
      .map(({ about, to }) => [about, Object.values(to)[0]]);
  };

  test('应急哨三十分钟：到七成半提醒，到时黄灯，再过一半红灯', () => {
    const { clocks } = taskAfter([system, told.rush]).state;
    expect(clocks).toEqual({
      acknowledge: until('2026-03-09 10:10'),
      remind: until('2026-03-09 10:23'),
      reportIn: until('2026-03-09 10:30'),
      red: until('2026-03-09 10:45'),
      firstReport: until('2026-03-09 12:00'),
    });
  });

  test('提醒只给单位；黄灯给单位和专班；红灯还给街道领导和书记', () => {
    expect(toldOf('remind')).toEqual([['task.remind', 'housing']]);
    expect(toldOf('reportIn')).toEqual([
      ['task.missed', 'housing'],
      ['task.missed', 'coordinator'],
    ]);
    expect(toldOf('red').map(([, to]) => to)).toEqual([
      'housing',
      'coordinator',
      'streetLeader',
      'secretary',
    ]);
  });

  test('每一盏只亮一次；报到了就不再走', () => {
    const { state } = taskAfter([system, told.rush], '2026-03-09 10:45', '2026-03-09 11:00');
    expect(state.missed.map(({ clock }) => clock)).toEqual(['acknowledge', 'remind', 'reportIn', 'red']);
    const came = taskAfter(...told.rushes.reportedIn, '2026-03-09 10:45').state;
    expect(came.missed).toEqual([]);
  });

  test('提醒不是超时：不进经过，不进超时的记号', () => {
    const reminded = taskAfter([system, told.rush], '2026-03-09 10:24');
    expect(reminded.seenBy(housing)?.missed.map(({ clock }) => clock)).toEqual(['acknowledge']);
    expect(reminded.readBy(coordinator)).toHaveLength(1);
  });
});

describe('事不完，人不撤', () => {
  test('应急现场，没报过情况，不能提交', () => {
    taskAfter(...told.rushes.handling)
      .when(housing, told.handIn)
      .refuses('report-first');
    taskAfter(...told.rushes.reported)
      .when(housing, told.handIn)
      .gives({ ...told.handIn, type: 'submitted' });
  });

  test('到了两小时还没有首报，记超时', () => {
    const { missed } = taskAfter(...told.rushes.handling, '2026-03-09 12:00').state;
    expect(missed.map(({ clock }) => clock)).toEqual(['firstReport']);
    expect(taskAfter(...told.rushes.reported, '2026-03-09 12:00').state.missed).toEqual([]);
  });
});

describe('阶段性报告（条例第十四条）', () => {
  test('协办交不出结果的，先报情况，诉求和专班都知道', () => {
    const { state } = taskAfter(...told.assists.reported);
    const event = {
      stream: state.id,
      seq: 4,
      at: 0,
      by: water,
      fact: { type: 'interim', words: '' },
    } as const;
    expect(task.errands(state, event)).toMatchObject([
      { process: 'appeal', command: { status: 'acknowledged', interim: true } },
    ]);
    expect(task.notices(state, event)).toMatchObject([{ to: { role: 'coordinator' } }]);
  });

  test('话只给本单位和街道看', () => {
    const story = taskAfter(...told.assists.reported);
    expect(JSON.stringify(story.readBy(coordinator))).toContain('备件三天后到货');
    expect(JSON.stringify(story.readBy(resident))).not.toContain('备件');
  });
});

describe('知会、联办方', () => {
  test('知会的没有时限，不用办', () => {
    const { state } = taskAfter(...told.informs.informed);
    expect(state).toMatchObject({ status: 'informed', clocks: {} });
    expect(task.index(state)).toMatchObject({ desk: 'done', wakeAt: null });
  });

  test('联办方没有法定时限，只看得见要做什么、在哪里、什么时候', () => {
    const story = taskAfter(...told.helps.pending);
    expect(story.state.clocks).toEqual({});
    expect(story.seenBy(shops)).toMatchObject({ need: '各店自扫门前', brief: {} });
    expect(story.seenBy(water)).toBeUndefined();
    for (const who of [coordinator, leader, secretary]) expect(story.seenBy(who)).toBeDefined();
  });

  test('联办方做完就了结，没有结果要交、要审', () => {
    const done = { type: 'done', words: '门前的雪扫完了' } as const;
    taskAfter(...told.helps.reportedIn)
      .when(shops, done)
      .gives(done);
    const story = taskAfter(...told.helps.reportedIn, [shops, done]);
    expect(story.state.status).toBe('accepted');
    story.offers(shops);
  });

  test('联办方不能主办、协办；部门不能当联办方', () => {
    taskAfter()
      .when(system, { ...told.assign, unit: 'shops' })
      .refuses('partner-apart');
    taskAfter()
      .when(system, { ...told.help, unit: 'water' })
      .refuses('partner-apart');
  });
});

describe('协办没有交结果，主办怎么答复', () => {
  const waiting = [...told.appeals.inProgress, told.note('housing', 'submitted', 4)];
  const reply = told.reply;

  test('等协办；协办有阶段性报告的，不再等（条例第十四条）', () => {
    told
      .appealAfter(...waiting)
      .when(housing, reply)
      .refuses('not-now');
    const [, late] = told.note('water', 'handling', 4);
    told.appealAfter(...waiting, [system, { ...late, interim: true }]).offers(housing, 'ask', 'reply');
  });

  test('请求回避的人，也不写答复', () => {
    const [, both] = told.note('water', 'submitted', 4);
    const [, news] = told.note('housing', 'submitted', 5);
    const story = told.appealAfter(...waiting, [system, both], [system, { ...news, recused: ['zhang'] }]);
    story.when(housing, reply).refuses('not-yours');
    story.offers(housingLeader, 'ask', 'reply');
  });

  test('知会的单位不用等，也不算办理中', () => {
    const units = [...told.dispatch.units.slice(0, 1), { unit: 'water', role: 'inform' }] as const;
    const given = [...told.appeals.accepted, [coordinator, { ...told.dispatch, units }]] as const;
    expect(told.appealAfter(...given, told.note('water', 'informed', 2)).state.status).toBe('dispatched');
    told.appealAfter(...given, told.note('housing', 'submitted', 4)).offers(housing, 'ask', 'reply');
  });
});
