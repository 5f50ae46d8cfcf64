import type { FiguresPage, PublicFigures, Trend } from '../../domain/client.ts';
import { figuresOf } from '../../domain/figures/figures.ts';
import { defaultRules } from '../../domain/office/defaults.ts';
import { contentOf as figuresContent } from '../../miniprogram/coordinator/pages/figures/content.ts';
import { contentOf as trendContent } from '../../miniprogram/coordinator/pages/trend/content.ts';
import { copyOf } from '../../miniprogram/lib/copy.ts';
import { monthBars, percent, rateRows } from '../../miniprogram/lib/figures-shown.ts';
import { moved, periodZh, turned } from '../../miniprogram/lib/period.ts';
import { contentOf as homeContent } from '../../miniprogram/pages/home/content.ts';
import { contentOf } from '../../miniprogram/pages/public/content.ts';
import { pickUpPhone } from '../support/phone.ts';

beforeEach(() => {
  pickUpPhone();
});

const open: PublicFigures = {
  month: '2026-11',
  appeals: 120,
  closed: 90,
  onTime: 0.846,
  rates: { resolution: 0.9 },
  groups: [{ zh: '市容环境', appeals: 100 }, { zh: '水电气暖', appeals: 50 }, { zh: '住房' }, { zh: '交通' }],
  smallest: 5,
};

describe('率', () => {
  test('没有分母的是一横，不是 0%', () => {
    expect(percent(undefined)).toBe('—');
    expect(percent(0)).toBe('0.0%');
    expect(percent(11 / 13)).toBe('84.6%');
  });

  test('两栏并排，不一样的看得出来', () => {
    const rows = rateRows({ response: 0.9, resolution: 0.8 }, { response: 0.9, resolution: 0.85 });
    expect(rows.map(({ zh, one, other, differs }) => [zh, one, other, differs])).toEqual([
      ['响应率', '90.0%', '90.0%', false],
      ['解决率', '80.0%', '85.0%', true],
      ['满意率', '—', '—', false],
      ['综合', '—', '—', false],
    ]);
  });
});

describe('公开数据', () => {
  test('数字大，太少的说“少量”，不说是几', () => {
    const { numbers, rates, bars, left } = contentOf(open, copyOf('public'));
    expect(numbers.map(({ zh, value }) => [zh, value])).toEqual([
      ['收到诉求', '120'],
      ['已结案', '90'],
      ['按期办结率', '84.6%'],
      ['吹哨', '少量'],
    ]);
    expect(rates.map(({ value }) => value)).toEqual(['—', '90.0%', '—']);
    expect(bars.map(({ zh, value, width }) => [zh, value, width])).toEqual([
      ['市容环境', '100', 100],
      ['水电气暖', '50', 50],
    ]);
    expect(left).toBe('还有 2 类件数太少，不显示，免得看出是谁');
  });

  test('首页有这个月的三个数；还没有数时不占地方', () => {
    const known = { office: undefined, me: undefined, mine: undefined };
    const shown = (figures: PublicFigures | undefined) =>
      homeContent({ ...known, figures }, copyOf('home'), 0).figures.map(({ zh }) => zh);
    expect(shown(open)).toEqual(['收到诉求', '已结案', '按期办结率']);
    expect(shown(undefined)).toEqual([]);
  });
});

describe('趋势', () => {
  const months = ['2026-09', '2026-10', '2026-11'].map((month, place) => ({
    month,
    appeals: place * 10,
    whistles: 0,
  }));

  test('从有诉求的那个月画起，最长的占满', () => {
    expect(monthBars(months).map(({ zh, value, width }) => [zh, value, width])).toEqual([
      ['10月', '10', 50],
      ['11月', '20', 100],
    ]);
  });
});

