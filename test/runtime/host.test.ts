/// <reference lib="dom" />
import { setFixture } from './stage.ts';
import { call, routes } from './within.ts';

const fixture = setFixture();
const home = '/pages/home/home';

it('on a phone it fills the screen and lets one change the person', async () => {
  const phone = await fixture.phone(home);
  const select = await phone.page.waitForSelector('[aria-label="换一个人"]');
  expect(await select.$$eval('option', (all) => all.map(({ textContent }) => textContent))).toEqual([
    '甲　试验',
    '乙　试验',
  ]);
  await select.selectOption('other');
  await phone.page.waitForURL(/person=other/);
  await phone.see('高');
});

it('on a desk the phone stands in a frame of 375 pixels', async () => {
  const phone = await fixture.phone(home);
  await phone.page.setViewportSize({ width: 1200, height: 900 });
  await phone.page.reload();
  const frame = await phone.page.waitForSelector('iframe');
  const inside = await frame.contentFrame();
  await inside?.waitForSelector('.ow-frame:not([hidden])');
  expect(await inside?.evaluate(() => window.innerWidth)).toBe(375);
  await phone.page.selectOption('select', 'other');
  await phone.page.waitForFunction(() => document.querySelector('iframe')?.src.includes('person=other'));
});

it('colours follow the theme', async () => {
  const phone = await fixture.phone(home);
  const ground = () => phone.page.$eval('.ow-nav', (bar) => window.getComputedStyle(bar).backgroundColor);
  expect(await ground()).toBe('rgb(255, 255, 255)');
  await phone.page.emulateMedia({ colorScheme: 'dark' });
  await phone.page.waitForFunction(() => {
    const bar = document.querySelector('.ow-nav');
    return bar !== null && window.getComputedStyle(bar).backgroundColor === 'rgb(16, 16, 16)';
  });
  expect(await call(phone, 'getAppBaseInfo')).toMatchObject({ theme: 'dark' });
});

it('an address of no page leads home', async () => {
  const phone = await fixture.phone('/pages/gone/gone');
  await phone.see('高');
  expect(await routes(phone)).toEqual(['pages/home/home']);
});

it('the build puts its own deployment in the place of the one in the folder', async () => {
  const phone = await fixture.phone(home);
  const kind = await phone.page.evaluate(() => {
    const { getApp } = window as unknown as { getApp(): { globalData: { deployment: string } } };
    return getApp().globalData.deployment;
  });
  expect(kind).toBe('test');
});
