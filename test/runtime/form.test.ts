import type { Phone } from '../support/browser.ts';
import { modes, setFixture } from './stage.ts';
import { hears, look, press, setData, story, the } from './within.ts';

const fixture = setFixture();

describe.each(modes)('form controls by %s', (mode) => {
  const open = () => fixture.phone('/pages/form/form', mode);
  const confirm = (phone: Phone) => phone.tap('确定');
  const chooseRow = (phone: Phone, words: string) => phone.tap(words);

  it('a form gathers every control, and clears them', async () => {
    const phone = await open();
    await phone.type('姓名', '张');
    await phone.type('正文', '灯坏了');
    await press(phone, 'switch');
    await phone.tap('选乙');
    await phone.tap('单乙');
    await press(phone, 'send');
    expect((await hears(phone, 'form submit')).detail).toEqual({
      formId: '',
      target: { id: 'send', dataset: { which: 'send' } },
      value: {
        name: '张',
        text: '灯坏了',
        on: true,
        checks: ['x', 'y'],
        radio: 'n',
        slider: 4,
        selector: '0',
      },
    });
    await press(phone, 'clear');
    await hears(phone, 'form reset');
    await press(phone, 'send');
    await hears(phone, 'form submit', {
      detail: { value: { name: '', text: '', on: false, checks: { 0: 'x' }, radio: 'm' } },
    });
  });

  it('an input says what is written, at most as much as it takes', async () => {
    const phone = await open();
    await phone.type('姓名', '一二三四五六七');
    await hears(phone, 'input input', { detail: { value: '一二三四五六' } });
    expect((await story(phone)).filter((at) => at === 'input focus')).toHaveLength(1);
    await phone.page.keyboard.press('Enter');
    await hears(phone, 'input confirm', { detail: { value: '一二三四五六' } });
    await hears(phone, 'input blur');
  });

  it('a text area grows with its lines', async () => {
    const phone = await open();
    const height = async () => Number.parseFloat(await look(phone, 'textarea', 'height'));
    const before = await height();
    await phone.type('正文', '一\n二\n三');
    await hears(phone, 'textarea linechange', { detail: { lineCount: 3 } });
    expect(await height()).toBeGreaterThan(before * 2);
  });

  it('choices say what is chosen', async () => {
    const phone = await open();
    await press(phone, 'switch');
    await hears(phone, 'switch change', { detail: { value: true } });
    await phone.tap('选甲');
    expect((await hears(phone, 'checks change')).detail).toEqual({ value: [] });
    await press(phone, 'check-y');
    expect((await hears(phone, 'checks change', { detail: { value: { 0: 'y' } } })).detail).toEqual({
      value: ['y'],
    });
    await phone.tap('单乙');
    expect((await hears(phone, 'radios change')).detail).toEqual({ value: 'n' });
    await phone.tap('单乙');
    expect((await story(phone)).filter((at) => at === 'radios change')).toHaveLength(1);
  });

  it('pickers of one and of several columns', async () => {
    const phone = await open();
    await phone.tap('选一个');
    await chooseRow(phone, '丙');
    await confirm(phone);
    expect((await hears(phone, 'selector change')).detail).toEqual({ value: '2' });
    await phone.tap('选两列');
    await chooseRow(phone, '二');
    expect((await hears(phone, 'multi columnchange')).detail).toEqual({ column: 1, value: 1 });
    await confirm(phone);
    expect((await hears(phone, 'multi change')).detail).toEqual({ value: [0, 1] });
    await phone.tap('选一个');
    await phone.tap('取消');
    await hears(phone, 'selector cancel');
  });

  it('pickers of time, date and region', async () => {
    const phone = await open();
    await phone.tap('选时间');
    await chooseRow(phone, '10');
    await confirm(phone);
    expect((await hears(phone, 'time change')).detail).toEqual({ value: '10:30' });
    await phone.tap('选日期');
    await chooseRow(phone, '02月');
    await confirm(phone);
    expect((await hears(phone, 'date change')).detail).toEqual({ value: '2026-02-28' });
    await phone.tap('选地区');
    await chooseRow(phone, '城西区');
    await confirm(phone);
    await hears(phone, 'region change', { detail: { value: { 0: '青海省', 1: '西宁市', 2: '城西区' } } });
  });

  it('a picker view says which row it stands at', async () => {
    const phone = await open();
    await phone.tap('秋');
    expect((await hears(phone, 'wheels change')).detail).toEqual({ value: [2] });
  });

  it('a button that is off hears nothing', async () => {
    const phone = await open();
    await (await the(phone, 'off')).click({ force: true });
    await press(phone, 'plain');
    await hears(phone, 'plain tap');
    expect(await story(phone)).not.toContain('off tap');
  });
});

it('everything can be done with the keyboard', async () => {
  const phone = await fixture.phone('/pages/form/form', 'mouse');
  const { keyboard } = phone.page;
  await (await the(phone, 'switch')).focus();
  await keyboard.press('Space');
  await hears(phone, 'switch change', { detail: { value: true } });
  await (await phone.page.waitForSelector('#slider input')).focus();
  await keyboard.press('ArrowRight');
  await hears(phone, 'slider change', { detail: { value: 5 } });
  await (await the(phone, 'date')).focus();
  await keyboard.press('Enter');
  await phone.see('确定');
  await (await phone.page.waitForSelector('.ow-column:nth-child(2)')).focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await (await phone.find('确定')).focus();
  await keyboard.press('Enter');
  expect((await hears(phone, 'date change')).detail).toEqual({ value: '2026-03-31' });
  await (await the(phone, 'send')).focus();
  await keyboard.press('Enter');
  await hears(phone, 'form submit');
});

it('a value the page sets is shown and is no event', async () => {
  const phone = await fixture.phone('/pages/form/form');
  await setData(phone, { names: [{ name: '丁' }] });
  await phone.tap('选一个');
  await phone.see('丁');
  await phone.tap('取消');
  expect(await story(phone)).not.toContain('selector change');
});
