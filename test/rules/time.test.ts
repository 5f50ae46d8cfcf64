import {
  addWorkdays,
  addWorkMinutes,
  type Calendar,
  isWorkday,
  opening,
  PastHorizon,
} from '../../domain/time/calendar.ts';
import { startClock } from '../../domain/time/clock.ts';
import { lhasaCalendar as lhasa, nationalCalendar as national } from '../../domain/time/days/calendars.ts';
import { showInstant, showLength, signal } from '../../domain/time/show.ts';

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const read = (instant: number) =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe('工作日', () => {
  test.each([
    ['2026-03-06', true, '普通星期五上班'],
    ['2026-03-07', false, '星期六休息'],
    ['2026-03-08', false, '星期日休息'],
    ['2026-05-01', false, '劳动节虽是星期五也休息'],
    ['2026-05-09', true, '调休的星期六上班'],
    ['2026-09-20', true, '调休的星期日上班'],
  ])('%s：%s（%s）', (day, worked) => {
    expect(isWorkday(day, national)).toBe(worked);
    expect(isWorkday(day, lhasa)).toBe(worked);
  });

  test.each([
    ['2026-02-24', true, false, '春节藏历新年连休至26日，全国24日已上班'],
    ['2026-02-28', true, true, '拉萨通知同样写明28日上班'],
    ['2025-02-27', true, false, '藏历新年首日，仅拉萨休息'],
    ['2025-03-05', true, true, '藏历新年后首日，不调休'],
    ['2023-02-18', false, true, '星期六，仅拉萨为藏历新年补班'],
    ['2023-01-28', true, true, '拉萨未另行规定，照全国通知补班'],
  ])('%s：全国上班 %s，拉萨上班 %s（%s）', (day, everywhere, inLhasa) => {
    expect(isWorkday(day, national)).toBe(everywhere);
    expect(isWorkday(day, lhasa)).toBe(inLhasa);
  });

  test('地方通知把全国的补班日列为休息时，以地方通知为准', () => {
    const local = { source: '某市通知', rest: ['2026-02-28'], work: ['2026-02-22'] };
    const calendar: Calendar = { ...national, layers: [...national.layers, local] };
    expect(isWorkday('2026-02-28', calendar)).toBe(false);
    expect(isWorkday('2026-02-22', calendar)).toBe(true);
    expect(isWorkday('2026-02-14', calendar)).toBe(true);
  });

  test('日历经数据库存取后结论不变', () => {
    const stored: Calendar = JSON.parse(JSON.stringify(lhasa));
    expect(read(addWorkdays(at('2026-02-13 10:00'), 5, stored))).toBe('2026-03-03 10:00');
  });
});

describe('起算：不在办公时间内的，从下一次开门起算', () => {
  test.each([
    ['2026-03-06 10:00', '2026-03-06 10:00', '办公时间内，即时起算'],
    ['2026-03-06 09:30', '2026-03-06 09:30', '开门一刻，即时起算'],
    ['2026-03-06 07:12', '2026-03-06 09:30', '上班前'],
    ['2026-03-06 13:00', '2026-03-06 15:30', '午休开始'],
    ['2026-03-06 14:59', '2026-03-06 15:30', '午休中'],
    ['2026-03-05 18:00', '2026-03-06 09:30', '下班一刻'],
    ['2026-03-06 21:00', '2026-03-09 09:30', '星期五晚上'],
    ['2026-02-14 17:59', '2026-02-14 17:59', '补班的星期六下班前'],
    ['2026-02-14 18:00', '2026-02-27 09:30', '长假前夜'],
    ['2025-12-31 20:00', '2026-01-04 09:30', '跨年，元旦后星期日补班'],
  ])('%s → %s（%s）', (start, opens) => {
    expect(read(opening(at(start), lhasa))).toBe(opens);
  });
});

describe('若干工作日后的同一时刻', () => {
  test.each([
    ['2026-02-13 10:00', 5, '2026-02-27 10:00', '2026-03-03 10:00'],
    ['2025-02-26 10:00', 5, '2025-03-05 10:00', '2025-03-11 10:00'],
    ['2023-02-17 10:00', 5, '2023-02-24 10:00', '2023-03-01 10:00'],
    ['2026-03-06 10:00', 1, '2026-03-09 10:00', '2026-03-09 10:00'],
    ['2026-03-06 21:00', 1, '2026-03-10 09:30', '2026-03-10 09:30'],
    ['2026-03-06 13:30', 3, '2026-03-11 15:30', '2026-03-11 15:30'],
    ['2025-12-30 16:00', 3, '2026-01-05 16:00', '2026-01-05 16:00'],
    ['2026-09-30 17:00', 2, '2026-10-09 17:00', '2026-10-09 17:00'],
    ['2026-03-07 11:00', 0, '2026-03-09 09:30', '2026-03-09 09:30'],
  ])('%s 起 %d 个工作日：全国 %s，拉萨 %s', (start, days, everywhere, inLhasa) => {
    expect(read(addWorkdays(at(start), days, national))).toBe(everywhere);
    expect(read(addWorkdays(at(start), days, lhasa))).toBe(inLhasa);
  });
});

