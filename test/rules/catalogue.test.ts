import type { Command } from '../../domain/catalogue/catalogue.ts';
import { catalogue } from '../../domain/catalogue/index.ts';
import type { Matter } from '../../domain/office/office.ts';
import { coordinator, housing, leader, office, resident } from '../support/office.ts';
import { at, monday, stories } from '../support/story.ts';

const given = stories(catalogue, 'catalogue');

const row: Matter = {
  id: 'leak',
  zh: '屋顶漏水',
  group: '住房建设',
  lead: 'housing',
  assists: ['water'],
  tier: 'T3',
  words: ['漏水', '屋顶'],
  from: '2026-04-01',
};
const revise = (part: Partial<Matter> = {}) =>
  ({ type: 'revise', row: { ...row, ...part }, words: '机构改革，职责调整' }) as const;
const retire = { type: 'retire', matter: 'leak', until: '2026-12-31', words: '事项取消' } as const;

describe('调整派单目录（条例第十一条）', () => {
  test('专班可以，别人都不可以', () => {
    given().when(coordinator, revise()).gives({ type: 'revised', row, words: '机构改革，职责调整' });
    for (const other of [resident, housing, leader]) given().when(other, revise()).refuses('not-yours');
  });

  test('一个街道只有一份目录', () => {
    stories(catalogue, 'catalogue-2')().when(coordinator, revise()).refuses('bad-id');
  });

  test('没写施行日期的，今天起', () => {
    given()
      .when(coordinator, revise({ from: undefined }))
      .gives({ type: 'revised', row: { ...row, from: '2026-03-09' }, words: '机构改革，职责调整' });
  });

  test('不倒签；停用不早于施行', () => {
    given()
      .when(coordinator, revise({ from: '2026-03-08' }))
      .refuses('too-early');
    given()
      .when(coordinator, revise({ until: '2026-03-31' }))
      .refuses('ends-before');
    given()
      .when(coordinator, { ...retire, until: '2026-03-08' })
      .refuses('too-early');
  });

  test('单位要在名册上，主办不兼协办', () => {
    given()
      .when(coordinator, revise({ lead: 'nobody' }))
      .refuses('unknown-unit');
    given()
      .when(coordinator, revise({ assists: ['nobody'] }))
      .refuses('unknown-unit');
    given()
      .when(coordinator, revise({ assists: ['housing'] }))
      .refuses('unit-twice');
  });

  test('不在社区职责清单上的，不能交给社区；只能协助的，社区可以协办（条例第十七条）', () => {
    given()
      .when(coordinator, revise({ assists: ['east'] }))
      .refuses('not-for-communities');
    given()
      .when(coordinator, revise({ community: 'assist', lead: 'east' }))
      .refuses('not-for-communities');
    const helped = { ...row, community: 'assist', assists: ['east'] } as const;
    given()
      .when(coordinator, revise(helped))
      .gives({ type: 'revised', row: helped, words: '机构改革，职责调整' });
  });

  test('停用：到那天为止', () => {
    given()
      .when(coordinator, retire)
      .gives({
        type: 'retired',
        row: expect.objectContaining({ id: 'leak', until: '2026-12-31' }),
        words: '事项取消',
      });
    given()
      .when(coordinator, { ...retire, matter: 'nothing' })
      .refuses('unknown-matter');
  });

  test('刚改过又停用：停的是改过的那一行', () => {
    given([coordinator, revise({ from: '2026-03-09', lead: 'urban', assists: [] })])
      .when(coordinator, retire)
      .gives({
        type: 'retired',
        row: { ...row, from: '2026-03-09', lead: 'urban', assists: [], until: '2026-12-31' },
        words: '事项取消',
      });
  });

  test('停用时写明归入哪个事项；不能归入自己，也不能归入没有的', () => {
    given()
      .when(coordinator, { ...retire, successor: 'noise' })
      .gives({
        type: 'retired',
        row: expect.objectContaining({ id: 'leak', until: '2026-12-31', successor: 'noise' }),
        words: '事项取消',
      });
    for (const successor of ['leak', 'nothing'])
      given()
        .when(coordinator, { ...retire, successor })
        .refuses('unknown-matter');
  });

  test('片区另派单位：片区要有，一个片区一个事项只有一种派法；停用时只停那一条', () => {
    given()
      .when(coordinator, revise({ areas: ['grid-1'], lead: 'urban', assists: [] }))
      .gives({
        type: 'revised',
        row: { ...row, areas: ['grid-1'], lead: 'urban', assists: [] },
        words: '机构改革，职责调整',
      });
    given()
      .when(coordinator, revise({ areas: ['moon'] }))
      .refuses('unknown-area');
    given()
      .when(coordinator, revise({ areas: [] }))
      .refuses('unknown-area');
    given()
      .when(coordinator, { ...retire, areas: ['grid-1'] })
      .refuses('unknown-matter');
  });

  test('导入一张表：每一行都照调整目录的规则，有一行不行就一行也不改', () => {
    const other = { ...row, id: 'heating', zh: '供暖' };
    const adopt = { type: 'adopt', rows: [row, other], words: '整表核过' } as const;
    given()
      .when(coordinator, adopt)
      .gives({ type: 'adopted', rows: [row, other], words: '整表核过' });
    given()
      .when(coordinator, { ...adopt, rows: [row, { ...other, lead: 'nobody' }] })
      .refuses('unknown-unit');
    const story = given([coordinator, adopt]);
    expect(story.state.rows).toEqual([row, other]);
    expect(story.readBy(leader)).toMatchObject([{ zh: '导入目录：2 行', words: '整表核过' }]);
  });

  test('已经施行的新写法代替旧写法，不越攒越多；以后才施行的，两个都留着', () => {
    const story = given(
      [coordinator, revise({ from: '2026-03-09' })],
      [coordinator, revise({ from: '2026-06-01', lead: 'urban' })],
      '2026-03-12 10:00',
      [coordinator, revise({ from: '2026-03-12', tier: 'T4' })],
    );
    expect(story.state.rows.map(({ from }) => from)).toEqual(['2026-06-01', '2026-03-12']);
  });

  test('同一天同一事项改两次，后一次算', () => {
    const story = given([coordinator, revise()], [coordinator, revise({ lead: 'urban' })]);
    expect(story.state.rows).toEqual([{ ...row, lead: 'urban' }]);
  });

  test('谁改的、为什么，专班和街道领导看得到，别人不知道', () => {
    const story = given([coordinator, revise()]);
    expect(story.readBy(leader)).toMatchObject([
      { zh: '“屋顶漏水”由住建局主办，自 2026-04-01 起', words: '机构改革，职责调整' },
    ]);
    expect(story.seenBy(resident)).toBeUndefined();
    expect(story.seenBy(housing)).toBeUndefined();
  });
});

