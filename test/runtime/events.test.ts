import type { Phone } from '../support/browser.ts';
import { modes, setFixture } from './stage.ts';
import { forget, hears, log, look, press, story, the } from './within.ts';

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
    const { x, y } = await middleOf(phone, 'pressing');
    if (mode === 'mouse') {
      await phone.page.mouse.move(x, y);
      await phone.page.mouse.down();
      await hears(phone, 'pressing longpress');
      await phone.page.mouse.up();
    } else {
      const finger = await phone.page.context().newCDPSession(phone.page);
      await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      await hears(phone, 'pressing longpress');
      await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    }
    await press(phone, 'catching');
    await hears(phone, 'catching tap');
    expect(await taps(phone)).toEqual(['outer tap', 'catching tap']);
  });

  it('a drag is touches and no tap', async () => {
    const phone = await open();
    await drag(phone, 'moving', mode);
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
    const { x, y } = await middleOf(phone, 'hover');
    if (mode === 'touch') return;
    await phone.page.mouse.move(x, y);
    await phone.page.mouse.down();
    await phone.page.waitForSelector('.pressed#hover');
    expect(await look(phone, 'hover', 'background-color')).toBe('rgb(9, 9, 9)');
    await phone.page.mouse.up();
    await phone.page.waitForSelector('#hover:not(.pressed)');
  });
});

it('nothing is heard twice when the browser repeats a touch as a mouse', async () => {
  const phone = await fixture.phone('/pages/events/events', 'touch');
  await press(phone, 'moving');
  await hears(phone, 'moving tap');
  await press(phone, 'moving');
  await phone.page.waitForFunction(() => true);
  await forget(phone);
  await press(phone, 'moving');
  await hears(phone, 'moving tap');
  expect((await log(phone)).map(({ at }) => at).filter((at) => at.startsWith('moving'))).toEqual([
    'moving touchstart',
    'moving touchend',
    'moving tap',
  ]);
});

async function middleOf(phone: Phone, id: string): Promise<{ x: number; y: number }> {
  const box = await (await the(phone, id)).boundingBox();
  if (box === null) throw new Error(`${id} is not there`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(phone: Phone, id: string, mode: string): Promise<void> {
  const { x, y } = await middleOf(phone, id);
  if (mode === 'mouse') {
    await phone.page.mouse.move(x, y);
    await phone.page.mouse.down();
    await phone.page.mouse.move(x + 60, y, { steps: 3 });
    return phone.page.mouse.up();
  }
  const finger = await phone.page.context().newCDPSession(phone.page);
  const at = (type: 'touchStart' | 'touchMove' | 'touchEnd', left?: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: left === undefined ? [] : [{ x: left, y }],
    });
  await at('touchStart', x);
  await at('touchMove', x + 20);
  await at('touchMove', x + 60);
  await at('touchEnd');
}
