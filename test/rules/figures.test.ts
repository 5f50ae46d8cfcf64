import type { Appeal } from '../../domain/appeal/appeal.ts';
import type { Command } from '../../domain/appeal/rulebook.ts';
import { type Counts, plus, total, withoutBuckets } from '../../domain/figures/counts.ts';
import { flagsOf, whistleAlarm } from '../../domain/figures/doubts.ts';
import { spreadOf } from '../../domain/figures/durations.ts';
import { figuresOf } from '../../domain/figures/figures.ts';
import { talliesOf } from '../../domain/figures/index.ts';
import { instantsOf, monthsOf, monthsTo } from '../../domain/figures/period.ts';
import { withoutSmall } from '../../domain/figures/small.ts';
import { dimensions, increments } from '../../domain/figures/tally.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Whistle } from '../../domain/whistle/whistle.ts';
import {
  coordinator,
  gridWorker,
  housing,
  housingLeader,
  office,
  resident,
  system,
  water,
} from '../support/office.ts';
import { at } from '../support/story.ts';
import {
  appealAfter,
  appeals,
  assign,
  blow,
  brief,
  type Did,
  evaluate,
  note,
  taskAfter,
  tasks,
  whistleAfter,
  whistles,
} from './told.ts';

const rules = office.rules.figures;
const of = (counts: Counts) => figuresOf(counts, rules);
const appealIn = ({ state }: { readonly state: Appeal }) => talliesOf('appeal', state, office)[0];

describe('一件诉求怎么算', () => {
  test('还没派单的，只算收到一件、在办一件，期次按提交日', () => {
    expect(appealIn(appealAfter(...appeals.submitted))).toEqual({
      month: '2026-03',
      day: '2026-03-09',
      cells: { all: '-', unit: '-', grid: 'grid-1', matter: 'leak' },
      counts: { appeals: 1, open: 1 },
    });
  });

  test('派了单，算在主办单位名下，期次按派单日，流转一次', () => {
    const tally = appealIn(
      appealAfter(
        '2026-03-31 23:40',
        ...appeals.accepted,
        '2026-04-01 00:10',
        ...appeals.dispatched.slice(2),
      ),
    );
    expect(tally?.month).toBe('2026-04');
    expect(tally?.cells.unit).toBe('housing');
    expect(tally?.counts).toEqual({ appeals: 1, open: 1, dispatched: 1, hops: 1 });
  });

  test('解决了的：按期、一次办结、满意各算一件，时长从派单算到答复', () => {
    const steps = [...appeals.closed];
    const tally = appealIn(appealAfter(...steps.slice(0, 6), '2026-03-10 10:00', ...steps.slice(6)));
    expect(tally?.counts).toMatchObject({
      ...{ dispatched: 1, due: 1, onTime: 1, answered: 1, closed: 1, firstTime: 1, solved: 1, satisfied: 1 },
      ...{ handledMinutes: 1440, workedMinutes: 360 },
    });
    expect(tally?.counts).not.toHaveProperty('open');
  });

  test('没有解决、在重办的：还在办，算重办一件，不算一次办结', () => {
    const counts = appealIn(appealAfter(...appeals.reworking))?.counts ?? {};
    expect(counts).toMatchObject({ open: 1, answered: 1, redone: 1, unsolved: 1, dissatisfied: 1 });
    expect(counts).not.toHaveProperty('closed');
    expect(counts).not.toHaveProperty('firstTime');
  });

  test('本人撤回的，不算该办结', () => {
    expect(appealIn(appealAfter(...appeals.withdrawn))?.counts).toEqual({ appeals: 1 });
  });

  test('本人评的不是代评；工作人员替人提的、替人评的，记下是代评', () => {
    expect(appealIn(appealAfter(...appeals.closed))?.counts).not.toHaveProperty('ratedByStaff');
    const byWorker = appeals.closed.map(([actor, command]) =>
      actor === resident ? ([gridWorker, command] as const) : ([actor, command] as const),
    );
    expect(appealIn(appealAfter(...byWorker))?.counts).toMatchObject({ solved: 1, ratedByStaff: 1 });
  });
});

