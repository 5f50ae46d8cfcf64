import { byWeek, type Cell, signOf } from '../../domain/routing/signs.ts';
import { lhasaCalendar } from '../../domain/time/days/calendars.ts';
import { at } from '../support/story.ts';

const day = 86_400_000;
const now = at('2026-04-20 10:00');
const counted = (count: number, people = count) =>
  Array.from({ length: count }, (_, n) => {
    return { id: `a${n}`, number: `JSJB-${n}`, at: now - n * 3_600_000, owner: `p${n % people}` };
  });
/** So many in each of the eight weeks before, the newest first. */
const weekly = (...counts: readonly number[]) =>
  counts.flatMap((count, n) => Array.from({ length: count }, () => now - (n + 1) * 7 * day - day));
const cell = (part: Partial<Cell>): Cell => ({
  grid: { id: 'grid-1', zh: '一号网格' },
  matter: { id: 'lamp', zh: '路灯不亮' },
  lead: '城管局',
  recent: counted(3),
  history: [],
  lastYear: 0,
  ...part,
});
const sign = (part: Partial<Cell>, when = now) => signOf(cell(part), when, lhasaCalendar);

describe('未诉先办：同一网格同一事项明显多起来（条例第二十四条至第二十六条）', () => {
  test('七天三件、平时没有：是苗头', () => {
    expect(sign({})).toMatchObject({ count: 3, people: 3, mean: 0, sigma: 0 });
  });

  test('七天两件：不是', () => {
    expect(sign({ recent: counted(2) })).toBeUndefined();
  });

  test('一个人写三遍：不是', () => {
    expect(sign({ recent: counted(3, 1) })).toBeUndefined();
  });

  test('平时每周就有三件：不是；多到平均加两倍波动以上：是', () => {
    const history = weekly(3, 3, 3, 3, 3, 3, 3, 3);
    expect(sign({ history, recent: counted(3) })).toBeUndefined();
    expect(sign({ history, recent: counted(4) })).toMatchObject({ mean: 3, sigma: 0 });
  });

  test('平时忽多忽少的，要多出更多才算', () => {
    const history = weekly(0, 6, 0, 6, 0, 6, 0, 6);
    expect(sign({ history, recent: counted(9) })).toBeUndefined();
    expect(sign({ history, recent: counted(10) })).toMatchObject({ mean: 3, sigma: 3 });
  });

  test('前八周逐周的件数，新的在前', () => {
    expect(byWeek(weekly(2, 0, 1), now)).toEqual([2, 0, 1, 0, 0, 0, 0, 0]);
  });

  test('拟好巡查任务和周例会议题，带着依据', () => {
    expect(sign({})?.patrol).toBe(
      '请城管局会同一号网格的网格员，三日内到现场巡查“路灯不亮”：近七天 3 人反映 3 件，平时几乎没有。看清范围和原因，能当场处理的当场处理，处理不了的上报。',
    );
    expect(sign({ history: weekly(1, 0, 0, 1), recent: counted(5) })?.agenda).toBe(
      '一号网格“路灯不亮”：近七天 5 人反映 5 件，平时每周约 0.3 件。建议由城管局牵头排查，提出办法和时限。',
    );
    expect(sign({})?.appeals).toHaveLength(3);
  });

  test('去年同一周也多：说明可能与时节有关', () => {
    expect(sign({ lastYear: 2 })?.patrol).toContain('去年同一周 2 件，可能与时节有关。');
  });

  test('这七天里放了几天假', () => {
    expect(sign({})?.holidays).toBe(0);
    expect(sign({}, at('2026-10-07 10:00'))?.holidays).toBe(5);
  });
});
