import type { Phone } from '../support/handset.ts';
import { drag, hold, middleOf } from './gesture.ts';
import { modes, setFixture } from './stage.ts';
import { forget, hears, log, look, press, story } from './within.ts';

const fixture = setFixture();

describe.each(modes)('events by %s', (mode) => {
  const open = () => fixture.phone('/pages/events/events', mode);
  const taps = async (phone: Phone) => (await story(phone)).filter((at) => / tap$/.test(at));

  it('a tap goes down, then up, with marks and data sets', async () => {
    const phone = await open();
    await press(phone, 'inner');
    await hears(phone, 'inner tap');
    expect(await taps(phone)).toEqual(['outer tap', 'inner tap', 'middle tap', 'outer tap']);
    const middle = await hears(phone, 'middle tap');
    expect(middle.dataset).toEqual({ userName: { given: '梅' } });
    expect(middle.mark).toEqual({ outer: '1', inner: '2' });
    expect(middle.target).toBe('inner');
    expect(middle.detail).toEqual({ x: expect.any(Number), y: expect.any(Number) });
  });

  it('catch stops it on its way up, capture-catch on its way down', async () => {
    const phone = await open();
    await press(phone, 'catching');
    await press(phone, 'never');
    await press(phone, 'first');
    await hears(phone, 'first tap');
    expect(await taps(phone)).toEqual(['outer tap', 'catching tap', 'shut tap', 'first tap']);
  });

  it('a long press is no tap where somebody waits for it', async () => {
    const phone = await open();
    await hold(phone, mode, await middleOf(phone, 'pressing'), () => hears(phone, 'pressing longpress'));
    await press(phone, 'catching');
    await hears(phone, 'catching tap');
    expect(await taps(phone)).toEqual(['outer tap', 'catching tap']);
  });

  it('a drag is touches and no tap', async () => {
    const phone = await open();
    const { x, y } = await middleOf(phone, 'moving');
    await drag(phone, mode, { x, y }, { x: x + 20, y }, { x: x + 60, y });
    await hears(phone, 'moving touchend');
    await press(phone, 'catching');
    await hears(phone, 'catching tap');
    const heard = await story(phone);
    expect(heard.filter((at) => at.startsWith('moving')).at(0)).toBe('moving touchstart');
    expect(heard).toContain('moving touchmove');
    expect(heard).not.toContain('moving tap');
  });

  it('shows hover-class while it is pressed', async () => {
    const phone = await open();
    await hold(phone, mode, await middleOf(phone, 'hover'), async () => {
      await phone.page.waitForSelector('.pressed#hover');
      expect(await look(phone, 'hover', 'background-color')).toBe('rgb(9, 9, 9)');
    });
    await phone.page.waitForSelector('#hover:not(.pressed)');
  });
});

it('nothing is heard twice when the browser repeats a touch as a mouse', async () => {
  const phone = await fixture.phone('/pages/events/events', 'touch');
  await press(phone, 'moving');
  await hears(phone, 'moving tap');
  await press(phone, 'moving');
  await forget(phone);
  await press(phone, 'moving');
  await hears(phone, 'moving tap');
  expect((await log(phone)).map(({ at }) => at).filter((at) => at.startsWith('moving'))).toEqual([
    'moving touchstart',
    'moving touchend',
    'moving tap',
  ]);
});
