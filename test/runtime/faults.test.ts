/// <reference lib="dom" />
import { setFixture } from './stage.ts';
import { call, press, reads, setData } from './within.ts';

const fixture = setFixture();
const events = () => fixture.phone('/pages/events/events');

/** What App.onError heard. */
function appErrors(phone: Awaited<ReturnType<typeof events>>): Promise<string[]> {
  return phone.page.evaluate(() => {
    const { getApp } = window as unknown as { getApp(): { globalData: { errors: string[] } } };
    return getApp().globalData.errors;
  });
}

it('a call of wx that is not provided throws its name and is remembered', async () => {
  const phone = await events();
  expect(await call(phone, 'scanCode', {})).toBe('wx.scanCode is not provided by the browser runtime');
  expect(await phone.drop()).toEqual(['tester: wx.scanCode is missing']);
});

it('setData of more than 64 KB, or of undefined, is reported with its page', async () => {
  const phone = await fixture.phone('/pages/home/home');
  await setData(phone, { name: 'x'.repeat(65_000) });
  expect(await phone.drop()).toEqual([]);
  const other = await fixture.phone('/pages/home/home');
  await setData(other, { name: 'x'.repeat(65_600) });
  await other.page.evaluate(() => {
    const { getCurrentPages } = window as unknown as { getCurrentPages(): { setData(data: object): void }[] };
    getCurrentPages().at(-1)?.setData({ name: undefined });
  });
  expect((await other.drop()).slice(0, 2)).toEqual([
    'tester: error: setData in pages/home/home: 65611 characters is over 65536',
    'tester: error: setData in pages/home/home: name is undefined',
  ]);
});

it.each([
  ['breaks', 'broken in a handler'],
  ['later', 'broken later'],
  ['promised', 'broken promise'],
])('an error nobody catches reaches the console and the app: %s', async (id, message) => {
  const phone = await events();
  await press(phone, id);
  await phone.page.waitForFunction(() => {
    const { getApp } = window as unknown as { getApp(): { globalData: { errors: string[] } } };
    return getApp().globalData.errors.length > 0;
  });
  expect(await appErrors(phone)).toEqual([expect.stringContaining(message)]);
  const complaints = await phone.drop();
  expect(complaints).toEqual([expect.stringContaining(message)]);
});

it('a page that breaks while it loads is shown all the same, and heard of', async () => {
  const phone = await fixture.phone('/pages/events/events?broken=1');
  await reads(phone, 'inner', '冒泡');
  expect(await phone.drop()).toEqual([expect.stringContaining('broken in onLoad')]);
});

it('a property that takes no such value is named', async () => {
  const phone = await fixture.phone('/pages/home/home');
  await setData(phone, { size: 5 });
  expect(await phone.drop()).toEqual([expect.stringMatching(/^tester: warning: property "size" received/)]);
});

it('a built-in that sets attributes of itself does not go round for ever', async () => {
  const phone = await fixture.phone('/pages/show/show');
  const updates = await phone.page.$eval('#progress', async (element) => {
    let count = 0;
    const watcher = new MutationObserver((changes) => {
      count += changes.length;
    });
    watcher.observe(element, { attributes: true });
    element.setAttribute('percent', '50');
    await new Promise((done) => window.requestAnimationFrame(() => window.requestAnimationFrame(done)));
    return count;
  });
  expect(updates).toBeLessThan(4);
});
