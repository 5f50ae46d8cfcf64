import type { Identity } from '../../domain/appeal/appeal.ts';
import type { Command } from '../../domain/appeal/rulebook.ts';
import type { View } from '../../domain/appeal/view.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import {
  colleague,
  coordinator,
  everybody,
  followUpClerk,
  gridWorker,
  housing,
  housingLeader,
  leader,
  neighbour,
  resident,
  roster,
  secretary,
  supervisor,
  system,
  water,
} from '../support/office.ts';
import { type Seeing, sees, viewerOf } from '../support/seeing.ts';
import {
  accept,
  appealAfter,
  call,
  light,
  muster,
  note,
  pass,
  rate,
  reply,
  submit,
  summons,
  taskAfter,
  tasks,
  unsolved,
  whistleAfter,
  whistles,
} from './told.ts';

/** 居民卓玛替老人央金提的诉求，吹了哨：住建局主办，供水公司协办，派出所到过又撤了；答复、评价、结案. */
const onBehalfOf = { name: '央金', phone: '13900000109', consent: '老人口头同意' };
const units = [...call.units, { unit: 'police', role: 'assist', need: '维持秩序' }] as const;
const w3 = 'appeal-0001-w3';

const handled = (identity: Identity): readonly (readonly [Actor, Command])[] => [
  [resident, { ...submit, identity, onBehalfOf }],
  [coordinator, accept],
  [coordinator, { ...call, units }],
  [system, { ...muster, units }],
  note('housing', 'submitted', 5, w3),
  note('water', 'submitted', 5, w3),
  note('police', 'released', 5, w3),
];
const replied = (identity: Identity) => [...handled(identity), [housing, reply] as const];
const passed = (identity: Identity) => [...replied(identity), [coordinator, pass] as const];
const closed = (identity: Identity) => [...passed(identity), [resident, rate] as const];

const fields: Seeing<View>['fields'] = {
  text: (view) => view.text,
  photos: (view) => view.photos.length,
  place: (view) => view.place?.address,
  units: (view) => view.units.length,
  name: (view) => view.contact?.name,
  phone: (view) => view.contact?.phone,
  otherName: (view) => view.onBehalfOf?.name,
  otherPhone: (view) => view.onBehalfOf?.phone,
  whistle: (view) => view.whistle,
  reply: (view) => view.reply?.text,
  rating: (view) => view.rating?.words,
  end: (view) => view.end?.zh,
};

/** `+` seen, `-` not seen, `0` not even that the appeal is there. */
const tables: Readonly<Record<Identity, string>> = {
  open: `
              text photos place units name phone otherName otherPhone whistle reply rating end
  owner       +    +      +     +     +    +     +         +          -       +     +      +
  coordinator +    +      +     +     +    +     +         +          +       +     +      +
  leader      +    +      +     +     +    +     +         +          +       +     +      +
  lead        +    +      +     +     +    +     +         +          +       +     +      +
  leadsHead   +    +      +     +     +    +     +         +          +       +     +      +
  assist      +    +      +     +     +    +     +         +          +       +     +      +
  grid        +    +      +     +     -    -     -         -          -       +     -      +
  secretary   +    +      +     +     -    -     -         -          +       +     +      +
  supervisor  +    +      +     +     -    -     -         -          +       +     +      +
  clerk       +    +      +     +     +    +     +         +          +       +     +      +
  chief       +    +      +     +     -    -     -         -          -       +     -      +
  partner     0    0      0     0     0    0     0         0          0       0     0      0
  elsewhere   0    0      0     0     0    0     0         0          0       0     0      0
  stranger    0    0      0     0     0    0     0         0          0       0     0      0
  uninvolved  0    0      0     0     0    0     0         0          0       0     0      0
  released    0    0      0     0     0    0     0         0          0       0     0      0`,
  nameHidden: `
              text photos place units name phone otherName otherPhone whistle reply rating end
  owner       +    +      +     +     +    +     +         +          -       +     +      +
  coordinator +    +      +     +     -    -     -         -          +       +     +      +
  leader      +    +      +     +     -    -     -         -          +       +     +      +
  lead        +    +      +     +     -    -     -         -          +       +     +      +
  leadsHead   +    +      +     +     -    -     -         -          +       +     +      +
  assist      +    +      +     +     -    -     -         -          +       +     +      +
  grid        +    +      +     +     -    -     -         -          -       +     -      +
  secretary   +    +      +     +     -    -     -         -          +       +     +      +
  supervisor  +    +      +     +     -    -     -         -          +       +     +      +
  clerk       +    +      +     +     -    -     -         -          +       +     +      +
  chief       +    +      +     +     -    -     -         -          -       +     -      +
  partner     0    0      0     0     0    0     0         0          0       0     0      0
  elsewhere   0    0      0     0     0    0     0         0          0       0     0      0
  stranger    0    0      0     0     0    0     0         0          0       0     0      0
  uninvolved  0    0      0     0     0    0     0         0          0       0     0      0
  released    0    0      0     0     0    0     0         0          0       0     0      0`,
  anonymous: `
              text photos place units name phone otherName otherPhone whistle reply rating end
  owner       +    +      +     +     -    -     -         -          -       +     +      +
  coordinator +    +      +     +     -    -     -         -          +       +     +      +
  leader      +    +      +     +     -    -     -         -          +       +     +      +
  lead        +    +      +     +     -    -     -         -          +       +     +      +
  leadsHead   +    +      +     +     -    -     -         -          +       +     +      +
  assist      +    +      +     +     -    -     -         -          +       +     +      +
  grid        +    +      +     +     -    -     -         -          -       +     -      +
  secretary   +    +      +     +     -    -     -         -          +       +     +      +
  supervisor  +    +      +     +     -    -     -         -          +       +     +      +
  clerk       +    +      +     +     -    -     -         -          +       +     +      +
  chief       +    +      +     +     -    -     -         -          -       +     -      +
  partner     0    0      0     0     0    0     0         0          0       0     0      0
  elsewhere   0    0      0     0     0    0     0         0          0       0     0      0
  stranger    0    0      0     0     0    0     0         0          0       0     0      0
  uninvolved  0    0      0     0     0    0     0         0          0       0     0      0
  released    0    0      0     0     0    0     0         0          0       0     0      0`,
};

