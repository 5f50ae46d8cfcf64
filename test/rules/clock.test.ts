import {
  extendClock,
  pauseClock,
  recountClock,
  resumeClock,
  retermClock,
  startClock,
} from '../../domain/time/clock.ts';
import { lhasaCalendar as lhasa, nationalCalendar as national } from '../../domain/time/days/calendars.ts';
import { at } from '../support/story.ts';

/** 办公时间 9:30–13:00、15:30–18:00，一天六个小时. */
const workdays = (amount: number) => ({ amount, unit: 'workdays' }) as const;
const days = (amount: number) => ({ amount, unit: 'days' }) as const;

describe('时限暂停与恢复', () => {
  test('自然日的时限停两天半，就晚两天半到期', () => {
    const clock = pauseClock(startClock(at('2026-03-09 10:00'), days(7), lhasa), at('2026-03-10 10:00'));
    expect(resumeClock(clock, at('2026-03-12 22:00'), lhasa).dueAt).toBe(at('2026-03-18 22:00'));
  });

  test('工作日的时限只补停住的办公时间：停过一个周末，晚一个工作日', () => {
    const clock = pauseClock(startClock(at('2026-03-12 10:00'), workdays(3), lhasa), at('2026-03-13 10:00'));
    expect(clock.dueAt).toBe(at('2026-03-17 10:00'));
    expect(resumeClock(clock, at('2026-03-16 10:00'), lhasa).dueAt).toBe(at('2026-03-18 10:00'));
  });

  test('夜里停、夜里恢复，没有停住办公时间，到期不变', () => {
    const clock = pauseClock(startClock(at('2026-03-09 10:00'), workdays(2), lhasa), at('2026-03-09 19:00'));
    expect(resumeClock(clock, at('2026-03-10 08:00'), lhasa).dueAt).toBe(at('2026-03-11 10:00'));
  });

  test('停着再停不算两次，没停过恢复不算数', () => {
    const clock = startClock(at('2026-03-09 10:00'), days(7), lhasa);
    expect(resumeClock(clock, at('2026-03-10 10:00'), lhasa)).toEqual(clock);
    const paused = pauseClock(clock, at('2026-03-10 10:00'));
    expect(pauseClock(paused, at('2026-03-11 10:00'))).toEqual(paused);
  });

  test('停过两次，两次都补', () => {
    const once = resumeClock(
      pauseClock(startClock(at('2026-03-09 10:00'), days(7), lhasa), at('2026-03-10 10:00')),
      at('2026-03-11 10:00'),
      lhasa,
    );
    const twice = resumeClock(pauseClock(once, at('2026-03-12 10:00')), at('2026-03-12 16:00'), lhasa);
    expect(twice.dueAt).toBe(at('2026-03-17 16:00'));
  });
});

describe('延期、改档与改日历', () => {
  test('延期从原来的到期往后算', () => {
    const clock = extendClock(startClock(at('2026-03-09 10:00'), workdays(3), lhasa), workdays(2), lhasa);
    expect(clock.dueAt).toBe(at('2026-03-16 10:00'));
  });

  test('改档从最初的起点重算，停过的、延过的都保留', () => {
    const paused = pauseClock(startClock(at('2026-03-09 10:00'), days(15), lhasa), at('2026-03-10 10:00'));
    const clock = extendClock(resumeClock(paused, at('2026-03-12 10:00'), lhasa), days(1), lhasa);
    expect(retermClock(clock, days(7), lhasa).dueAt).toBe(at('2026-03-19 10:00'));
  });

  test('换了日历，从最初的起点重算：西藏多放的日子往后顺延', () => {
    const clock = startClock(at('2026-02-13 10:00'), workdays(5), national);
    expect(clock.dueAt).toBe(at('2026-02-27 10:00'));
    expect(recountClock(clock, lhasa).dueAt).toBe(at('2026-03-03 10:00'));
    expect(recountClock(clock, national)).toBe(clock);
  });

  test('通知公布以后，暂定的不再暂定', () => {
    const early = { ...lhasa, version: 'early', horizon: '2026-03-10' };
    const clock = startClock(at('2026-03-09 10:00'), workdays(3), early);
    expect(clock.provisional).toBe(true);
    expect(recountClock(clock, lhasa)).not.toHaveProperty('provisional');
  });
});
