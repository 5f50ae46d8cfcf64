import { spawnSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { addWorkdays, addWorkMinutes, dayOf, isWorkday, opening } from '../../domain/time/calendar.ts';
import { lhasaCalendar as lhasa } from '../../domain/time/days/calendars.ts';

const instant = fc.integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2026, 5, 30) });
const days = fc.integer({ min: 0, max: 40 });
const minutes = fc.integer({ min: 1, max: 5_000 });

describe('任取时刻与长短都成立', () => {
  test('若干工作日后必是工作日的办公时间', () => {
    fc.assert(
      fc.property(instant, days, (at, n) => {
        const due = addWorkdays(at, n, lhasa);
        expect(isWorkday(dayOf(due), lhasa)).toBe(true);
        expect(opening(due, lhasa)).toBe(due);
      }),
    );
  });

  test('先提出的不会后到期，多给一天必更晚到期', () => {
    fc.assert(
      fc.property(instant, instant, days, (one, other, n) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(addWorkdays(early, n, lhasa)).toBeLessThanOrEqual(addWorkdays(late, n, lhasa));
        expect(addWorkMinutes(early, n + 1, lhasa)).toBeLessThanOrEqual(addWorkMinutes(late, n + 1, lhasa));
        expect(addWorkdays(early, n, lhasa)).toBeLessThan(addWorkdays(early, n + 1, lhasa));
      }),
    );
  });

  test('分两次加，与一次加完相同', () => {
    fc.assert(
      fc.property(instant, days, days, (at, a, b) => {
        expect(addWorkdays(addWorkdays(at, a, lhasa), b, lhasa)).toBe(addWorkdays(at, a + b, lhasa));
      }),
    );
    fc.assert(
      fc.property(instant, minutes, minutes, (at, a, b) => {
        expect(addWorkMinutes(addWorkMinutes(at, a, lhasa), b, lhasa)).toBe(addWorkMinutes(at, a + b, lhasa));
      }),
    );
  });

  test('逐分钟数过去，办公时间恰好是所给的分钟数', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 1_000 }), (at, n) => {
        const start = Math.ceil(at / 60_000) * 60_000;
        const due = addWorkMinutes(start, n, lhasa);
        let open = 0;
        for (let then = start; then < due; then += 60_000) if (opening(then, lhasa) === then) open += 1;
        expect(open).toBe(n);
      }),
      { numRuns: 40 },
    );
  });
});

describe('与机器所在时区无关', () => {
  const code = buildSync({
    stdin: {
      resolveDir: __dirname,
      loader: 'ts',
      contents: `
        import { addWorkdays, addWorkMinutes, dayOf, isWorkday } from '../../domain/time/calendar.ts';
        import { lhasaCalendar as lhasa } from '../../domain/time/days/calendars.ts';
        import { showInstant } from '../../domain/time/show.ts';
        const hour = 3_600_000;
        const from = Date.UTC(2026, 0, 1);
        const said = [];
        for (let at = from; at < from + 310 * 24 * hour; at += hour)
          said.push(dayOf(at), isWorkday(dayOf(at), lhasa), showInstant(at, from),
            addWorkdays(at, 5, lhasa), addWorkMinutes(at, 500, lhasa));
        console.log(showInstant(Date.UTC(2026, 2, 7, 18, 30), from), JSON.stringify(said));`,
    },
    bundle: true,
    write: false,
    platform: 'node',
  }).outputFiles[0]?.text;

  const answer = (zone: string) =>
    spawnSync(process.execPath, ['-'], { input: code, env: { TZ: zone }, encoding: 'utf8', maxBuffer: 1e8 })
      .stdout;

  const utc = answer('UTC');

  test('UTC 的机器说出北京时间', () => {
    expect(utc.slice(0, 10)).toBe('3月8日 02:30');
  });

  test.each(['Asia/Shanghai', 'America/Los_Angeles'])('%s 的机器算出同样的结果', (zone) => {
    expect(answer(zone) === utc).toBe(true);
  });
});
