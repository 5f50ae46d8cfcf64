/// <reference lib="dom" />
import { drag } from './gesture.ts';
import { modes, setFixture } from './stage.ts';
import { call, forget, hears, log, routes, story } from './within.ts';

const fixture = setFixture();
const [home, form, life, deep] = [
  'pages/home/home',
  'pages/form/form',
  'pages/life/life',
  'part/pages/deep/deep',
];
const hash = (phone: { page: { url(): string } }) => new URL(phone.page.url()).hash;

describe.each(modes)('pages on a stack, by %s', (mode) => {
  it('the back button of the phone goes back, and the page below is as it was left', async () => {
    const phone = await fixture.phone(`/${life}?n=1`, mode);
    await phone.page.$eval('.ow-frame .ow-scroll', (area) => area.scrollTo({ top: 300 }));
    await call(phone, 'navigateTo', { url: `/${deep}?word=${encodeURIComponent('深')}` });
    await phone.see('分包页 深');
    await phone.tap('返回');
    await phone.see('第 1 页');
    expect(await routes(phone)).toEqual([life]);
    expect(await phone.page.$eval('.ow-frame .ow-scroll', (area) => area.scrollTop)).toBe(300);
  });

  it('the tab bar changes tabs, keeps their pages and drops what lay on them', async () => {
    const phone = await fixture.phone(`/${home}`, mode);
    await phone.tap('表单');
    await phone.type('姓名', '留下');
    await phone.tap('首页');
    await hears(phone, 'home tab', { index: 0, pagePath: home, text: '首页' });
    await call(phone, 'navigateTo', { url: `/${life}?n=1` });
    await call(phone, 'switchTab', { url: `/${form}` });
    await hears(phone, 'life1 unload');
    expect(await routes(phone)).toEqual([form]);
    await phone.see('留下');
  });

  it('a pull refreshes a page that allows it, until it is told to stop', async () => {
    const phone = await fixture.phone('/pages/long/long', mode);
    const refreshing = () => phone.page.$$eval('.ow-refreshing', (all) => all.length);
    await drag(phone, mode, { x: 100, y: 150 }, { x: 100, y: 200 }, { x: 100, y: 300 });
    await hears(phone, 'long pulled');
    expect(await refreshing()).toBe(1);
    await call(phone, 'stopPullDownRefresh');
    expect(await refreshing()).toBe(0);
    await forget(phone);
    await drag(phone, mode, { x: 340, y: 70 }, { x: 340, y: 120 }, { x: 340, y: 240 });
    await call(phone, 'startPullDownRefresh');
    await hears(phone, 'long pulled');
    expect((await story(phone)).filter((at) => at === 'long pulled')).toHaveLength(1);
  });
});

it('lives follow one another as in WeChat', async () => {
  const phone = await fixture.phone(`/${life}?n=1`);
  await forget(phone);
  await call(phone, 'navigateTo', { url: 'life?n=2' });
  await call(phone, 'redirectTo', { url: 'life?n=3' });
  await call(phone, 'navigateBack');
  await call(phone, 'reLaunch', { url: `/${deep}` });
  const pages = (await story(phone)).filter((at) => at.startsWith('life') || at.startsWith('deep'));
  expect(pages).toEqual([
    'life1 hide',
    ...['life2 load', 'life2 show', 'life2 ready'],
    'life2 unload',
    ...['life3 load', 'life3 show', 'life3 ready'],
    'life3 unload',
    'life1 show',
    'life1 unload',
    'deep load',
  ]);
  const boxes = (await story(phone)).filter((at) => at.startsWith('box')).slice(0, 6);
  expect(boxes).toEqual(['box hide', 'box created', 'box attached', 'box show', 'box ready', 'box detached']);
  expect(await routes(phone)).toEqual([deep]);
});