describe('挂账和销账', () => {
  const { onHold, handedIn } = appeals;
  const again = [coordinator, { type: 'resume', words: '化冻了，开工' }] as const;
  const since = (...steps: readonly Did<Command>[]) => appealIn(appealAfter(...onHold, ...steps))?.counts;
  const finished = [
    again,
    note('housing', 'submitted', 6),
    note('water', 'submitted', 6),
    ...appeals.closed.slice(handedIn.length),
  ];

  test('挂着的：算挂账，没有销账', () => {
    expect(since()).toMatchObject({ held: 1, everHeld: 1 });
    expect(since()).not.toHaveProperty('settled');
  });

  test('恢复办理，还没有办结：不再挂着，也还没有销账', () => {
    expect(since(again)).toMatchObject({ everHeld: 1 });
    for (const name of ['held', 'settled']) expect(since(again)).not.toHaveProperty(name);
  });

  test('恢复办理、答复、结案的，算销账', () => {
    expect(since(...finished)).toMatchObject({ everHeld: 1, settled: 1, closed: 1 });
  });

  test('终止办理的，挂过账，没有销账；本人撤回的，不算挂过账', () => {
    const ended = since([system, { type: 'terminate', basis: '条例第十一条', words: '属于合同纠纷' }]);
    expect(ended).toMatchObject({ everHeld: 1, closed: 1 });
    expect(ended).not.toHaveProperty('settled');
    expect(since([resident, { type: 'withdraw' }])).not.toHaveProperty('everHeld');
  });

  test('没有挂过账的，两样都不算；四件挂过账、三件办结，销账率 75 %；一件都没有，没有销账率', () => {
    for (const name of ['everHeld', 'settled'])
      expect(appealIn(appealAfter(...appeals.closed))?.counts).not.toHaveProperty(name);
    expect(of({ everHeld: 4, settled: 3 }).shares.settling).toBe(0.75);
    expect(of({ closed: 3 }).shares).not.toHaveProperty('settling');
  });
});

describe('三率从哪里来', () => {
  const rated = (part: Partial<Appeal['rating']>, contacted?: 'onTime' | 'late') => {
    const { state } = appealAfter(...appeals.closed);
    const tasks = state.tasks.map((task) => ({ ...task, ...(contacted && { contacted }) }));
    const rating = state.rating && { ...state.rating, ...part };
    return (more: object = {}) => of(appealIn({ state: { ...state, tasks, rating, ...more } })?.counts ?? {});
  };

  test('单位按时联系了，居民没有否认，算响应；居民说没联系，不算', () => {
    expect(rated({}, 'onTime')().raw.response).toBe(1);
    expect(rated({}, 'late')().raw.response).toBe(0);
    expect(rated({})().raw.response).toBeUndefined();
    expect(rated({ contacted: false } as object, 'onTime')().raw.response).toBe(0);
    expect(rated({}, 'onTime')().confirmed).toBe(0);
    expect(rated({ contacted: true } as object, 'onTime')().confirmed).toBe(1);
  });

  test('剔除哪一率，只少哪一率；别的率不动', () => {
    const bad = rated({ solved: 'unsolved', satisfied: 'dissatisfied' }, 'late');
    const left = (...measures: string[]) => {
      const { raw, adjusted, excluded } = bad({ excluded: { measures } });
      expect([raw.response, raw.resolution, raw.satisfaction, excluded]).toEqual([0, 0, 0, 1]);
      return [adjusted.response, adjusted.resolution, adjusted.satisfaction];
    };
    expect(left('response')).toEqual([undefined, 0, 0]);
    expect(left('resolution')).toEqual([0, undefined, 0]);
    expect(left('satisfaction')).toEqual([0, 0, undefined]);
    expect(left('response', 'resolution', 'satisfaction')).toEqual([undefined, undefined, undefined]);
  });

  test('任务带来的消息里有没有按时联系，诉求就记着', () => {
    const [actor, news] = note('housing', 'submitted', 5);
    const { state } = appealAfter(...appeals.inProgress, [actor, { ...news, contacted: 'onTime' }]);
    expect(appealIn({ state })?.counts).toMatchObject({ responseDue: 1, responded: 1 });
  });

  test('网格员自己报的算未诉先办，替人报的不算', () => {
    const [, submit] = appeals.submitted[0] ?? [];
    if (submit?.type !== 'submit') throw new Error('the first step submits');
    const own = appealIn(appealAfter([gridWorker, submit]));
    expect(own?.counts).toMatchObject({ appeals: 1, patrol: 1 });
    const onBehalfOf = { name: '次仁', consent: '老人当面请我代写' };
    expect(appealIn(appealAfter([gridWorker, { ...submit, onBehalfOf }]))?.counts).not.toHaveProperty(
      'patrol',
    );
  });
});

