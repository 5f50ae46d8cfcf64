import type { Missed } from '../../domain/kernel/process.ts';
import { whistle } from '../../domain/whistle/index.ts';
import type { Fact } from '../../domain/whistle/whistle.ts';
import {
  coordinator,
  gridChief,
  housing,
  leader,
  police,
  resident,
  secretary,
  shops,
  system,
  water,
} from '../support/office.ts';
import { at, until } from '../support/story.ts';
import { blow, call, desk, evaluate, light, whistleAfter, whistles } from './told.ts';

const { pendingApproval, mustering, working, delivered, evaluated, archived, cancelled } = whistles;
const { brief: _, ...own } = blow;
const rush = { ...own, theme: 'emergency', grounds: { because: 'danger', words: '燃气泄漏' } } as const;
const done = { type: 'delivered', evaluate: until('2026-03-12 10:00') } as const;
const leaderless = { type: 'cancelled', words: '主办单位的任务已撤销' } as const;

describe('吹哨（条例第十六条）', () => {
  test('至少叫两个部门；知会的不算', () => {
    whistleAfter()
      .when(desk, blow)
      .gives({ ...blow, type: 'asked', approval: 'streetLeader', approve: until('2026-03-09 12:00') });
    whistleAfter()
      .when(desk, { ...blow, units: blow.units.slice(0, 1) })
      .refuses('two-units');
    const told = [...blow.units.slice(0, 1), { unit: 'police', role: 'inform', need: '知道就行' }] as const;
    whistleAfter()
      .when(desk, { ...blow, units: told })
      .refuses('two-units');
  });

  test('批准了就吹响：报到中，每个部门的灯都亮着待签收', () => {
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
      .gives({ ...last, type: 'noted' }, done);
    expect(whistleAfter(...delivered).state.status).toBe('delivered');
  });

  test('撤走的部门不等', () => {
    const [, gone] = light('water', 'released', 5);
    whistleAfter(...working, light('housing', 'submitted', 5))
      .when(system, gone)
      .gives({ ...gone, type: 'noted' }, done);
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
      .gives({ ...handedIn, type: 'noted' }, done);
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

describe('审批', () => {
  test('批准前，叫的部门看不见，也没有任务', () => {
    const asked = whistleAfter(...pendingApproval);
    expect(asked.seenBy(housing)).toBeUndefined();
    for (const who of [coordinator, leader, secretary]) expect(asked.seenBy(who)).toBeDefined();
    expect(asked.seenBy(leader)?.sentence).toBe('等街道领导审批，批准后吹响');
    expect(
      assigned(pendingApproval, {
        ...own,
        type: 'asked',
        brief: {},
        approval: 'streetLeader',
        approve: clock,
      }),
    ).toEqual([]);
  });

  test('批准和交办是同一刻的事，诉求同时知道；退回、撤哨，诉求再议', () => {
    const orders = errandsOf(pendingApproval, { type: 'approved' });
    expect(orders.map(({ id, command: { type } }) => `${id} ${type}`)).toEqual([
      'appeal-0001 muster',
      'appeal-0001-w3-housing assign',
      'appeal-0001-w3-water assign',
    ]);
    expect(orders.every(({ together }) => together === 'must')).toBe(true);
    const back = errandsOf(pendingApproval, { type: 'returned', words: '先由社区办' });
    expect(back.map(({ command: { type } }) => type)).toEqual(['turnDown']);
    const off = errandsOf(pendingApproval, { type: 'cancelled', words: '已解决' });
    expect(off.map(({ command: { type } }) => type)).toEqual(['turnDown']);
  });

  test('两个办公小时没有批，记一次，告诉专班和领导', () => {
    const { state } = whistleAfter(...pendingApproval, '2026-03-09 12:00');
    expect(state.missed).toEqual([{ clock: 'approve', dueAt: at('2026-03-09 12:00') }]);
    expect(toldBy(pendingApproval, { type: 'missed', clock: 'approve', dueAt: 0 })).toEqual([
      'coordinator',
      'streetLeader',
      'secretary',
    ]);
  });

  test('领导自己吹综合执法哨，不用再批', () => {
    whistleAfter()
      .when(leader, { ...own, theme: 'enforcement' })
      .gives({ ...own, theme: 'enforcement', type: 'blown', brief: { address: undefined } });
  });
});

describe('不乱吹哨', () => {
  test('应急处置哨要写险情；没有险情的，不吹应急处置哨', () => {
    whistleAfter()
      .when(gridChief, { ...rush, grounds: call.grounds })
      .refuses('no-danger');
    whistleAfter()
      .when(desk, { ...blow, grounds: rush.grounds })
      .refuses('no-danger');
  });

  test('不经诉求的，也要有且只有一个主办，单位都在册', () => {
    const units = (first: 'lead' | 'assist', second: string) =>
      [
        { unit: 'housing', role: first, need: '看看' },
        { unit: second, role: 'assist', need: '看看' },
      ] as const;
    const when = (given: ReturnType<typeof units>) =>
      whistleAfter().when(gridChief, { ...rush, units: given });
    when(units('assist', 'water')).refuses('one-lead');
    when(units('lead', 'housing')).refuses('unit-twice');
    when(units('lead', 'moon')).refuses('unknown-unit');
  });

  test('没有地点、没有报到码、又不准线上，报到没有凭据', () => {
    const { code: __, ...bare } = rush;
    whistleAfter().when(gridChief, bare).refuses('no-arrival');
    whistleAfter([gridChief, { ...bare, online: true }]);
    whistleAfter([gridChief, { ...bare, meetPoint: { lng: 91.1, lat: 29.6 } }]);
  });
});

describe('应急处置哨：先吹响，领导后确认', () => {
  const rushing = [[gridChief, rush]] as const;

  test('网格长当场吹响，二十四小时内街道领导确认', () => {
    const story = whistleAfter(...rushing);
    expect(story.state).toMatchObject({
      status: 'mustering',
      clocks: { confirm: until('2026-03-10 10:00') },
    });
    story.when(gridChief, { type: 'confirm' }).refuses('not-yours');
    story.when(leader, { type: 'confirm' }).gives({ type: 'confirmed' });
    expect(toldBy(rushing, { ...rush, type: 'blown', brief: {} })).toEqual([
      'coordinator',
      'streetLeader',
      'secretary',
    ]);
  });

  test('确认一次就够；到时没有确认，记超时', () => {
    whistleAfter(...rushing, [leader, { type: 'confirm' }]).offers(leader, 'escalate');
    expect(whistleAfter(...rushing, '2026-03-10 10:00').state.missed).toHaveLength(1);
    expect(whistleAfter(...rushing, [leader, { type: 'confirm' }], '2026-03-10 10:00').state.missed).toEqual(
      [],
    );
  });

  test('吹哨的网格长看得见自己吹的哨和报到码', () => {
    expect(whistleAfter(...rushing).seenBy(gridChief)?.code).toBe('402915');
  });
});

describe('重点工作哨', () => {
  test('计划哪天完成，就按哪天办结', () => {
    const planAt = at('2026-03-20 18:00');
    const plan = { ...blow, theme: 'keyWork', planAt } as const;
    whistleAfter([desk, plan])
      .when(secretary, { type: 'approve' })
      .gives({ type: 'approved', plan: until('2026-03-20 18:00') });
    whistleAfter()
      .when(desk, { ...plan, planAt: at('2026-03-09 09:00') })
      .refuses('past-plan');
  });
});

describe('报到码', () => {
  test('街道看得见，叫来的部门看不见，经过里没有', () => {
    const story = whistleAfter(...mustering);
    expect(story.seenBy(coordinator)?.code).toBe('402915');
    expect(story.seenBy(leader)?.code).toBe('402915');
    expect(story.seenBy(housing)).toBeDefined();
    for (const who of [housing, water]) {
      expect(JSON.stringify([story.seenBy(who), story.readBy(who)])).not.toContain('402915');
    }
    expect(JSON.stringify(story.readBy(coordinator))).not.toContain('402915');
  });
});

describe('联办方', () => {
  const helped = {
    ...rush,
    partners: [{ unit: 'shops', need: '打开自家后门' }],
    meetPlace: '柳林巷口',
  } as const;

  test('各有一件轻的任务：只有要做什么、在哪里、什么时候', () => {
    const [, , third] = assigned([[gridChief, helped]], { ...helped, type: 'blown', brief: {} });
    expect(third).toEqual({
      type: 'assign',
      whistle: 'appeal-0001-w3',
      unit: 'shops',
      role: 'partner',
      need: '打开自家后门',
      brief: {},
      meet: { place: '柳林巷口', code: '402915' },
    });
    expect(whistleAfter([gridChief, helped]).seenBy(shops)).toBeUndefined();
  });

  test('联办方不拖住这一哨', () => {
    const steps = [[gridChief, helped], light('housing', 'submitted', 5)] as const;
    whistleAfter(...steps)
      .when(...light('water', 'submitted', 5))
      .gives({ ...light('water', 'submitted', 5)[1], type: 'noted' }, done);
  });
});

describe('报区督查（街道办条例第四十四条）', () => {
  const refused = { type: 'escalate', unit: 'water', because: 'refused', words: '电话里说不来' } as const;
  const red = { ...refused, because: 'red' } as const;

  test('拒不报到的、亮了红灯的，可以报；报到了的不报', () => {
    whistleAfter(...mustering)
      .when(coordinator, refused)
      .gives({ ...refused, type: 'escalated' });
    whistleAfter(...mustering)
      .when(coordinator, red)
      .refuses('no-red');
    whistleAfter(...mustering, light('water', 'pending', 3, 'red'))
      .when(leader, red)
      .gives({ ...red, type: 'escalated' });
    whistleAfter(...mustering, light('water', 'reportedIn', 3))
      .when(coordinator, refused)
      .refuses('no-refusal');
  });

  test('没叫的部门不报；一个部门只报一次；部门、督查员、书记都知道', () => {
    whistleAfter(...mustering)
      .when(coordinator, { ...refused, unit: 'police' })
      .refuses('no-refusal');
    whistleAfter(...mustering, [coordinator, refused])
      .when(leader, refused)
      .refuses('escalated-once');
    expect(toldBy(mustering, { ...refused, type: 'escalated' })).toEqual([
      'water',
      'supervisor',
      'secretary',
    ]);
  });
});

describe('双考核（条例第三十三条）', () => {
  test('专班给每个报到部门打分，一个不漏', () => {
    whistleAfter(...delivered)
      .when(coordinator, evaluate)
      .gives({ ...evaluate, type: 'evaluated', archive: until('2026-04-08 10:00') });
    whistleAfter(...delivered)
      .when(coordinator, { ...evaluate, scores: evaluate.scores.slice(0, 1) })
      .refuses('score-all');
    const [first] = evaluate.scores;
    whistleAfter(...delivered)
      .when(coordinator, { ...evaluate, scores: [first, first] })
      .refuses('score-all');
  });

  test('部门评这一哨有没有必要，一个部门一次', () => {
    const judge = { type: 'judge', valid: false, words: '街道自己能办' } as const;
    whistleAfter(...delivered)
      .when(housing, judge)
      .gives({ ...judge, type: 'judged', unit: 'housing' });
    whistleAfter(...delivered, [housing, judge])
      .when(housing, judge)
      .refuses('not-yours');
    whistleAfter(...delivered)
      .when(police, judge)
      .refuses('not-yours');
  });

  test('给谁的分、谁评的话，只有街道和他自己看得见', () => {
    const judged = whistleAfter(...evaluated, [
      housing,
      { type: 'judge', valid: false, words: '街道自己能办' },
    ]);
    expect(judged.seenBy(water)?.scores.map(({ unit }) => unit)).toEqual(['water']);
    expect(judged.seenBy(water)?.verdicts).toEqual([]);
    expect(judged.seenBy(coordinator)?.scores).toHaveLength(2);
    expect(JSON.stringify(judged.readBy(water))).not.toContain('街道自己能办');
    expect(JSON.stringify(judged.readBy(housing))).toContain('街道自己能办');
  });

  test('三个工作日没有评，记超时；评过三十天归档', () => {
    expect(whistleAfter(...delivered, '2026-03-12 10:00').state.missed).toEqual([
      { clock: 'evaluate', dueAt: at('2026-03-12 10:00') },
    ]);
    expect(whistleAfter(...evaluated, '2026-04-08 09:59').state.status).toBe('evaluated');
    expect(whistleAfter(...archived).state.status).toBe('archived');
  });

  test('评过以后主办重办，补办完了，仍是评过的', () => {
    const again = [...evaluated, light('housing', 'handling', 7)];
    expect(whistleAfter(...again).state.status).toBe('working');
  });
});

type Steps = readonly (Extract<(typeof mustering)[number], readonly unknown[]> | string)[];

const clock = { startedAt: 0, amount: 1, unit: 'workdays', calendar: 'x', dueAt: 1 } as const;

function eventOf(steps: Steps, fact: Fact | Missed) {
  const { state } = whistleAfter(...steps);
  return [state, { stream: state.id, seq: 9, at: 0, by: system, fact }] as const;
}

function errandsOf(steps: Steps, fact: Fact | Missed) {
  return whistle.errands(...eventOf(steps, fact));
}

function assigned(steps: Steps, fact: Fact | Missed) {
  return errandsOf(steps, fact).flatMap(({ process, command }) => (process === 'task' ? [command] : []));
}

function toldBy(steps: Steps, fact: Fact | Missed) {
  return whistle.notices(...eventOf(steps, fact)).map(({ to }) => Object.values(to)[0]);
}
