import type { Missed } from '../../domain/kernel/process.ts';
import { task } from '../../domain/task/index.ts';
import type { Fact } from '../../domain/task/task.ts';
import { coordinator, housing, housingLeader, system, water } from '../support/office.ts';
import { at, until } from '../support/story.ts';
import { assign, handIn, summon, summons, taskAfter, tasks, work } from './told.ts';

type Step = (typeof tasks.pending)[number];

const contact = { type: 'contact', way: 'phone', words: '约好下午上门' } as const;
const arrive = { type: 'reportIn', way: 'onsite' } as const;

describe('交办（条例第十二条、第十三条）', () => {
  test('派单：两个办公小时内签收，办结时限就是诉求的时限', () => {
    const finish = {
      startedAt: 0,
      amount: 7,
      unit: 'days',
      calendar: 'x',
      dueAt: at('2026-03-16 10:00'),
    } as const;
    taskAfter()
      .when(system, { ...assign, finish })
      .gives({ ...assign, type: 'assigned', clocks: { acknowledge: until('2026-03-09 12:00'), finish } });
  });

  test.each([
    ['appeal', '群众诉求哨', '2026-03-09 11:00', '2026-03-12 10:00', '2026-03-23 10:00'],
    ['keyWork', '重点工作哨', '2026-03-09 11:00', '2026-03-16 10:00', '2026-03-23 10:00'],
    ['enforcement', '综合执法哨', '2026-03-09 11:00', '2026-03-10 10:00', '2026-03-16 10:00'],
  ] as const)('吹哨 %s（%s）：签收 %s，报到 %s，办结 %s', (theme, _zh, acknowledge, reportIn, finish) => {
    taskAfter()
      .when(system, { ...summon, theme })
      .gives({
        ...summon,
        type: 'assigned',
        theme,
        clocks: expect.objectContaining({
          acknowledge: until(acknowledge),
          reportIn: until(reportIn),
          finish: until(finish),
        }),
      });
  });

  test('下班后吹的哨，签收从第二天开门起算', () => {
    const story = taskAfter('2026-03-09 20:00', [system, summon]);
    expect(story.state.clocks.acknowledge).toEqual(until('2026-03-10 10:30'));
    expect(story.state.clocks.reportIn).toEqual(until('2026-03-13 09:30'));
  });
});

describe('签收（条例第十四条）', () => {
  test('本单位经办人、负责人都可以签收', () => {
    taskAfter(...tasks.pending)
      .when(housing, { type: 'acknowledge' })
      .gives({ type: 'acknowledged' });
    taskAfter(...tasks.pending)
      .when(housingLeader, { type: 'acknowledge' })
      .gives({ type: 'acknowledged' });
  });

  test('别的单位不能代签，专班也不能', () => {
    taskAfter(...tasks.pending)
      .when(water, { type: 'acknowledge' })
      .refuses('not-yours');
    taskAfter(...tasks.pending)
      .when(coordinator, { type: 'acknowledge' })
      .refuses('not-yours');
  });

  test('兼着专班的经办人，也只能办本单位的任务', () => {
    const both = { ...water, roles: ['resident', 'handler', 'coordinator'] } as const;
    taskAfter(...tasks.pending)
      .when(both, { type: 'acknowledge' })
      .refuses('not-yours');
  });
});

describe('报到（条例第十六条）', () => {
  test('吹哨的任务，签收后出发、报到', () => {
    taskAfter(...summons.acknowledged)
      .when(housing, { type: 'setOut' })
      .gives({ type: 'setOut' });
    taskAfter(...summons.acknowledged)
      .when(housing, arrive)
      .gives({ ...arrive, type: 'reportedIn' });
    taskAfter(...summons.onTheWay)
      .when(housing, { type: 'reportIn', way: 'online', words: '先视频会商' })
      .gives({ type: 'reportedIn', way: 'online', words: '先视频会商' });
  });

  test('报到的时刻留在记录上', () => {
    const story = taskAfter(...summons.onTheWay, '2026-03-10 09:45', [housing, arrive]);
    expect(story.state.reportedInAt).toBe(at('2026-03-10 09:45'));
  });

  test('没签收，不能报到；派单的任务没有报到', () => {
    taskAfter(...summons.pending)
      .when(housing, arrive)
      .refuses('not-now');
    taskAfter(...tasks.acknowledged)
      .when(housing, arrive)
      .refuses('not-now');
  });

  test('没到场，不能记办理', () => {
    taskAfter(...summons.acknowledged)
      .when(housing, work)
      .refuses('not-now');
    taskAfter(...summons.onTheWay)
      .when(housing, work)
      .refuses('not-now');
  });
});

