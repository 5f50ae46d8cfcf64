/// <reference lib="dom" />
import type { Phone } from '../support/handset.ts';
import { drag, middleOf } from './gesture.ts';
import { modes, setFixture } from './stage.ts';
import { call, forget, hears, setData, story } from './within.ts';

const fixture = setFixture();

describe.each(modes)('a map by %s', (mode) => {
  const open = () => fixture.phone('/pages/map/map', mode);
  const tapAt = (phone: Phone, x: number, y: number) =>
    mode === 'touch' ? phone.page.touchscreen.tap(x, y) : phone.page.mouse.click(x, y);

  it('a tap says where on earth, a tap on a marker says which', async () => {
    const phone = await open();
    const { x, y } = await middleOf(phone, 'map');
    await tapAt(phone, x - 80, y + 60);
    const { latitude, longitude } = (await hears(phone, 'map tap')).detail as Record<string, number>;
    expect(longitude).toBeGreaterThan(101.77);
    expect(longitude).toBeLessThan(101.78);
    expect(latitude).toBeGreaterThan(36.61);
    expect(latitude).toBeLessThan(36.62);
    await forget(phone);
    await tapAt(phone, x, y - 10);
    expect((await hears(phone, 'map markertap')).detail).toEqual({ markerId: 7 });
    expect(await story(phone)).not.toContain('map tap');
  });

  it('a drag moves it, and is neither a tap nor a pull of the page', async () => {
    const phone = await open();
    const { x, y } = await middleOf(phone, 'map');
    await forget(phone);
    await drag(phone, mode, { x: x - 60, y: y - 60 }, { x: x - 60, y: y - 20 }, { x: x - 60, y: y + 80 });
    const { detail } = await hears(phone, 'map regionchange', { detail: { type: 'end', causedBy: 'drag' } });
    const { centerLocation } = detail as { centerLocation: { latitude: number; longitude: number } };
    expect(centerLocation.latitude).toBeGreaterThan(36.62);
    expect(centerLocation.longitude).toBeCloseTo(101.78, 3);
    expect(await story(phone)).not.toContain('map tap');
    expect(await story(phone)).not.toContain('map pulled');
  });

  it('its buttons make it larger and smaller', async () => {
    const phone = await open();
    await phone.tap('放大');
    await hears(phone, 'map regionchange', { detail: { type: 'end', scale: 16, causedBy: 'scale' } });
    await phone.tap('缩小');
    await hears(phone, 'map regionchange', { detail: { type: 'end', scale: 15, causedBy: 'scale' } });
  });

  it('a place is chosen in the middle of the map and named by its grid', async () => {
    const phone = await open();
    const chosen = call(phone, 'chooseLocation', { latitude: 36.5, longitude: 101.5 });
    await phone.see('选择位置', '一号网格');
    await phone.type('地点', '幸福路口');
    await phone.tap('确定');
    expect(await chosen).toEqual({
      errMsg: 'chooseLocation:ok',
      name: '幸福路口',
      address: '幸福路口',
      latitude: 36.5,
      longitude: 101.5,
    });
    const given = call(phone, 'chooseLocation', {});
    await phone.tap('取消');
    expect(await given).toEqual({ errMsg: 'chooseLocation:fail cancel' });
  });
});

it('draws polygons, circles and markers, and draws them anew', async () => {
  const phone = await fixture.phone('/pages/map/map');
  const drawn = (selector: string) =>
    phone.page.$$eval(`#map .leaflet-map-pane ${selector}`, (all) => all.length);
  expect([
    await drawn('.leaflet-overlay-pane path[stroke="#ff0000"]'),
    await drawn('.leaflet-overlay-pane path'),
    await drawn('.ow-marker'),
  ]).toEqual([1, 2, 1]);
  expect(await phone.page.$eval('#map .ow-marker', (marker) => marker.getAttribute('aria-label'))).toBe(
    '井盖',
  );
  await setData(phone, { polygons: [], markers: [{ id: 1, latitude: 36.6, longitude: 101.7 }] });
  await phone.page.waitForFunction(
    () => document.querySelectorAll('.leaflet-overlay-pane path').length === 1,
  );
  expect([await drawn('.leaflet-overlay-pane path'), await drawn('.ow-marker')]).toEqual([1, 1]);
  const label = { content: '12', fontSize: 16, bgColor: '#ffffff' };
  const centred = {
    id: 2,
    latitude: 36.62,
    longitude: 101.78,
    width: 44,
    height: 44,
    anchor: { x: 0.5, y: 0.5 },
  };
  await setData(phone, { markers: [{ ...centred, label }] });
  await phone.see('12');
  expect(
    await phone.page.$eval('#map .ow-marker', ({ style: { marginLeft, marginTop } }) => [
      marginLeft,
      marginTop,
    ]),
  ).toEqual(['-22px', '-22px']);
  expect(await phone.page.$eval('#map .ow-marker-label', (tag) => getComputedStyle(tag).fontSize)).toBe(
    '16px',
  );
  await setData(phone, { latitude: 36.7 });
  await hears(phone, 'map regionchange', {
    detail: { type: 'end', causedBy: 'update', centerLocation: { longitude: 101.78 } },
  });
});
