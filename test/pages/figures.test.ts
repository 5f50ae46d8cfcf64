import type { PublicFigures } from '../../domain/client.ts';
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