describe('办理与提交（条例第十五条）', () => {
  test('先行联系、记录办理、提交结果', () => {
    taskAfter(...tasks.acknowledged)
      .when(housing, contact)
      .gives({ ...contact, type: 'contacted' });
    taskAfter(...tasks.acknowledged)
      .when(housing, work)
      .gives({ ...work, type: 'worked' });
    taskAfter(...tasks.handling)
      .when(housing, handIn)
      .gives({ ...handIn, type: 'submitted' });
  });

  test('什么也没办，不能提交', () => {
    taskAfter(...tasks.acknowledged)
      .when(housing, handIn)
      .refuses('not-now');
    taskAfter(...summons.reportedIn)
      .when(housing, handIn)
      .refuses('not-now');
  });

  test('数得清联系几次、办理几次', () => {
    const { contacts, works } = taskAfter(...tasks.handling, [housing, contact], [housing, work]).state;
    expect({ contacts, works }).toEqual({ contacts: 1, works: 2 });
  });
});

describe('审核之后', () => {
  const due = {
    startedAt: 0,
    amount: 3,
    unit: 'workdays',
    calendar: 'x',
    dueAt: at('2026-03-12 10:00'),
  } as const;

  test('退回补办，理由记着，接着办', () => {
    const returned = taskAfter(...tasks.submitted, [system, { type: 'return', words: '请补照片' }]).state;
    expect(returned).toMatchObject({ status: 'handling', sentBack: '请补照片' });
  });

  test('居民说没解决：换重办的时限，接着办', () => {
    const redone = taskAfter(...tasks.accepted, [system, { type: 'redo', words: '还在漏', due }]).state;
    expect(redone).toMatchObject({ status: 'handling', sentBack: '还在漏', clocks: { finish: due } });
  });

  test('撤销要说原因；已经通过的不再撤销', () => {
    taskAfter(...tasks.handling)
      .when(coordinator, { type: 'release', words: '不再需要' })
      .gives({ type: 'released', words: '不再需要' });
    taskAfter(...tasks.accepted)
      .when(coordinator, { type: 'release', words: '不再需要' })
      .refuses('not-now');
  });
});

describe('任务的消息', () => {
  const due = {
    startedAt: 0,
    amount: 3,
    unit: 'workdays',
    calendar: 'x',
    dueAt: at('2026-03-12 10:00'),
  } as const;
  const newsOf = (steps: readonly Step[]) => {
    const { state } = taskAfter(...steps);
    return (fact: Fact | Missed) =>
      task
        .errands(state, { stream: state.id, seq: 9, at: 0, by: system, fact })
        .map(({ process, command }) => [process, command.status, command.late]);
  };

  test('单位自己的每一步，诉求和哨都知道', () => {
    expect(newsOf(summons.onTheWay)({ type: 'setOut' })).toEqual([
      ['appeal', 'onTheWay', undefined],
      ['whistle', 'onTheWay', undefined],
    ]);
  });

  test('街道让做的，诉求本来就知道，不再回头告诉它：晚到的消息不会推翻街道的决定', () => {
    const ordered = newsOf(summons.accepted);
    expect(ordered({ type: 'accepted' })).toEqual([['whistle', 'accepted', undefined]]);
    expect(ordered({ type: 'returned', words: '请补照片' })).toEqual([['whistle', 'accepted', undefined]]);
    expect(ordered({ type: 'redone', words: '还在漏', due })).toEqual([['whistle', 'accepted', undefined]]);
  });

  test('晚了，哨图上要看得见', () => {
    const missed = { type: 'missed', clock: 'reportIn', dueAt: 0 } as const;
    expect(newsOf(summons.onTheWay)(missed)).toEqual([['whistle', 'onTheWay', 'reportIn']]);
    expect(newsOf(tasks.pending)(missed)).toEqual([]);
  });
});