describe('一件任务怎么算', () => {
  const taskIn = ({ state }: { readonly state: Task }) => talliesOf('task', state, office)[0]?.counts;

  test('还没到签收时限的，不算及时也不算不及时', () => {
    expect(taskIn(taskAfter(...tasks.pending))).toEqual({ dispatches: 1 });
  });

  test('按时签收', () => {
    expect(taskIn(taskAfter(...tasks.acknowledged))).toMatchObject({
      acknowledgeDue: 1,
      acknowledgeOnTime: 1,
    });
  });

  test('没有联系过居民就交结果的，记下来', () => {
    const callable = { ...assign, brief: { ...brief, callable: true } };
    const without = taskIn(taskAfter([system, callable], ...tasks.submitted.slice(1)));
    expect(without).toMatchObject({ handedIn: 1, withoutContact: 1, contactDue: 1 });
    expect(without).not.toHaveProperty('contactOnTime');
    const contact = [housing, { type: 'contact', way: 'phone', words: '约好下午去' }] as const;
    const [acknowledge, ...rest] = tasks.submitted.slice(1);
    const called = taskIn(
      taskAfter([system, callable], ...(acknowledge ? [acknowledge] : []), contact, ...rest),
    );
    expect(called).toMatchObject({ handedIn: 1, contactDue: 1, contactOnTime: 1 });
    expect(called).not.toHaveProperty('withoutContact');
  });

  test('隐名、匿名的本来就联系不上，不算没有联系', () => {
    const counts = taskIn(taskAfter(...tasks.submitted));
    for (const name of ['handedIn', 'withoutContact', 'contactDue']) expect(counts).not.toHaveProperty(name);
  });
});

