import { coordinator, housing, resident, system } from '../support/office.ts';
import { at } from '../support/story.ts';
import { blow, light, whistleAfter, whistles } from './told.ts';

const { mustering, working, delivered, cancelled } = whistles;
const leaderless = { type: 'cancelled', words: '主办单位的任务已撤销' } as const;

describe('吹哨（条例第十六条）', () => {
  test('至少叫两个部门', () => {
    whistleAfter()
      .when(system, blow)
      .gives({ ...blow, type: 'blown' });
    whistleAfter()
      .when(system, { ...blow, units: blow.units.slice(0, 1) })
      .refuses('two-units');
  });

  test('吹响就是报到中，每个部门的灯都亮着待签收', () => {
    const { status, blownAt, units, partners } = whistleAfter(...mustering).state;
    expect({ status, blownAt, partners }).toEqual({
      status: 'mustering',
      blownAt: at('2026-03-09 10:00'),
      partners: [],
    });
    expect(units.map((unit) => [unit.task, unit.status, unit.late])).toEqual([
      ['appeal-0001-w3-housing', 'pending', []],
      ['appeal-0001-w3-water', 'pending', []],
    ]);
  });
});

describe('报到与联办', () => {
  test('主办报到，就转联办；协办晚到不耽误', () => {
    expect(whistleAfter(...mustering, light('housing', 'reportedIn', 3)).state.status).toBe('working');
  });

  test('只有协办报到，还在等主办', () => {
    expect(whistleAfter(...mustering, light('water', 'reportedIn', 3)).state.status).toBe('mustering');
    expect(whistleAfter(...mustering, light('housing', 'onTheWay', 3)).state.status).toBe('mustering');
  });

  test('晚报到的记号，到场以后还留着，只记一次', () => {
    const { units } = whistleAfter(
      ...mustering,
      light('water', 'acknowledged', 3, 'reportIn'),
      light('water', 'reportedIn', 4),
      light('water', 'reportedIn', 4, 'reportIn'),
    ).state;
    expect(units[1]).toMatchObject({ unit: 'water', status: 'reportedIn', late: ['reportIn'] });
  });

  test('晚到的旧消息不把灯拨回去', () => {
    const { units } = whistleAfter(...working, light('housing', 'acknowledged', 2)).state;
    expect(units[0]).toMatchObject({ unit: 'housing', status: 'reportedIn' });
  });
});

describe('事不完，人不撤', () => {
  const [, last] = light('water', 'submitted', 5);

  test('所有部门都交出结果才算交付', () => {
    const one = [...working, light('housing', 'submitted', 5)];
    expect(whistleAfter(...one).state.status).toBe('working');
    whistleAfter(...one)
      .when(system, last)
      .gives({ ...last, type: 'noted' }, { type: 'delivered' });
    expect(whistleAfter(...delivered).state.status).toBe('delivered');
  });

  test('撤走的部门不等', () => {
    const [, gone] = light('water', 'released', 5);
    whistleAfter(...working, light('housing', 'submitted', 5))
      .when(system, gone)
      .gives({ ...gone, type: 'noted' }, { type: 'delivered' });
  });

  test('交付一次只说一次', () => {
    const [, checked] = light('water', 'accepted', 6);
    whistleAfter(...delivered)
      .when(system, checked)
      .gives({ ...checked, type: 'noted' });
  });

  test('居民说没解决，主办重办，这一哨又回到联办；再交出结果，再交付', () => {
    const redone = [...delivered, light('housing', 'handling', 7)];
    expect(whistleAfter(...redone).state.status).toBe('working');
    const [, handedIn] = light('housing', 'submitted', 8);
    whistleAfter(...redone)
      .when(system, handedIn)
      .gives({ ...handedIn, type: 'noted' }, { type: 'delivered' });
  });
});

describe('撤哨', () => {
  test('报到中、联办中，专班可以撤哨', () => {
    for (const before of [mustering, working]) {
      whistleAfter(...before)
        .when(coordinator, { type: 'cancel', words: '事情已经解决' })
        .gives({ type: 'cancelled', words: '事情已经解决' });
    }
  });

  test('已交付的不能撤；部门和居民不能撤', () => {
    whistleAfter(...delivered)
      .when(coordinator, { type: 'cancel', words: '事情已经解决' })
      .refuses('not-now');
    whistleAfter(...mustering)
      .when(housing, { type: 'cancel', words: '我们不想去' })
      .refuses('not-yours');
    whistleAfter(...mustering)
      .when(resident, { type: 'cancel', words: '不用来了' })
      .refuses('not-yours');
  });

  test.each([
    ['报到中', mustering],
    ['联办中', working],
    ['已交付', delivered],
  ])('%s，主办的任务撤了，这一哨就撤', (_, before) => {
    const [, gone] = light('housing', 'released', 9);
    whistleAfter(...before)
      .when(system, gone)
      .gives({ ...gone, type: 'noted' }, leaderless);
    expect(whistleAfter(...before, [system, gone]).state).toMatchObject({ status: 'cancelled' });
  });

  test('撤了的哨，晚到的消息只动灯', () => {
    const [, late] = light('housing', 'submitted', 9);
    whistleAfter(...cancelled)
      .when(system, late)
      .gives({ ...late, type: 'noted' });
    expect(whistleAfter(...cancelled, [system, late]).state.status).toBe('cancelled');
  });
});

describe('给人看的一句话', () => {
  test.each([
    ['叫了 2 个部门，还有 2 个没有报到', mustering],
    ['叫了 2 个部门，还有 1 个没有报到', [...mustering, light('water', 'reportedIn', 3)]],
    ['正在联办，0 / 2 个部门交出结果', working],
    ['已交付，2 个部门都交出结果（3月9日 10:00 吹哨）', delivered],
    ['已撤哨：事情已经解决', cancelled],
  ])('%s', (sentence, before) => {
    expect(whistleAfter(...before).seenBy(coordinator)?.sentence).toBe(sentence);
  });
});
