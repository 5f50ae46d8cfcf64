import type { Command } from '../../domain/appeal/rulebook.ts';
import type { View } from '../../domain/appeal/view.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import * as door from '../functions/told.ts';
import { Desk } from '../support/desk.ts';
import {
  colleague,
  coordinator,
  gridWorker,
  housing,
  leader,
  neighbour,
  resident,
  system,
  urban,
  water,
} from '../support/office.ts';
import { at, table } from '../support/story.ts';
import { accept, appealAfter, appeals, call, note, pass, rate, reply, submit } from './told.ts';

const complaint = { ...accept, kind: 'complain', accused: 'urban' } as const;
const complained = [
  [resident, submit],
  [coordinator, complaint],
] as const;
const units = [
  { unit: 'housing', role: 'lead', need: '查看屋顶' },
  { unit: 'urban', role: 'assist', need: '说明情况' },
] as const;

describe('被投诉的单位（条例第八条、第三十五条）', () => {
  test('不能主办；派单、吹哨、定责都一样', () => {
    const given = [
      { unit: 'urban', role: 'lead', need: '查看' },
      { unit: 'water', role: 'assist', need: '配合' },
    ] as const;
    appealAfter(...complained)
      .when(coordinator, { type: 'dispatch', units: given })
      .refuses('accused-lead');
    appealAfter(...complained)
      .when(coordinator, { ...call, units: given })
      .refuses('accused-lead');
    appealAfter(...complained, [coordinator, { type: 'consult', words: '说不清归谁管' }])
      .when(coordinator, { type: 'designate', units: given, words: '会商定的' })
      .refuses('accused-lead');
  });

  test('可以协助', () => {
    appealAfter(...complained)
      .when(coordinator, { type: 'dispatch', units })
      .gives({ type: 'dispatched', units });
  });

  describe('从头到尾，不知道是谁、在哪里、怎么说的', () => {
    const secrets = [
      '卓玛',
      '13900000101',
      '柳林巷',
      submit.text,
      'photo-1',
      '补充的话',
      '修得快',
      reply.text,
    ];
    const whole: readonly (readonly [Actor, Command])[] = [
      ...complained,
      [coordinator, { type: 'dispatch', units }],
      [resident, { type: 'supplement', words: '补充的话', photos: ['photo-1'] }],
      note('housing', 'submitted', 5),
      note('urban', 'submitted', 5),
      [housing, reply],
      [coordinator, pass],
      [resident, rate],
    ];

    test('页面和经过里都没有', () => {
      whole.forEach((_, step) => {
        const story = appealAfter(...whole.slice(0, step + 1));
        const read = JSON.stringify([story.seenBy(urban) ?? '', story.readBy(urban)]);
        if (story.seenBy(urban) === undefined) return;
        for (const secret of secrets) expect(read).not.toContain(secret);
      });
    });

    test.each([
      ['已评价', [resident, rate]],
      [
        '已回访',
        [system, { type: 'followedUp', contacted: true, solved: 'unsolved', satisfied: 'dissatisfied' }],
      ],
    ] as const)('居民怎么说的，它只读到“%s”', (zh, told) => {
      const lines = appealAfter(...whole.slice(0, -1), told).readBy(urban);
      expect(lines.map((line) => line.zh)).toContain(zh);
      expect(JSON.stringify(lines)).not.toMatch(/没有解决|满意/);
    });

    test('任务单、门口的每一次查询里也没有；主办照样看得到', async () => {
      const desk = await Desk.open();
      await desk.done(
        door.asked,
        [coordinator, 'appeal', door.appealId, complaint],
        [coordinator, 'appeal', door.appealId, { type: 'dispatch', units }],
        ...door.handles(housing),
      );
      const task = `${door.appealId}-d3-urban`;
      const asked = [
        await desk.ask(urban, 'appeal', { id: door.appealId }),
        await desk.ask(urban, 'task', { id: task }),
        await desk.ask(urban, 'tasks', { desk: 'unit' }),
        await desk.ask(urban, 'notices'),
      ];
      for (const secret of [...secrets, '换了三块瓦']) expect(JSON.stringify(asked)).not.toContain(secret);
      expect(JSON.stringify(await desk.ask(housing, 'appeal', { id: door.appealId }))).toContain(submit.text);
      await desk.store.close();
    });
  });

  test('没有任务的，连有这件事也不知道；它的网格员也一样', () => {
    expect(appealAfter(...complained).seenBy(urban)).toBeUndefined();
    const community = [
      [resident, submit],
      [coordinator, { ...complaint, accused: 'east' }],
    ] as const;
    expect(appealAfter(...community).seenBy(gridWorker)).toBeUndefined();
  });
});

describe('社区的职责清单（条例第十七条）', () => {
  const given = (matter: string, role: 'lead' | 'assist') =>
    appealAfter([resident, submit], [coordinator, { ...accept, matter }]).when(coordinator, {
      type: 'dispatch',
      units: [
        { unit: 'east', role },
        ...(role === 'assist' ? [{ unit: 'urban', role: 'lead' } as const] : []),
      ],
    });

  test('清单里没有的，不能交给社区', () => {
    given('leak', 'lead').refuses('not-on-list');
    given('leak', 'assist').refuses('not-on-list');
  });

  test('只协助的，不能让社区主办', () => {
    given('noise', 'lead').refuses('assist-only');
    given('noise', 'assist').gives(expect.objectContaining({ type: 'dispatched' }));
  });

  test('清单里能主办的，可以', () => {
    given('stairs', 'lead').gives(expect.objectContaining({ type: 'dispatched' }));
  });
});

