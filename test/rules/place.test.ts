import { placed } from '../../domain/appeal/place.ts';
import { demoMessages } from '../../local/office/messages.ts';
import { demoOffice } from '../../local/office/office.ts';

describe('诉求的网格', () => {
  test('点落在哪个网格里，就是哪个网格，写错了也以点为准', () => {
    for (const { place } of demoMessages) {
      expect(placed({ ...place, grid: 'grid-muchang' }, demoOffice)?.grid).toBe(place.grid);
    }
  });

  test('没有点，以写明的网格为准；没有这个网格就不记', () => {
    expect(placed({ address: '水磨巷', grid: 'grid-shuimo' }, demoOffice)?.grid).toBe('grid-shuimo');
    expect(placed({ address: '水磨巷', grid: 'grid-nowhere' }, demoOffice)?.grid).toBeUndefined();
  });

  test('街道外面的点不属于任何网格', () => {
    expect(placed({ point: { lng: 116.4, lat: 39.9 } }, demoOffice)?.grid).toBeUndefined();
  });

  test('地图上有一块画错了，诉求照样收得进来', () => {
    const wrong = { id: 'wrong', zh: '画错的', community: 'x', outline: [] };
    const office = { ...demoOffice, grids: [wrong, ...demoOffice.grids] };
    const point = demoMessages[0]?.place.point;
    expect(placed(point && { point }, office)?.grid).toBe(demoMessages[0]?.place.grid);
  });
});