describe('一个月怎么算', () => {
  test('解决率 =（解决 + 0.5 × 部分解决）÷ 有答案的；满意率按 1 · 0.8 · 0.6 · 0', () => {
    const { raw } = of({
      ...{ responseDue: 10, responded: 9, solved: 6, partly: 2, unsolved: 2 },
      ...{ satisfied: 5, basically: 2, neutral: 1, dissatisfied: 2 },
    });
    expect(raw.response).toBe(0.9);
    expect(raw.resolution).toBe(0.7);
    expect(raw.satisfaction).toBeCloseTo(0.72, 10);
    // 0.2 × 0.9 + 0.4 × 0.7 + 0.4 × 0.72
    expect(raw.composite).toBeCloseTo(0.748, 10);
  });

  test('剔除后只少了剔除的那几件', () => {
    const { raw, adjusted, excluded } = of({
      ...{ excluded: 1, solved: 8, unsolved: 2, outUnsolved: 1 },
      ...{ satisfied: 8, dissatisfied: 2, outDissatisfied: 1 },
    });
    expect(excluded).toBe(1);
    expect([raw.resolution, adjusted.resolution]).toEqual([8 / 10, 8 / 9]);
    expect([raw.satisfaction, adjusted.satisfaction]).toEqual([8 / 10, 8 / 9]);
    expect(of({ solved: 8, unsolved: 2 }).adjusted).toEqual(of({ solved: 8, unsolved: 2 }).raw);
  });

  test('什么都没有的月份，什么率都没有，不是 0 也不是 100', () => {
    const { raw, adjusted, shares, accuracy, hops, handled, worked } = of({});
    expect({ raw, adjusted, shares, accuracy, hops, handled, worked }).toEqual({
      raw: {},
      adjusted: {},
      shares: {},
    });
  });

  test('三率缺一，没有综合得分', () => {
    expect(of({ solved: 1, satisfied: 1 }).raw).toEqual({ resolution: 1, satisfaction: 1 });
  });

  test('派单准确率 = 1 − 成立的异议 ÷ 派出次数；平均流转次数 = 派出次数 ÷ 派单件数', () => {
    const { accuracy, hops } = of({ upheld: 1, dispatched: 16, hops: 20 });
    expect([accuracy, hops]).toEqual([0.95, 1.25]);
  });

  test('一年 13 声哨解决 11 声：吹哨解决率 84.6 %', () => {
    const one = (result: number): Whistle => {
      const scores = blow.units.map(({ unit, role }) => {
        return { unit, reportIn: 5, handling: 4, result: role === 'lead' ? result : 5 };
      });
      return whistleAfter(...whistles.delivered, [coordinator, { type: 'evaluate', scores }]).state;
    };
    const year = [...Array(11).fill(4), 2, 1].map(one);
    const counts = year.flatMap((each) => talliesOf('whistle', each, office)).map((each) => each.counts);
    const { shares, whistles: blown } = of(plus({ dispatched: 260 }, total(counts)));
    expect(blown).toBe(13);
    expect(((shares.whistleSolved ?? 0) * 100).toFixed(1)).toBe('84.6');
    expect(shares.whistling).toBe(0.05);
  });

  test('双考核：部门得分记在部门名下；说没必要的部门过半，算无效哨', () => {
    const scored = talliesOf('whistle', whistleAfter(...whistles.evaluated).state, office);
    const housings = scored.find(({ cells }) => cells.unit === 'housing')?.counts ?? {};
    const { reportIn, handling, result } = evaluate.scores[0];
    expect(of(housings).score).toBe((reportIn + handling + result) / 3);
    const judged = (...verdicts: boolean[]) => {
      const steps = verdicts.map((valid, place) => {
        return [place === 0 ? housingLeader : water, { type: 'judge', valid, words: '白跑一趟' }] as const;
      });
      const [blown] = talliesOf('whistle', whistleAfter(...whistles.evaluated, ...steps).state, office);
      return of(blown?.counts ?? {}).shares.whistleInvalid;
    };
    expect(judged()).toBeUndefined();
    expect([judged(true), judged(false), judged(true, false), judged(false, false)]).toEqual([0, 1, 0, 1]);
  });

  test('吹哨率过低、过高都要看', () => {
    expect(whistleAlarm({ dispatched: 1000, whistles: 5 }, rules)).toBe('low');
    expect(whistleAlarm({ dispatched: 100, whistles: 5 }, rules)).toBeUndefined();
    expect(whistleAlarm({ dispatched: 100, whistles: 30 }, rules)).toBe('high');
    expect(whistleAlarm({}, rules)).toBeUndefined();
  });

  test('时长：平均、中位、九成以内', () => {
    // 十件：八件一小时内（共 480 分钟），两件在 24～36 小时（共 3,600 分钟）
    const spread = spreadOf('handled', { handled0: 8, handled6: 2, handledMinutes: 4080 });
    expect(spread?.mean).toBe(408);
    expect(spread?.median).toBe(37.5);
    expect(spread?.p90).toBe(30 * 60);
  });
});