describe('回避', () => {
  const recuse = { type: 'recuse', words: '是我亲戚' } as const;

  test('与自己有关的人回避以后，看不见，也不能办；别人照办', () => {
    const story = appealAfter(...appeals.submitted, [coordinator, recuse]);
    expect(story.seenBy(coordinator)).toBeUndefined();
    story.offers(coordinator);
    story.when(coordinator, accept).refuses('not-yours');
    story.when(colleague, accept).gives(expect.objectContaining({ type: 'accepted' }));
  });

  test('记在案上，居民和单位不知道是谁', () => {
    const story = appealAfter(...appeals.dispatched, [leader, recuse]);
    expect(story.readBy(colleague).at(-1)).toMatchObject({ zh: '一位工作人员回避' });
    expect(JSON.stringify([story.readBy(resident), story.readBy(housing)])).not.toContain('亲戚');
  });
});

describe('查看隐名居民的姓名电话', () => {
  const hidden = [
    [resident, { ...submit, identity: 'nameHidden' }],
    [coordinator, accept],
  ] as const;
  const granted = { type: 'unmask', by: 'pubu', words: '核实漏水的是哪一间' } as const;
  const phone = (view: View | undefined) => view?.contact?.phone;

  test('平时专班和街道领导也不见', () => {
    const story = appealAfter(...hidden);
    for (const who of [coordinator, colleague, leader]) {
      expect(story.seenBy(who)).toMatchObject({ masked: true });
      expect(JSON.stringify([story.seenBy(who), story.readBy(who)])).not.toContain('13900000101');
    }
  });

  test('批了以后，只给申请的人看，三十分钟为止', () => {
    const open = appealAfter(...hidden, [system, granted], '2026-03-09 10:29');
    expect(phone(open.seenBy(coordinator))).toBe('13900000101');
    expect(open.seenBy(coordinator)).toMatchObject({ unmaskedUntil: at('2026-03-09 10:30') });
    for (const other of [colleague, leader]) expect(phone(open.seenBy(other))).toBeUndefined();
    const over = appealAfter(...hidden, [system, granted], '2026-03-09 10:30');
    expect(phone(over.seenBy(coordinator))).toBeUndefined();
  });

  test('谁也不能自己给自己看', () => {
    for (const who of [coordinator, leader, resident])
      appealAfter(...hidden)
        .when(who, granted)
        .refuses('not-yours');
  });

  test('记在案上：本人看得到用途，单位看不到', () => {
    const story = appealAfter(...hidden, [system, granted]);
    for (const who of [resident, coordinator])
      expect(story.readBy(who).at(-1)).toMatchObject({
        zh: '经两人同意，查看了联系方式',
        words: granted.words,
      });
    expect(JSON.stringify(story.readBy(gridWorker))).not.toContain(granted.words);
  });

  test('匿名的，批了也没有可看的', () => {
    const story = appealAfter(
      [resident, { ...submit, identity: 'anonymous' }],
      [coordinator, accept],
      [system, granted],
    );
    expect(story.seenBy(coordinator)?.contact).toBeUndefined();
  });
});

/** 待补充、有人提出不予受理、并案、再次反映时，谁看得见什么. */
describe('谁看得见什么', () => {
  const told: Readonly<Record<string, readonly (readonly [Actor, Command])[]>> = {
    questions: appeals.needsInfo,
    proposal: appeals.proposed,
    parent: appeals.followersRating,
    followers: [
      ...appeals.followed,
      [
        coordinator,
        {
          type: 'dispatch',
          units: [
            { unit: 'housing', role: 'lead' },
            { unit: 'water', role: 'assist' },
          ],
        },
      ],
    ],
    following: [
      ...appeals.followed,
      [
        coordinator,
        {
          type: 'dispatch',
          units: [
            { unit: 'housing', role: 'lead' },
            { unit: 'water', role: 'assist' },
          ],
        },
      ],
    ],
    accused: [...complained, [coordinator, { type: 'dispatch', units }]],
    channel: appeals.transferred,
  };
  const fields: Readonly<Record<string, (view: View) => unknown>> = {
    questions: (view) => view.questions,
    proposal: (view) => view.declineProposal,
    parent: (view) => view.parent,
    followers: (view) => view.followers,
    following: (view) => view.following,
    accused: (view) => view.accused,
    channel: (view) => view.end?.channel,
  };
  const viewers: Readonly<Record<string, Actor>> = {
    owner: resident,
    ...{ coordinator, colleague, leader },
    lead: housing,
    assist: water,
    accused: urban,
    grid: gridWorker,
    stranger: neighbour,
  };

  test.each(
    table(`
              questions proposal parent followers following accused channel
  owner       +         -        +      -         +         +       +
  coordinator +         +        +      +         +         +       +
  colleague   +         +        +      +         +         +       +
  leader      +         +        +      +         +         +       +
  lead        0         0        0      -         +         -       0
  assist      0         0        0      -         +         0       0
  accused     0         0        0      0         0         -       0
  grid        -         -        -      -         +         -       +
  stranger    0         0        0      0         0         0       0`),
  )('$row 看 $column：$cell', ({ row, column, cell }) => {
    const [steps, viewer, field] = [told[column], viewers[row], fields[column]];
    if (!steps || !viewer || !field) throw new Error(`${row} ${column} is not told of`);
    const view = appealAfter(...steps).seenBy(viewer);
    expect(view === undefined ? '0' : field(view) ? '+' : '-').toBe(cell);
  });
});
