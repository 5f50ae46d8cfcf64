import { type Account, accountOf, type Command, type Fact } from '../../domain/account/account.ts';
import { account, type View } from '../../domain/account/index.ts';
import { importanceOf } from '../../domain/office/messages.ts';
import { afterQuiet } from '../../domain/time/quiet.ts';
import { notice } from '../../domain/words.ts';
import { coordinator, neighbour, office, resident, system } from '../support/office.ts';
import { at, monday, stories } from '../support/story.ts';

const given = stories<Account, Command, Fact, View>(account, accountOf(resident.id));

const yes = (purpose: 'progress' | 'work' = 'progress'): Command => ({
  type: 'consent',
  answers: [{ purpose, accepted: true }],
});
const no: Command = { type: 'consent', answers: [{ purpose: 'progress', accepted: false }] };
const spend = (notice: string, about = 'appeal.passed', since = monday): Command => {
  return { type: 'spend', purpose: 'progress', notice, about, at: at(since) };
};
const agreed = (times: number) => Array.from({ length: times }, () => [resident, yes()] as const);

describe('微信提醒的次数', () => {
  test('同意一次有一次，拒绝的不算；用一次少一次，用完就没有', () => {
    given([resident, no]).when(system, spend('n1')).refuses('no-credit');
    const once = given([resident, yes()]);
    expect(once.state.credits).toEqual({ progress: 1 });
    once.when(system, spend('n1')).gives({ type: 'spent', purpose: 'progress', notice: 'n1' });
    given([resident, yes()], [system, spend('n1')])
      .when(system, spend('n2'))
      .refuses('no-credit');
  });

  test('诉求进展的次数不能拿来提醒待办', () => {
    given([resident, yes('work')])
      .when(system, spend('n1'))
      .refuses('no-credit');
  });

  test('次数不多时留给要紧的：一般的消息要剩三次，较要紧的要剩两次，最要紧的有一次就发', () => {
    for (const [about, least] of [
      ['appeal.accepted', 3],
      ['appeal.closed', 2],
      ['appeal.passed', 1],
    ] as const) {
      given(...agreed(least))
        .when(system, spend('n1', about))
        .gives({ type: 'spent', purpose: 'progress', notice: 'n1' });
      if (least > 1)
        given(...agreed(least - 1))
          .when(system, spend('n1', about))
          .refuses('no-credit');
    }
  });

  test('同一条不发两次；看过的不发；过了一天的不发；不要紧的从来不发', () => {
    const told = given(...agreed(4), [system, spend('n1')]);
    told.when(system, spend('n1')).refuses('told');
    given(...agreed(2), '2026-03-09 11:00', [resident, { type: 'read', upTo: at('2026-03-09 10:30') }])
      .when(system, spend('n1', 'appeal.passed', '2026-03-09 10:20'))
      .refuses('read');
    given(...agreed(2), '2026-03-10 10:01')
      .when(system, spend('n1'))
      .refuses('stale');
    given(...agreed(9))
      .when(system, spend('n1', 'appeal.withdrawn'))
      .refuses('not-told');
  });

  test('微信说没有发出去，退回这一次；说没有授权，清零', () => {
    const back = given([resident, yes()], [system, spend('n1')], [system, { type: 'refund', notice: 'n1' }]);
    expect(back.state).toMatchObject({ credits: { progress: 1 }, told: [] });
    back.when(system, { type: 'refund', notice: 'n1' }).gives();
    expect(given(...agreed(3), [system, { type: 'void', purpose: 'progress' }]).state.credits).toEqual({
      progress: 0,
    });
  });
});

describe('看到哪里', () => {
  test('只往后，不往前，也不超过现在', () => {
    const seen = given('2026-03-09 11:00', [resident, { type: 'read', upTo: at('2026-03-09 10:30') }]);
    expect(seen.state.readAt).toBe(at('2026-03-09 10:30'));
    seen.when(resident, { type: 'read', upTo: at('2026-03-09 10:10') }).gives();
    seen
      .when(resident, { type: 'read', upTo: at('2027-01-01 00:00') })
      .gives({ type: 'read', upTo: at('2026-03-09 11:00') });
  });
});

describe('谁的账户', () => {
  const mine = given([resident, yes()]);

  test('只有本人看得见、动得了；记账的事人不能做', () => {
    expect(mine.seenBy(resident)).toEqual({ readAt: 0, credits: { progress: 1 } });
    for (const other of [neighbour, coordinator]) {
      expect(mine.seenBy(other)).toBeUndefined();
      mine.when(other, yes()).refuses('not-yours');
      mine.when(other, { type: 'read', upTo: at(monday) }).refuses('not-yours');
    }
    for (const command of [spend('n1'), { type: 'refund', notice: 'n1' }, { type: 'void', purpose: 'work' }])
      mine.when(resident, command as Command).refuses('not-yours');
    mine.offers(resident, 'read', 'consent', 'correct');
    mine.offers(neighbour);
    mine.offers(system, 'verify', 'spend', 'refund', 'void');
  });

  test('不能替别人开账户', () => {
    given('2026-03-09 10:00').when(neighbour, yes()).refuses('not-found');
    given('2026-03-09 10:00')
      .when(neighbour, { type: 'read', upTo: at(monday) })
      .refuses('not-found');
  });

  test('两个人的账户编号从不相同，都能当编号用', () => {
    const people = ['oA_b-c', 'oA-b_c', 'oA-5f-b', 'oA_b_c', 'zhuoma', 'o'.repeat(28)];
    const ids = people.map(accountOf);
    expect(new Set(ids).size).toBe(people.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9-]{7,119}$/);
  });
});

describe('夜间不打扰', () => {
  const night = { from: 22 * 60, until: 7 * 60 + 30 };

  test.each([
    ['21:59 不算夜里', '2026-03-09 21:59', '2026-03-09 21:59'],
    ['22:00 起等到明早', '2026-03-09 22:00', '2026-03-10 07:30'],
    ['半夜等到今早', '2026-03-10 03:00', '2026-03-10 07:30'],
    ['7:30 可以发了', '2026-03-10 07:30', '2026-03-10 07:30'],
  ])('%s', (_, from, until) => expect(afterQuiet(at(from), night)).toBe(at(until)));

  test('午休也可以设成不打扰；起止相同就是从不', () => {
    const noon = { from: 13 * 60, until: 15 * 60 };
    expect(afterQuiet(at('2026-03-09 14:00'), noon)).toBe(at('2026-03-09 15:00'));
    expect(afterQuiet(at('2026-03-09 15:00'), noon)).toBe(at('2026-03-09 15:00'));
    expect(afterQuiet(at('2026-03-09 00:00'), { from: 0, until: 0 })).toBe(at('2026-03-09 00:00'));
  });
});

describe('消息的轻重', () => {
  const { messages } = office.rules;

  test('每一种消息都掂量过', () => {
    expect(Object.keys(notice).filter((kind) => !(kind in messages.importance))).toEqual([]);
  });

  test('没有掂量过的按一般的算', () => {
    expect(importanceOf(messages, 'something.new')).toBe(1);
  });

  test('每一种的话都放得进微信的一格：不超过 20 个字', () => {
    const long = Object.values(notice).filter(({ zh }) => zh.length > 20);
    expect(long.map(({ zh }) => zh)).toEqual([]);
  });
});