describe.each([
  ['公开', 'open'],
  ['隐名', 'nameHidden'],
  ['匿名', 'anonymous'],
] as const)('%s的诉求，谁看得见什么（条例第八条、第三十五条）', (_, identity) => {
  const story = appealAfter(...closed(identity));

  sees({ text: tables[identity], fields, seenBy: story.seenBy });
});

describe('隐名和匿名的人', () => {
  const secrets = ['卓玛', '13900000101', '央金', '13900000109'];
  const units = [housing, housingLeader, water, gridWorker];

  test.each(['nameHidden', 'anonymous'] as const)(
    '%s：承办单位、网格员从头到尾读不到姓名和电话',
    (identity) => {
      const whole = [...passed(identity), [resident, unsolved] as const];
      whole.forEach((_, step) => {
        const story = appealAfter(...whole.slice(0, step + 1));
        for (const actor of units) {
          const read = JSON.stringify([story.seenBy(actor), story.readBy(actor)]);
          for (const secret of secrets) expect(read).not.toContain(secret);
        }
      });
    },
  );

  test('匿名的，专班和街道领导也读不到', () => {
    const story = appealAfter(...closed('anonymous'));
    for (const actor of everybody) {
      const read = JSON.stringify([story.seenBy(actor), story.readBy(actor), story.state]);
      for (const secret of secrets) expect(read).not.toContain(secret);
    }
  });

  test('部门职工以居民身份提诉求，经过里写的是居民，不写他的单位', () => {
    const employee = { ...housing, id: 'zhuoma' };
    const story = appealAfter([employee, { ...submit, identity: 'anonymous' }], [coordinator, accept]);
    expect(story.readBy(coordinator).map(({ who }) => who)).toEqual(['居民', '莲花街道']);
  });

  test('网格员代人提的，写明是哪个社区代提的', () => {
    const story = appealAfter([gridWorker, { ...submit, onBehalfOf }]);
    expect(story.readBy(coordinator)).toMatchObject([{ who: '东社区', zh: '代居民提交诉求' }]);
  });
});

describe('答复在审核通过之前，只给街道和承办单位看', () => {
  const before = appealAfter(...replied('open'));
  const after = appealAfter(...passed('open'));

  test('回访员在审核通过以后才看得见这件诉求', () => {
    expect(before.seenBy(followUpClerk)).toBeUndefined();
    expect(after.seenBy(followUpClerk)?.reply?.text).toBe(reply.text);
  });

  test.each([
    ['owner', false, true],
    ['grid', false, true],
    ['coordinator', true, true],
    ['lead', true, true],
    ['assist', true, true],
  ])('%s：审核前 %s，审核后 %s', (who, first, then) => {
    const viewer = viewerOf(who);
    expect(JSON.stringify([before.seenBy(viewer), before.readBy(viewer)]).includes(reply.text)).toBe(first);
    expect(JSON.stringify([after.seenBy(viewer), after.readBy(viewer)]).includes(reply.text)).toBe(then);
  });

  test('重办的新答复审核之前，居民看不到', () => {
    const text = '第二次上门，整片屋面重新做了防水，已请您当面看过。';
    const again = [...passed('open'), [resident, unsolved] as const, note('housing', 'submitted', 9, w3)];
    const story = appealAfter(...again, [housingLeader, { ...reply, text }]);
    expect(JSON.stringify([story.seenBy(resident), story.readBy(resident)])).not.toContain(text);
  });
});