it('a page that is not there, a tab, and an eleventh page are refused', async () => {
  const phone = await fixture.phone(`/${life}?n=1`);
  expect(await call(phone, 'navigateTo', { url: '/pages/no/no' })).toMatchObject({
    errMsg: 'navigateTo:fail page "pages/no/no" is not found',
  });
  expect(await call(phone, 'navigateTo', { url: `/${form}` })).toMatchObject({
    errMsg: 'navigateTo:fail can not navigateTo a tabbar page',
  });
  expect(await call(phone, 'switchTab', { url: `/${life}` })).toMatchObject({
    errMsg: 'switchTab:fail can not switch to no-tabBar page',
  });
  expect(await call(phone, 'navigateBack')).toMatchObject({
    errMsg: 'navigateBack:fail cannot navigate back at first page.',
  });
  for (const n of [2, 3, 4, 5, 6, 7, 8, 9, 10]) await call(phone, 'navigateTo', { url: `life?n=${n}` });
  expect(await call(phone, 'navigateTo', { url: 'life?n=11' })).toMatchObject({
    errMsg: 'navigateTo:fail page stack is over 10',
  });
  expect(await routes(phone)).toHaveLength(10);
});

it('the address names the page, and opens it', async () => {
  const word = encodeURIComponent('深&处');
  const phone = await fixture.phone(`/${deep}?word=${word}`);
  await phone.see('分包页 深&处', '分包');
  expect(await hears(phone, 'deep load')).toMatchObject({ word });
  expect((await log(phone))[0]).toMatchObject({ path: deep, query: { word } });
  await phone.tap('返回首页');
  await hears(phone, 'home show');
  expect(hash(phone)).toBe(`#/${home}`);
  await phone.page.evaluate((url) => window.location.assign(`#${url}`), `/${life}?n=4`);
  await phone.see('第 4 页');
});

it('the browser goes back and forth through the pages', async () => {
  const phone = await fixture.phone(`/${home}`);
  await call(phone, 'navigateTo', { url: `/${life}?n=1` });
  await call(phone, 'navigateTo', { url: `/${life}?n=1` });
  expect(await routes(phone)).toEqual([home, life, life]);
  await forget(phone);
  await phone.page.goBack();
  await hears(phone, 'life1 unload');
  expect(await routes(phone)).toEqual([home, life]);
  await phone.page.goForward();
  await hears(phone, 'life1 load');
  expect(await routes(phone)).toEqual([home, life, life]);
  await call(phone, 'navigateBack', { delta: 2 });
  await hears(phone, 'home show');
  await phone.page.waitForFunction((wanted) => window.location.hash === wanted, `#/${home}`);
  expect(await routes(phone)).toEqual([home]);
});

it('a reload opens the same page', async () => {
  const phone = await fixture.phone(`/${home}`);
  await call(phone, 'navigateTo', { url: `/${life}?n=7` });
  await phone.see('第 7 页');
  await phone.page.reload();
  await phone.see('第 7 页');
  expect(await routes(phone)).toEqual([life]);
});

it('two pages speak through their channel', async () => {
  const phone = await fixture.phone(`/${home}`);
  const told = await phone.page.evaluate(
    (url) =>
      new Promise((resolve) => {
        const { wx } = window as unknown as { wx: { navigateTo(options: object): void } };
        wx.navigateTo({ url, events: { opened: resolve } });
      }),
    `/${life}?n=5`,
  );
  expect(told).toBe('5');
});

it('a page hears its scrolling and its end', async () => {
  const phone = await fixture.phone('/pages/long/long');
  const tell = (scrollTop: number) => call(phone, 'pageScrollTo', { scrollTop, duration: 0 });
  await tell(200);
  await hears(phone, 'long scroll', { scrollTop: 200 });
  expect(await story(phone)).not.toContain('long bottom');
  await tell(9999);
  await hears(phone, 'long bottom');
  await tell(0);
  await hears(phone, 'long scroll', { scrollTop: 0 });
  await call(phone, 'pageScrollTo', { selector: '#row10', offsetTop: -50, duration: 0 });
  await hears(phone, 'long scroll', { scrollTop: 450 });
});

it('bars say what the page and the app tell them', async () => {
  const phone = await fixture.phone(`/${form}`);
  await phone.see('填表');
  await call(phone, 'setNavigationBarTitle', { title: '改了' });
  await phone.see('改了');
  expect(await phone.page.title()).toBe('改了');
  await call(phone, 'setTabBarBadge', { index: 1, text: '3' });
  expect(await phone.page.$eval('.ow-badge', (badge) => badge.textContent)).toBe('3');
  await call(phone, 'removeTabBarBadge', { index: 1 });
  expect(await phone.page.$('.ow-badge')).toBeNull();
  await call(phone, 'hideTabBar');
  await phone.page.waitForSelector('.ow-tabs', { state: 'hidden' });
});
