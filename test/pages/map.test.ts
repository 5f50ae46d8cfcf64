import type { Grid, MapItem } from '../../domain/client.ts';
import { clustersOf } from '../../miniprogram/coordinator/pages/map/clusters.ts';
import {
  chosenOf,
  cornersOf,
  countsOf,
  gridRows,
  inGrid,
  markersOf,
  timed,
} from '../../miniprogram/coordinator/pages/map/map-shown.ts';
import { copyOf } from '../../miniprogram/lib/copy.ts';
import { pickUpPhone } from '../support/phone.ts';
import { at } from '../support/story.ts';

beforeEach(() => {
  pickUpPhone();
});

const now = at('2026-03-09 10:00');
const words = () => ({ map: copyOf('map'), urgency: copyOf('urgency') });
const square = (lng: number, lat: number) => [
  { lng, lat },
  { lng: lng + 0.01, lat },
  { lng: lng + 0.01, lat: lat + 0.01 },
];
const grids: readonly Grid[] = [
  { id: 'one', zh: '一号网格', community: 'east', outline: square(91, 29) },
  { id: 'two', zh: '二号网格', community: 'east', outline: square(91.02, 29.01) },
];
const item = (number: number, more: Partial<MapItem>): MapItem => {
  return { id: `appeal-${number}`, number: `JSJB-${number}`, status: 'inProgress', zh: '屋顶漏水', ...more };
};

const four = [
  item(1, { grid: 'one', point: { lng: 91.001, lat: 29.001 }, dueAt: at('2026-03-20 10:00') }),
  item(2, { grid: 'one', point: { lng: 91.001, lat: 29.0011 }, dueAt: at('2026-03-09 09:00') }),
  item(3, { grid: 'two', point: { lng: 91.021, lat: 29.011 }, dueAt: at('2026-03-09 18:00') }),
  item(4, { status: 'awaitingRating' }),
];

describe('诉求地图', () => {
  test('挨着的并成一个，用最急的那件的样子，写明几件；放大以后分开', () => {
    const marks = (scale: number) =>
      markersOf(clustersOf(timed(four, now, words()), scale, 56), 44, words()).map(
        ({ iconPath, title, label }) => [iconPath.split('/').pop(), title, label !== undefined],
      );
    expect(marks(14)).toEqual([
      ['late.png', '这里，▲ 1 件超时，● 1 件还早', true],
      ['today.png', '屋顶漏水，◆ 1 件今天到期', false],
    ]);
    expect(marks(20)).toEqual([
      ['late.png', '屋顶漏水，▲ 1 件超时', false],
      ['today.png', '屋顶漏水，◆ 1 件今天到期', false],
      ['later.png', '屋顶漏水，● 1 件还早', false],
    ]);
  });

  test('总数和各网格的数：颜色之外有记号有字；没有地点的也数得到', () => {
    const items = timed(four, now, words());
    expect(countsOf(items, words()).map((each) => each.words)).toEqual([
      '▲ 1 件超时',
      '◆ 1 件今天到期',
      '● 1 件还早',
      '○ 1 件等居民',
    ]);
    expect(gridRows(items, grids, words()).map(({ spoken }) => spoken)).toEqual([
      '一号网格，▲ 1 件超时，● 1 件还早',
      '二号网格，◆ 1 件今天到期',
      '没有定网格，○ 1 件等居民',
    ]);
  });

  test('点一个网格，列出那里的，最急的在前；太多的列二十件，写明还有几件', () => {
    const items = timed(four, now, words());
    const { title, rows, rest } = chosenOf('一号网格', inGrid(items, 'one'), now, words());
    expect([title, rest]).toEqual(['一号网格', '']);
    expect(rows.map(({ number, mark, left }) => [number, mark, left])).toEqual([
      ['JSJB-2', '▲', '超时 1 小时'],
      ['JSJB-1', '●', '还剩 11 天'],
    ]);
    const many = timed(
      Array.from({ length: 25 }, (_, place) => item(place, { grid: 'one' })),
      now,
      words(),
    );
    const long = chosenOf('一号网格', many, now, words());
    expect(long.rows).toHaveLength(20);
    expect(long.rest).toBe('还有 5 件，请到受理里看');
  });

  test('地图照网格的四至摆', () => {
    expect(cornersOf(grids)).toEqual([
      { latitude: 29, longitude: 91 },
      { latitude: 29.02, longitude: 91.03 },
    ]);
  });

  test('五百件都散开，一次画的也不到 64 KB；每两个标记都离得开手指', () => {
    const spread = Array.from({ length: 500 }, (_, place) =>
      item(place, { point: { lng: 91 + (place % 25) * 0.004, lat: 29 + Math.floor(place / 25) * 0.004 } }),
    );
    for (const scale of [10, 14, 17, 20]) {
      const clusters = clustersOf(timed(spread, now, words()), scale, 56);
      expect(clusters.reduce((sum, { items }) => sum + items.length, 0)).toBe(500);
      const drawn = JSON.stringify({ markers: markersOf(clusters, 44, words()) });
      expect(Buffer.byteLength(drawn)).toBeLessThan(64 * 1024);
      const pixel = 360 / (256 * 2 ** scale);
      for (const [place, { at: one }] of clusters.entries())
        for (const { at: other } of clusters.slice(place + 1)) {
          const across = Math.abs(one.lng - other.lng) / pixel;
          const along = Math.abs(one.lat - other.lat) / pixel / Math.cos((one.lat * Math.PI) / 180);
          expect(Math.max(across, along)).toBeGreaterThan(55);
        }
    }
  });
});