describe('内部的话，居民和网格员读不到', () => {
  const inner = ['退回的理由', '重办的理由', '撤哨的理由', '吹哨的事由'];
  const story = appealAfter(
    [resident, submit],
    [coordinator, accept],
    [coordinator, { ...call, subject: '吹哨的事由' }],
    [system, { ...muster, subject: '吹哨的事由' }],
    [
      { ...coordinator, roles: ['system'] },
      { type: 'recall', whistle: w3, words: '撤哨的理由' },
    ],
    [coordinator, { type: 'designate', units: [{ unit: 'housing', role: 'lead' }], words: '会商的结论' }],
    note('housing', 'submitted', 5, 'appeal-0001-d6'),
    [housing, reply],
    [coordinator, { type: 'review', pass: false, words: '退回的理由' }],
    note('housing', 'submitted', 7, 'appeal-0001-d6'),
    [housing, reply],
    [coordinator, pass],
    [coordinator, { type: 'redo', words: '重办的理由' }],
  );

  test.each(['owner', 'grid'])('%s 读不到', (who) => {
    const read = JSON.stringify(story.readBy(viewerOf(who)));
    for (const words of inner) expect(read).not.toContain(words);
  });

  test.each(['coordinator', 'lead'])('%s 读得到', (who) => {
    const read = JSON.stringify(story.readBy(viewerOf(who)));
    for (const words of inner) expect(read).toContain(words);
  });

  test('居民的评价给街道和承办单位看，网格员只知道评过了', () => {
    const rated = appealAfter(...closed('open'));
    const line = (actor: Actor) => rated.readBy(actor).filter(({ zh }) => zh.includes('评价'));
    expect(line(housing)).toMatchObject([{ zh: '评价：解决了，满意', words: '修得快', who: '居民' }]);
    expect(line(gridWorker)).toEqual([{ at: expect.any(Number), zh: '已评价', who: '居民' }]);
  });
});

describe('任务只给本单位和街道看', () => {
  const contact = { type: 'contact', way: 'phone', words: '约好下午上门' } as const;
  const story = taskAfter(
    ...tasks.acknowledged,
    [housing, contact],
    [housing, { type: 'work', words: '公开的办理', photos: [], shared: true }],
    [housing, { type: 'work', words: '内部的办理', photos: [], shared: false }],
    [housing, { type: 'submit', words: '内部的结果', outcome: 'solved', photos: [] }],
    [
      { ...coordinator, roles: ['system'] },
      { type: 'return', words: '内部的退回' },
    ],
    [coordinator, { type: 'release', words: '内部的撤销' }],
  );

  test.each(roster.map((actor) => [actor.id, actor] as const))('%s', (_, actor) => {
    const street = [coordinator, colleague, leader, secretary, supervisor];
    const may = [housing, housingLeader, ...street].includes(actor);
    expect(story.seenBy(actor) !== undefined).toBe(may);
  });

  test('别的单位和居民读到的经过里，没有内部的话', () => {
    for (const actor of [resident, neighbour, water, gridWorker]) {
      expect(story.readBy(actor).map(({ zh, words }) => [zh, words])).toEqual([
        ['签收', undefined],
        ['联系居民（电话）', undefined],
        ['办理', '公开的办理'],
        ['办理完毕', undefined],
        ['任务撤销', undefined],
      ]);
    }
  });

  test('任务单上没有居民的话，也没有姓名电话', () => {
    const read = JSON.stringify(taskAfter(...summons.handling).seenBy(housing));
    for (const secret of ['13900000101', '卓玛', submit.text]) expect(read).not.toContain(secret);
  });
});

describe('一哨给街道和叫到的部门看', () => {
  test.each(everybody.map((actor) => [actor.id, actor] as const))('%s', (_, actor) => {
    const may = [coordinator, colleague, leader, secretary, housing, housingLeader, water].includes(actor);
    expect(whistleAfter(...whistles.working).seenBy(actor) !== undefined).toBe(may);
  });

  test('撤走的部门不再看得见', () => {
    const story = whistleAfter(...whistles.working, light('water', 'released', 9));
    expect(story.seenBy(water)).toBeUndefined();
  });
});