describe('若干分钟办公时间后', () => {
  test.each([
    ['2026-03-06 10:00', 120, '2026-03-06 12:00', '上午之内'],
    ['2026-03-06 12:00', 60, '2026-03-06 13:00', '恰到午休'],
    ['2026-03-06 12:00', 120, '2026-03-06 16:30', '越过午休'],
    ['2026-03-05 17:30', 120, '2026-03-06 11:00', '越过一夜'],
    ['2026-03-06 17:00', 120, '2026-03-09 10:30', '越过周末'],
    ['2026-02-14 17:00', 120, '2026-02-27 10:30', '越过春节藏历新年'],
    ['2026-03-06 02:00', 120, '2026-03-06 11:30', '凌晨提出'],
    ['2026-03-06 09:30', 360, '2026-03-06 18:00', '整整一天'],
    ['2026-03-05 09:30', 361, '2026-03-06 09:31', '一天零一分钟'],
    ['2025-12-31 17:30', 60, '2026-01-04 10:00', '跨年'],
  ])('%s 起 %d 分钟 → %s（%s）', (start, minutes, due) => {
    expect(read(addWorkMinutes(at(start), minutes, lhasa))).toBe(due);
  });
});

describe('时限', () => {
  test('应急两小时：夜里也不停表', () => {
    const clock = startClock(at('2026-02-17 23:30'), { amount: 120, unit: 'minutes' }, lhasa);
    expect(read(clock.dueAt)).toBe('2026-02-18 01:30');
  });

  test('七日：按自然日计，节假日照计', () => {
    const clock = startClock(at('2026-02-14 10:00'), { amount: 7, unit: 'days' }, lhasa);
    expect(read(clock.dueAt)).toBe('2026-02-21 10:00');
  });

  test('记下起点、长短、所依日历', () => {
    expect(startClock(at('2026-03-06 10:00'), { amount: 1, unit: 'workdays' }, lhasa)).toEqual({
      startedAt: at('2026-03-06 10:00'),
      amount: 1,
      unit: 'workdays',
      calendar: lhasa.version,
      dueAt: at('2026-03-09 10:00'),
    });
  });

  test('日历最后一天照常可算', () => {
    const clock = startClock(at('2026-12-30 10:00'), { amount: 1, unit: 'workdays' }, lhasa);
    expect(read(clock.dueAt)).toBe('2026-12-31 10:00');
    expect(clock.provisional).toBeUndefined();
  });

  test('超出已公布的日历：不许默默推算', () => {
    expect(() => isWorkday('2027-01-01', lhasa)).toThrow(PastHorizon);
    expect(() => addWorkdays(at('2026-12-30 10:00'), 2, lhasa)).toThrow(PastHorizon);
    expect(() => addWorkMinutes(at('2026-12-31 17:30'), 60, lhasa)).toThrow(PastHorizon);
  });

  test('时限落在未公布的日子：按周一至周五先算，标明暂定', () => {
    const clock = startClock(at('2026-12-30 10:00'), { amount: 3, unit: 'workdays' }, lhasa);
    expect(read(clock.dueAt)).toBe('2027-01-04 10:00');
    expect(clock.provisional).toBe(true);
  });

  test('自然日不问日历，不必暂定', () => {
    const clock = startClock(at('2026-12-30 10:00'), { amount: 15, unit: 'days' }, lhasa);
    expect(read(clock.dueAt)).toBe('2027-01-14 10:00');
    expect(clock.provisional).toBeUndefined();
  });
});

describe('红黄绿', () => {
  test.each([
    ['10:01', 'green', '刚开始'],
    ['11:35', 'green', '不足五分之四'],
    ['11:36', 'amber', '用去五分之四'],
    ['11:59', 'amber', '最后一分钟'],
    ['12:00', 'red', '到点即红'],
  ])('限两小时、10:00 起算的，%s 为 %s（%s）', (now, colour) => {
    const clock = { startedAt: at('2026-03-06 10:00'), dueAt: at('2026-03-06 12:00') };
    expect(signal(clock, at(`2026-03-06 ${now}`))).toBe(colour);
  });

  test.each([
    ['2026-03-06 18:00', 'green', '还有四十小时'],
    ['2026-03-07 09:00', 'amber', '还有二十五小时'],
    ['2026-03-09 10:00', 'red', '逾期一天'],
  ])('限七日、3月1日 10:00 起算的，%s 为 %s（%s）', (now, colour) => {
    const clock = { startedAt: at('2026-03-01 10:00'), dueAt: at('2026-03-08 10:00') };
    expect(signal(clock, at(now))).toBe(colour);
  });
});

describe('写给人看', () => {
  test.each([
    ['2026-12-03 18:00', '2026-11-20 09:00', '12月3日 18:00'],
    ['2026-03-08 02:30', '2026-11-20 09:00', '3月8日 02:30'],
    ['2027-01-04 09:30', '2026-12-31 23:59', '2027年1月4日 09:30'],
    ['2026-12-31 23:59', '2027-01-01 00:00', '2026年12月31日 23:59'],
    ['2027-01-01 00:00', '2027-01-01 07:59', '1月1日 00:00'],
  ])('%s，在 %s 看，写作 %s', (then, now, words) => {
    expect(showInstant(at(then), at(now))).toBe(words);
  });

  test.each([
    [0, '1 分钟'],
    [29_000, '1 分钟'],
    [40 * 60_000, '40 分钟'],
    [3_600_000, '1 小时'],
    [90 * 60_000, '1 小时 30 分钟'],
    [51 * 3_600_000, '2 天 3 小时'],
    [86_400_000 + 5 * 60_000, '1 天'],
    [86_400_000 - 1_000, '1 天'],
    [-90 * 60_000, '1 小时 30 分钟'],
  ])('%d 毫秒写作 %s', (length, words) => {
    expect(showLength(length)).toBe(words);
  });
});
