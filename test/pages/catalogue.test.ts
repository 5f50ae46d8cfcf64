import type { CatalogueShown } from '../../domain/client.ts';
import { rowsFound } from '../../miniprogram/coordinator/pages/catalogue/catalogue-rows.ts';
import { copyOf } from '../../miniprogram/lib/copy.ts';
import { pickUpPhone } from '../support/phone.ts';

beforeEach(() => {
  pickUpPhone();
});

type Matter = CatalogueShown['rows'][number];

function matter(id: string, zh: string, part: Partial<Matter> = {}): Matter {
  return {
    id,
    zh,
    group: '城市管理',
    lead: 'urban',
    assists: [],
    tier: 'T3',
    kind: 'help',
    words: [zh],
    ...part,
  };
}

const shown: CatalogueShown = {
  ...{ version: '1', today: '2026-11-20', automatic: {}, lines: [] },
  rows: [
    matter('lamp', '路灯不亮', { until: '2026-11-30', successor: 'cover' }),
    matter('cover', '井盖缺失'),
    matter('noise', '广场噪声', { until: '2026-12-31' }),
  ],
  planned: [matter('tree', '树木倒伏', { from: '2026-12-01' })],
};
const known = { units: [], grids: [] };

test('将要施行的写从哪天起，停用的写用到哪天，别的什么也不写', () => {
  const marks = rowsFound(shown, known, '', copyOf('catalogue')).map(({ id, mark }) => [id, mark]);
  expect(marks).toEqual([
    ['tree', '2026-12-01 起'],
    ['lamp', '用到 2026-11-30'],
    ['cover', ''],
    ['noise', '用到 2026-12-31'],
  ]);
});

test('停用的事项，打开写着用到哪天、以后归入哪个', async () => {
  const { besideOf } = await import('../../miniprogram/coordinator/pages/matter/matter-shown.ts');
  const ends = (id: string) => {
    const row = shown.rows.find((each) => each.id === id);
    return row && besideOf(row, shown, known, copyOf('matter')).ends;
  };
  expect(ends('lamp')).toBe('用到 2026-11-30，以后归入“井盖缺失”');
  expect(ends('noise')).toBe('用到 2026-12-31');
  expect(ends('cover')).toBe('');
});
