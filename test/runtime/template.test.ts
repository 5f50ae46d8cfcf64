import { setFixture } from './stage.ts';
import { forget, hears, log, look, press, reads, setData, story, text, the } from './within.ts';

const fixture = setFixture();
const home = () => fixture.phone('/pages/home/home');

it('draws what the template says', async () => {
  const phone = await home();
  expect(await text(phone, 'list')).toBe('0甲1乙');
  expect((await text(phone, 'nested')).trim()).toBe('甲01 甲12 乙01 乙12');
  expect(await text(phone, 'level')).toBe('高');
  await phone.see('1-2!', '脚注 2', 'Array String Number 喂！1', '看得见');
  await phone.gone('看不见');
});

it('draws again what setData changes, by path too', async () => {
  const phone = await home();
  await setData(phone, { level: 1 });
  await reads(phone, 'level', '中');
  await setData(phone, { level: 0 });
  await reads(phone, 'level', '低');
  await reads(phone, 'foot', '脚注 0');
  await setData(phone, { 'deep.list[0].word': '新' });
  await reads(phone, 'deep', '新');
});

it('keeps the elements of wx:for by their key', async () => {
  const phone = await home();
  const first = await phone.page.waitForSelector('.item >> text=甲');
  await setData(phone, {
    items: [
      { id: 'c', name: '丙' },
      { id: 'b', name: '乙' },
      { id: 'a', name: '甲' },
    ],
  });
  await reads(phone, 'list', '0丙1乙2甲');
  expect(await first.evaluate((node) => node.textContent)).toBe('2甲');
});

it('gives a component its properties, behaviors, observers and slots', async () => {
  const phone = await home();
  await reads(phone, 'inside', '里 1 0 宽3 behavior');
  const box = await text(phone, 'box');
  expect(box).toBe('里 1 0 宽3 behavior框头身长大');
  await press(phone, 'grow');
  await reads(phone, 'inside', '里 2 4 宽3 behavior');
  expect((await hears(phone, 'box grown')).detail).toEqual({ count: 2 });
  await hears(phone, 'box shouted');
});

it('keeps classes where they belong', async () => {
  const phone = await home();
  const [page, box, slotted, note] = ['tint', 'inside', 'slotted', 'note'];
  expect(await look(phone, page, 'color')).toBe('rgb(255, 0, 0)');
  expect(await look(phone, box, 'color')).toBe('rgb(0, 128, 0)');
  expect(await look(phone, slotted, 'color')).toBe('rgb(255, 0, 0)');
  expect(await look(phone, note, 'color')).toBe('rgb(255, 0, 0)');
  expect(await look(phone, page, 'text-indent')).toBe('0px');
  expect(await look(phone, page, 'letter-spacing')).toBe('3px');
  expect(await look(phone, box, 'letter-spacing')).toBe('normal');
  expect(await look(phone, note, 'letter-spacing')).toBe('3px');
  expect(await look(phone, 'framed', 'border-top-width')).toBe('3px');
  expect(await look(phone, 'box', 'padding-left')).toBe('7px');
  expect(await look(phone, 'box', 'color')).toBe('rgb(10, 20, 30)');
});

it('keeps the sheet of one page from the others', async () => {
  const phone = await fixture.phone('/pages/events/events');
  expect(await look(phone, 'inner', 'height')).toBe('44px');
  await phone.go('/pages/home/home');
  expect(await look(phone, 'tint', 'color')).toBe('rgb(255, 0, 0)');
});

it('measures rpx by the width and vh by the area of the pages', async () => {
  const phone = await home();
  expect(await look(phone, 'tint', 'width')).toBe('37.5px');
  expect(await look(phone, 'units', 'width')).toBe('37.5px');
  expect(await look(phone, 'units', 'margin-left')).toBe('15px');
  expect(await look(phone, 'tint', 'box-sizing')).toBe('content-box');
  const area = await phone.page.evaluate(() => document.querySelector('.ow-pages')?.clientHeight ?? 0);
  expect(Number.parseFloat(await look(phone, 'tint', 'height'))).toBeCloseTo(area / 2, 1);
  expect(Number.parseFloat(await look(phone, 'units', 'height'))).toBeCloseTo(area / 10, 1);
});

it('binds both ways with model:value', async () => {
  const phone = await home();
  await phone.type('名字', '外');
  await reads(phone, 'modelled', '外');
  await reads(phone, 'inside', '外 1 0 宽3 behavior');
  await press(phone, 'write');
  await reads(phone, 'noted', '好。');
});

it('runs what WXS says about a change and about a touch', async () => {
  const phone = await home();
  expect(await look(phone, 'bar', 'padding-top')).toBe('1px');
  await setData(phone, { name: '三个字' });
  await reads(phone, 'bar', '量 三个字');
  expect(await look(phone, 'bar', 'padding-top')).toBe('3px');
  await (await the(phone, 'bar')).evaluate((node) => {
    const at = { identifier: 0, target: node, clientX: 40, clientY: 40 };
    for (const type of ['touchstart', 'touchmove', 'touchend']) {
      const touches = [new Touch(at)];
      node.dispatchEvent(new TouchEvent(type, { bubbles: true, touches, changedTouches: touches }));
    }
  });
  expect((await hears(phone, 'meter measured')).width).toBe(1);
  expect(await look(phone, 'bar', 'margin-left')).toBe('12px');
  expect(await look(phone, 'bar', 'margin-right')).toBe('4px');
});

it('tells a page and its components their lives in the order of WeChat', async () => {
  const phone = await home();
  const first = [
    'box created',
    'box attached',
    'home load',
    'home show',
    'box show',
    'box ready',
    'home ready',
  ];
  expect((await story(phone)).slice(2)).toEqual(first);
  expect((await log(phone))[0]).toMatchObject({ at: 'app launch', path: 'pages/home/home', query: {} });
  await forget(phone);
  await phone.lookAt();
  await hears(phone, 'home show');
  expect(await story(phone)).toEqual(['home hide', 'box hide', 'home show', 'box show']);
});