describe('疑点', () => {
  const flags = (counts: Counts) => flagsOf(counts, rules).map(({ doubt }) => doubt);

  test('占比超过一成的才提示', () => {
    expect(flags({ handedIn: 10, withoutContact: 1 })).toEqual([]);
    expect(flags({ handedIn: 10, withoutContact: 2 })).toEqual(['withoutContact']);
    expect(flags({ closed: 4, quick: 1, satisfied: 4, ratedByStaff: 1 })).toEqual(['quick', 'ratedByStaff']);
    expect(flags({ dispatched: 10, excluded: 2 })).toEqual(['excluded']);
  });

  test('三件以上答复与别件一字不差', () => {
    expect(flags({ answered: 100, copied: 2 })).toEqual([]);
    expect(flags({ answered: 100, copied: 3 })).toEqual(['copied']);
  });
});

describe('公开时件数太少的不显示', () => {
  const shown = (...numbers: number[]) => {
    const { cells, sumToo } = withoutSmall(numbers, (each) => each, 5);
    return [cells.map(({ number }) => number ?? '—').join(' '), sumToo];
  };

  test('没有太少的，都显示', () => {
    expect(shown(20, 5, 0)).toEqual(['20 5 0', true]);
  });

  test('只有一格太少，再藏一格，免得用总数减出来', () => {
    expect(shown(20, 3, 9)).toEqual(['20 — —', true]);
  });

  test('藏起来的合计太小，一看就知道各是多少，也再藏一格', () => {
    expect(shown(20, 1, 1)).toEqual(['— — —', true]);
    expect(shown(20, 9, 1, 1)).toEqual(['20 — — —', true]);
  });

  test('全都太少，连总数也不显示', () => {
    expect(shown(1, 1)).toEqual(['— —', false]);
    expect(shown(3)).toEqual(['—', false]);
  });
});

describe('期次', () => {
  test('一年十二个月，跨年往回数', () => {
    expect(monthsOf('2026')).toHaveLength(12);
    expect(monthsOf('2026-02')).toEqual(['2026-02']);
    expect(monthsTo('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });

  test('十二月到元旦零点为止（北京时间）', () => {
    expect(instantsOf('2026-12')).toEqual({ gte: at('2026-12-01 00:00'), lt: at('2027-01-01 00:00') });
  });
});

describe('合得上', () => {
  const name = (...parts: readonly (string | undefined)[]) => parts.join('.');
  const states = [
    ...Object.values(appeals)
      .filter((steps) => steps.length > 0)
      .flatMap((steps) => talliesOf('appeal', appealAfter(...steps).state, office)),
    ...talliesOf('task', taskAfter(...tasks.accepted).state, office),
    ...talliesOf('whistle', whistleAfter(...whistles.delivered).state, office),
  ];

  test('每个口径各格相加都等于全街道', () => {
    const all = states.flatMap((tally) => increments([], [tally]));
    const sums = dimensions.map((by) =>
      total(all.filter((each) => each.by === by && !each.day).map(({ counts }) => withoutBuckets(counts))),
    );
    for (const sum of sums) expect(sum).toEqual(sums[0]);
  });

  test.each(['all', 'grid', 'matter'] as const)('%s：一个月各天相加等于这个月', (by) => {
    const all = states.flatMap((tally) => increments([], [tally])).filter((each) => each.by === by);
    const sum = (days: boolean) =>
      total(
        all.filter(({ day }) => (day !== undefined) === days).map(({ counts }) => withoutBuckets(counts)),
      );
    expect(sum(true)).toEqual(sum(false));
  });

  test('从一种情形到另一种，增量正好补上两者之差', () => {
    for (const before of states)
      for (const after of states) {
        const changed = new Map<string, Counts>();
        for (const { month, by, key, day, counts } of [
          ...increments([], [before]),
          ...increments([before], [after]),
        ])
          changed.set(name(month, by, key, day), plus(changed.get(name(month, by, key, day)) ?? {}, counts));
        const left = [...changed].filter(([, counts]) => Object.keys(counts).length > 0);
        expect(Object.fromEntries(left)).toEqual(
          Object.fromEntries(
            increments([], [after]).map(({ month, by, key, day, counts }) => [
              name(month, by, key, day),
              counts,
            ]),
          ),
        );
      }
  });
});
