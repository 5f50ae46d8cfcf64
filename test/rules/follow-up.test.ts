import type { Command } from '../../domain/followUp/followUp.ts';
import { followUp } from '../../domain/followUp/index.ts';
import { isCalled } from '../../domain/followUp/sampling.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import { defaultRules } from '../../domain/office/defaults.ts';
import { cells, holds } from '../support/duties.ts';
import {
  coordinator,
  followUpClerk,
  gridWorker,
  housing,
  housingLeader,
  leader,
  resident,
  secretary,
  supervisor,
  system,
} from '../support/office.ts';
import { stories, until } from '../support/story.ts';

const id = 'appeal-0001-f0';
const called = stories(followUp, id);
const reviewer: Actor = { ...coordinator, id: 'suolang' };

const open = {
  type: 'open',
  appeal: 'appeal-0001',
  number: 'JSJB-20260309-LH-000000',
  round: 0,
  matter: 'leak',
  kind: 'help',
  tier: 'T3',
  callable: true,
  apart: ['zhuoma', 'zhang', 'suolang'],
} as const satisfies Command;
const attempt = { type: 'attempt', way: 'phone', words: '关机' } as const;
const record = { type: 'record', contacted: true, solved: 'solved', satisfied: 'satisfied' } as const;

const opened: readonly (readonly [Actor, Command])[] = [[system, open]];
const states = {
  new: [],
  open: opened,
  tried: [...opened, [followUpClerk, attempt] as const],
  reached: [...opened, [followUpClerk, record] as const],
  settled: [...opened, [system, { type: 'settle' }] as const],
};

const rows = cells(`
        resident gridWorker housing housingLeader coordinator    followUpClerk  leader secretary supervisor system
new     -        -          -       -             -              -              -      -         -          open
open    -        -          -       -             record,attempt record,attempt -      -         -          settle
tried   -        -          -       -             record,attempt record,attempt -      -         -          settle
reached -        -          -       -             -              -              -      -         -          -
settled -        -          -       -             -              -              -      -         -          -
`);
const commands: readonly Command[] = [open, attempt, record, { type: 'settle' }];

holds({ name: '回访', rows, commands, moves: followUp.moves }, states, (steps) => called(...steps));

describe('转回访（条例第二十三条；夏阳：每件必回访）', () => {
  test('答复之日起三个工作日内回访，等七天', () => {
    const { kind: _kind, tier: _tier, callable: _callable, ...about } = open;
    called()
      .when(system, open)
      .gives({
        ...about,
        type: 'opened',
        called: true,
        enough: { tries: 3, days: 2 },
        due: until('2026-03-12 10:00'),
        wait: until('2026-03-16 10:00'),
      });
  });

  test('没有电话的，不打，等居民自己评价', () => {
    expect(called([system, { ...open, callable: false }]).state.called).toBe(false);
  });
});

describe('抽查', () => {
  const half = { ...defaultRules.followUp, share: 0.5 };
  const ask = (about: Partial<Parameters<typeof isCalled>[0]>) =>
    isCalled({ appeal: 'appeal-0001', kind: 'help', tier: 'T3', callable: true, ...about }, half);

  test('抽一半，抽到谁由编号定，谁也挑不了', () => {
    const lots = Array.from({ length: 1000 }, (_, place) => ask({ appeal: `appeal-${place}` }));
    const count = lots.filter(Boolean).length;
    expect(count).toBeGreaterThan(430);
    expect(count).toBeLessThan(570);
    expect(ask({ appeal: 'appeal-7' })).toBe(ask({ appeal: 'appeal-7' }));
  });

  test.each([
    ['投诉', { kind: 'complain' }],
    ['举报', { kind: 'report' }],
    ['危急', { tier: 'T1' }],
  ] as const)('%s的，一件不漏', (_, about) => {
    const none = { ...half, share: 0 };
    const base = { appeal: 'appeal-0001', kind: 'help', tier: 'T3', callable: true } as const;
    expect(isCalled(base, none)).toBe(false);
    expect(isCalled({ ...base, ...about }, none)).toBe(true);
    expect(isCalled({ ...base, ...about, callable: false }, none)).toBe(false);
  });
});

describe('三问', () => {
  test('问到了就记下来，三问一次答完', () => {
    called(...states.open)
      .when(followUpClerk, {
        ...record,
        contacted: false,
        solved: 'unsolved',
        satisfied: 'dissatisfied',
        words: '还在漏',
      })
      .gives({
        type: 'recorded',
        contacted: false,
        solved: 'unsolved',
        satisfied: 'dissatisfied',
        words: '还在漏',
      });
  });

  test('审核过的人不回访，办过的也不', () => {
    called(...states.open)
      .when(reviewer, record)
      .refuses('not-yours');
    called(...states.open)
      .when({ ...coordinator, id: 'zhang' }, attempt)
      .refuses('not-yours');
  });

  test('没有打通的，记一次，次数和方式都在', () => {
    const { attempts } = called(...states.tried).state;
    expect(attempts).toEqual([{ way: 'phone', words: '关机', at: expect.any(Number) }]);
  });
});

describe('谁看得见', () => {
  test.each([
    ['回访员', followUpClerk, true],
    ['专班', coordinator, true],
    ['街道领导', leader, true],
    ['工委书记', secretary, true],
    ['督查员', supervisor, true],
    ['居民', resident, false],
    ['承办单位', housing, false],
    ['承办单位负责人', housingLeader, false],
    ['网格员', gridWorker, false],
  ] as const)('%s', (_, actor, sees) => {
    expect(called(...states.tried).seenBy(actor) !== undefined).toBe(sees);
  });

  test('自己经手过的，写明不由自己回访', () => {
    expect(called(...states.open).seenBy(reviewer)?.apart).toBe(true);
    expect(called(...states.open).seenBy(followUpClerk)?.apart).toBe(false);
  });

  test('球在街道手里：等回访，试过几次', () => {
    const { sentence } = called(...states.tried).seenBy(followUpClerk)?.ball ?? {};
    expect(sentence).toBe('等回访居民，试过 1 次，最迟 3月12日 10:00 回访');
  });
});
