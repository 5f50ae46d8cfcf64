/// <reference lib="dom" />
import { drag, middleOf } from './gesture.ts';
import { modes, setFixture } from './stage.ts';
import { hears, look, press, reads, routes, setData, story, text, the } from './within.ts';

const fixture = setFixture();

describe.each(modes)('what is shown, by %s', (mode) => {
  const open = () => fixture.phone('/pages/show/show', mode);

  it('a button of TDesign opens its popup, the shade closes it', async () => {
    const phone = await open();
    await phone.tap('弹出');
    await phone.see('弹出来了');
    const shade = await phone.page.waitForSelector('[class*="t-overlay"]');
    const { width } = (await shade.boundingBox()) ?? { width: 0 };
    await (mode === 'touch'
      ? phone.page.touchscreen.tap(width / 2, 120)
      : phone.page.mouse.click(width / 2, 120));
    expect((await hears(phone, 'popup')).visible).toBe(false);
    await phone.gone('弹出来了');
    await (await phone.find('忙')).click({ force: true });
    await phone.tap('弹出');
    await phone.see('弹出来了');
    expect(await story(phone)).not.toContain('busy tap');
  });

  it('a swiper turns', async () => {
    const phone = await open();
    const { x, y } = await middleOf(phone, 'swiper');
    await drag(phone, mode, { x: x + 150, y }, { x: x + 60, y }, { x: x - 60, y }, { x: x - 150, y });
    expect((await hears(phone, 'swiper change')).detail).toMatchObject({ current: 1, source: 'touch' });
  });

  it('a navigator opens the page its address names', async () => {
    const phone = await open();
    await press(phone, 'link');
    await phone.see('第 1 页');
    expect(await routes(phone)).toEqual(['pages/show/show', 'pages/life/life']);
  });

  it('a view plays its animation', async () => {
    const phone = await open();
    await press(phone, 'move');
    await phone.page.waitForFunction(() => document.getElementById('move')?.style.opacity === '0.5');
    expect(await look(phone, 'move', 'transform')).toBe('matrix(1, 0, 0, 1, 20, 0)');
  });
});

const open = () => fixture.phone('/pages/show/show');

it('a scroll view tells where it is, and goes where it is told', async () => {
  const phone = await open();
  await (await the(phone, 'scroller')).evaluate((view) => view.scrollTo({ top: 200 }));
  expect((await hears(phone, 'scroller scroll')).detail).toMatchObject({
    scrollTop: 200,
    scrollHeight: 1200,
    deltaY: -200,
  });
  await setData(phone, { into: 'row29' });
  await hears(phone, 'scroller scrolltolower', { detail: { direction: 'bottom' } });
  await setData(phone, { into: 'row0' });
  await hears(phone, 'scroller scrolltoupper', { detail: { direction: 'top' } });
});

it('an image loads from the files of the mini-program, or says that it does not', async () => {
  const phone = await open();
  expect((await hears(phone, 'image load')).detail).toEqual({ width: 3, height: 2 });
  await setData(phone, { picture: 'data:image/png;base64,AAAA' });
  await hears(phone, 'image error');
});

it('rich text keeps what is safe and runs nothing', async () => {
  const phone = await open();
  const rich = await (await the(phone, 'rich')).innerHTML();
  expect(rich).toBe('<b>粗</b><img>');
  await setData(phone, {
    nodes: [{ name: 'p', attrs: { class: 'x' }, children: [{ type: 'text', text: '<i>' }] }],
  });
  await reads(phone, 'rich', '<i>');
  expect(await (await the(phone, 'rich')).innerHTML()).toBe('<p class="x">&lt;i&gt;</p>');
});

it('plain components show themselves', async () => {
  const phone = await open();
  expect(await text(phone, 'text')).toBe('一\n二');
  expect((await text(phone, 'progress')).trim()).toBe('40%');
  await setData(phone, { percent: 70 });
  await reads(phone, 'progress', '70%');
  expect(await look(phone, 'icon', 'width')).toBe('30px');
  await phone.see('盖', '门');
  expect(await (await the(phone, 'video')).$('video')).not.toBeNull();
});

it('page-meta dresses its own page and no other', async () => {
  const phone = await open();
  const size = () => phone.page.evaluate(() => window.getComputedStyle(document.documentElement).fontSize);
  expect(await size()).toBe('20px');
  const ground = await phone.page.$('wx-page[data-page="pages/show/show"]');
  expect(await ground?.evaluate((page) => window.getComputedStyle(page).backgroundColor)).toBe(
    'rgb(240, 241, 242)',
  );
  await press(phone, 'link');
  await phone.see('第 1 页');
  expect(await size()).toBe('16px');
  await phone.page.goBack();
  await phone.see('去生命周期');
  expect(await size()).toBe('20px');
});