describe('自动派单：街道给一个事项开通，才会不经人派出', () => {
  const automate = { type: 'automate', matter: 'leak', least: 0.9, words: '单一职责，常年准确' } as const;

  test('开通、停止都写明原因，记下是从多大把握起', () => {
    given()
      .when(coordinator, automate)
      .gives({ ...automate, type: 'automated' });
    const story = given(
      [coordinator, automate],
      [coordinator, { ...automate, least: 'off', words: '派错两次' }],
    );
    expect(story.state.automatic).toEqual({ leak: 'off' });
    expect(story.readBy(leader)).toMatchObject([
      { zh: '“屋顶漏水”开通自动派单，把握 90% 起', words: '单一职责，常年准确' },
      { zh: '“屋顶漏水”停止自动派单', words: '派错两次' },
    ]);
  });

  test('只有专班可以开通', () => {
    for (const other of [resident, housing, leader]) given().when(other, automate).refuses('not-yours');
  });

  test('没有的事项不能开通；把握低于会商门槛的不能', () => {
    given()
      .when(coordinator, { ...automate, matter: 'nothing' })
      .refuses('unknown-matter');
    given()
      .when(coordinator, { ...automate, least: 0.4 })
      .refuses('too-unsure');
  });
});

/** An office whose rows are as these. */
function within(...rows: readonly Partial<Matter>[]) {
  const matters = rows.map((part): Matter => ({ ...row, from: undefined, assists: [], ...part }));
  const context = { id: 'catalogue', now: at(monday), actor: coordinator, office: { ...office, matters } };
  return (command: Command) => () => catalogue.decide(undefined, command, context);
}
const code = (wanted: string) => expect.objectContaining({ code: wanted });

test('已经另有规定的片区，不能再写一条', () => {
  const decide = within({}, { areas: ['grid-1', 'grid-2'] });
  expect(decide(revise({ areas: ['grid-2'] }))).toThrow(code('area-twice'));
  expect(decide(revise({ areas: ['grid-1', 'grid-2'], lead: 'urban' }))).not.toThrow();
});

test('原来那一条停了以后，同一片区可以另写一条', () => {
  const decide = within({}, { areas: ['grid-1', 'grid-2'], until: '2026-03-31' });
  expect(decide(revise({ areas: ['grid-2'], from: '2026-03-31' }))).toThrow(code('area-twice'));
  expect(decide(revise({ areas: ['grid-2'], from: '2026-04-01' }))).not.toThrow();
});

describe('一次导入的几条之间', () => {
  const both: Matter = { ...row, areas: ['grid-1', 'grid-2'] };
  const one: Matter = { ...row, areas: ['grid-2'], lead: 'urban', assists: [] };
  const adopt = (...rows: readonly Matter[]) => within({})({ type: 'adopt', rows, words: '整表核过' });

  test('片区重叠的，不收，说明是哪两条', () => {
    const sentence = '“屋顶漏水”（一号网格、二号网格）和“屋顶漏水”（二号网格）的片区重叠，请改开';
    expect(adopt(both, one)).toThrow(expect.objectContaining({ code: 'area-twice', message: sentence }));
  });

  test('片区分开的、事项不同的、日子错开的，都可以', () => {
    expect(adopt({ ...both, areas: ['grid-1'] }, one)).not.toThrow();
    expect(adopt(both, { ...one, id: 'noise' })).not.toThrow();
    expect(adopt({ ...both, until: '2026-05-31' }, { ...one, from: '2026-06-01' })).not.toThrow();
  });
});

test('投诉举报类的、要吹哨的，不能开通自动派单', () => {
  const automate = { type: 'automate', matter: 'leak', least: 0.9, words: '常年准确' } as const;
  expect(within({ kind: 'help' })(automate)).not.toThrow();
  expect(within({ kind: 'complain' })(automate)).toThrow(code('needs-person'));
  expect(within({ kind: 'report' })(automate)).toThrow(code('needs-person'));
  expect(within({ whistle: '几家都有份' })(automate)).toThrow(code('not-alone'));
  expect(within({ lead: 'discipline' })(automate)).toThrow(code('not-alone'));
});