describe('研判', () => {
  const counts = { appeals: 20, open: 4, dispatched: 16, closed: 12, everHeld: 4, settled: 3, handedIn: 12 };
  const rules = defaultRules.figures;
  const page = (flags: FiguresPage['flags']): FiguresPage => {
    return { whole: figuresOf(counts, rules), months: [], rows: [], flags, rules, departments: 0 };
  };
  const shown = (...flags: FiguresPage['flags']) => figuresContent(page(flags), copyOf('figures'));

  test('先说几件，再说质量、流程、时长；销账率四件里三件', () => {
    const { totals, handling } = shown();
    expect(totals.map(({ zh, value }) => [zh, value])).toEqual([
      ['诉求', '20'],
      ['在办', '4'],
      ['结案', '12'],
    ]);
    expect(handling.map(({ zh }) => zh)).toEqual(['质量', '流程', '时长']);
    expect(handling[0]?.numbers.find(({ zh }) => zh === '销账率')?.value).toBe('75.0%');
  });

  test('疑点写明几件里有几件、过了什么线才列出来', () => {
    const { flags, limits } = shown({
      doubt: 'withoutContact',
      unit: 'housing',
      zh: '住建局',
      count: 3,
      of: 12,
    });
    expect(flags.map(({ zh, doubt, among, count }) => [zh, doubt, among, count])).toEqual([
      ['住建局', '没有联系居民就交结果', '12 件里有', '3'],
    ]);
    expect(limits).toBe('占比超过 10%、同样的答复有 3 件以上的列在这里；“几分钟”是 10 分钟以内');
    expect(shown().flags).toEqual([]);
  });
});

describe('走势', () => {
  const moment = (at: string, appeals: number, onTime?: number) => {
    return { at, appeals, closed: 0, raw: {}, adjusted: {}, ...(onTime !== undefined && { onTime }) };
  };
  const trend: Trend = {
    zh: '一号网格',
    whole: { appeals: 5, closed: 2, onTime: 0.5, raw: { resolution: 0.5 }, adjusted: { resolution: 1 } },
    moments: [moment('2026-11-01', 4, 0.25), moment('2026-11-02', 0), moment('2026-11-03', 1, 0)],
  };
  const shown = () => trendContent(trend, copyOf('figures'));
  const chart = (key: string) => shown().charts.find((each) => each.key === key);

  test('件数：最多的一天占满，没有的一天是零', () => {
    expect(chart('appeals')).toMatchObject({ zh: '诉求', value: '5', unit: '件', rate: false });
    expect(chart('appeals')?.columns.map(({ spoken, height, kind }) => [spoken, height, kind])).toEqual([
      ['11月1日 4 件', 100, 'some'],
      ['11月2日 0 件', 0, 'zero'],
      ['11月3日 1 件', 25, 'some'],
    ]);
  });

  test('率：顶上是百分之百；0 和没有分母是两回事，读得出来也看得出来', () => {
    expect(chart('onTime')?.columns.map(({ spoken, height, kind }) => [spoken, height, kind])).toEqual([
      ['11月1日 25.0%', 25, 'some'],
      ['11月2日 —', 0, 'none'],
      ['11月3日 0.0%', 0, 'zero'],
    ]);
  });

  test('原始与剔除后不一样的，两个都写明', () => {
    expect(chart('resolution')).toMatchObject({ value: '50.0%', note: '原始 50.0% · 剔除后 100.0%' });
    expect(chart('response')).toMatchObject({ value: '—', note: '' });
  });

  test('明细里是同样的数，新的在前，没有诉求的不列；两头写明从哪天到哪天', () => {
    const { from, to, lines } = shown();
    expect([from, to]).toEqual(['11月1日', '11月3日']);
    expect(lines.map(({ zh, counts, rates }) => [zh, counts, rates])).toEqual([
      ['11月3日', '诉求 1 件 · 结案 0 件', '按期办结率 0.0%'],
      ['11月1日', '诉求 4 件 · 结案 0 件', '按期办结率 25.0%'],
    ]);
  });
});

describe('期次', () => {
  test('往前往后，跨年也对；月和年换着看', () => {
    expect([moved('2026-01', -1), moved('2026-12', 1), moved('2026', -1)]).toEqual([
      '2025-12',
      '2027-01',
      '2025',
    ]);
    expect(turned('2025-03')).toBe('2025');
    expect(turned('2020')).toBe('2020-12');
    expect([periodZh('2026-03'), periodZh('2026')]).toEqual(['2026年3月', '2026年']);
  });
});
