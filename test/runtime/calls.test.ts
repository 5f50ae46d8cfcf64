/// <reference lib="dom" />
import type { Phone } from '../support/handset.ts';
import { picture } from '../support/picture.ts';
import { modes, setFixture } from './stage.ts';
import { call, hears, send, setData } from './within.ts';

const fixture = setFixture();
const home = () => fixture.phone('/pages/home/home');
const fails = (name: string, reason: string) => ({ errMsg: `${name}:fail ${reason}` });

it('storage keeps a value with its type, for one person, over a reload', async () => {
  const phone = await home();
  await call(phone, 'setStorage', { key: 'a', data: { n: 1, list: [true, null] } });
  await call(phone, 'setStorage', { key: 'number', data: 5 });
  await phone.page.reload();
  await phone.see('高');
  expect(await call(phone, 'getStorageSync', 'a')).toEqual({ n: 1, list: [true, null] });
  expect(await call(phone, 'getStorage', { key: 'number' })).toEqual({ errMsg: 'getStorage:ok', data: 5 });
  expect(await call(phone, 'getStorageSync', 'none')).toBe('');
  expect(await call(phone, 'getStorage', { key: 'none' })).toEqual(fails('getStorage', 'data not found'));
  expect(await call(phone, 'getStorageInfoSync')).toMatchObject({ keys: ['a', 'number'] });
  await phone.page.goto(`${fixture.url()}/m?person=other#/pages/home/home`);
  await phone.see('高');
  expect(await call(phone, 'getStorageSync', 'a')).toBe('');
});

it('tells when the network goes and comes', async () => {
  const phone = await home();
  await phone.page.evaluate(() => {
    const { wx, getApp } = window as unknown as {
      wx: { onNetworkStatusChange(listener: (value: object) => void): void };
      getApp(): { globalData: { log: object[] } };
    };
    wx.onNetworkStatusChange((status) => getApp().globalData.log.push({ at: 'network', ...status }));
  });
  await phone.offline();
  await hears(phone, 'network', { isConnected: false, networkType: 'none' });
  expect(await call(phone, 'getNetworkType')).toMatchObject({ networkType: 'none' });
  expect(await send(phone, 'request', { url: '/echo' })).toMatchObject({
    errMsg: 'request:fail',
    errno: 600001,
  });
  await phone.online();
  await hears(phone, 'network', { isConnected: true, networkType: 'wifi' });
});

it('requests carry queries, JSON and headers', async () => {
  const phone = await home();
  const url = `${fixture.url()}/echo`;
  expect(await send(phone, 'request', { url, data: { a: '一' } })).toMatchObject({
    statusCode: 200,
    data: { method: 'GET', search: '?a=%E4%B8%80' },
  });
  expect(await send(phone, 'request', { url, method: 'POST', data: { a: 1 } })).toMatchObject({
    errMsg: 'request:ok',
    data: { method: 'POST', type: 'application/json', body: '{"a":1}' },
  });
});

async function choose(phone: Phone): Promise<string> {
  const dialog = phone.page.waitForEvent('filechooser');
  const choosing = call(phone, 'chooseMedia', { count: 1, mediaType: ['image'] });
  await (await dialog).setFiles({ name: '照片.png', mimeType: 'image/png', buffer: picture(3, 2) });
  const chosen = await choosing;
  expect(chosen).toMatchObject({ type: 'image', tempFiles: [{ fileType: 'image', width: 3, height: 2 }] });
  return (chosen as { tempFiles: { tempFilePath: string }[] }).tempFiles[0]?.tempFilePath ?? '';
}

it('a photo is chosen, shown, read, sent, and kept over a reload', async () => {
  const phone = await fixture.phone('/pages/show/show');
  const temporary = await choose(phone);
  expect(temporary).toMatch(/^http:\/\/tmp\/.+\.png$/);
  await setData(phone, { picture: temporary });
  await hears(phone, 'image load', { detail: { width: 3, height: 2 } });
  const content = picture(3, 2).toString('base64');
  expect(await files(phone, 'readFile', { filePath: temporary, encoding: 'base64' })).toMatchObject({
    data: content,
  });
  const sent = { url: `${fixture.url()}/echo`, filePath: temporary, name: 'photo', formData: { of: 'x' } };
  const { data } = (await send(phone, 'uploadFile', sent)) as { data: string };
  expect(data).toContain('name=\\"photo\\"');
  expect(data).toContain('PNG');
  const { savedFilePath } = (await files(phone, 'saveFile', { tempFilePath: temporary })) as {
    savedFilePath: string;
  };
  expect(await files(phone, 'access', { path: temporary })).toMatchObject({
    errMsg: expect.stringMatching(/^access:fail no such file/),
  });
  await phone.page.reload();
  await phone.see('去生命周期');
  expect(await files(phone, 'readFile', { filePath: savedFilePath, encoding: 'base64' })).toMatchObject({
    data: content,
  });
  await setData(phone, { picture: savedFilePath });
  await hears(phone, 'image load', { detail: { width: 3, height: 2 } });
  await files(phone, 'unlink', { filePath: savedFilePath });
  expect(await files(phone, 'access', { path: savedFilePath })).toMatchObject({
    errMsg: expect.stringMatching(/^access:fail no such file/),
  });
});

it('a photo is made smaller', async () => {
  const phone = await home();
  const src = await choose(phone);
  const { tempFilePath } = (await call(phone, 'compressImage', { src, quality: 60 })) as {
    tempFilePath: string;
  };
  expect(await call(phone, 'getImageInfo', { src: tempFilePath })).toMatchObject({
    width: 3,
    height: 2,
    type: 'jpeg',
  });
});

function files(phone: Phone, name: string, options: object): Promise<unknown> {
  return phone.page.evaluate(
    ([what, given]) => {
      const { wx } = window as unknown as {
        wx: { getFileSystemManager(): Record<string, (options: object) => Promise<unknown>> };
      };
      return wx
        .getFileSystemManager()
        [what]?.(given)
        .catch((failure: unknown) => failure);
    },
    [name, options] as const,
  );
}

describe.each(modes)('dialogs by %s', (mode) => {
  const open = () => fixture.phone('/pages/home/home', mode);

  it('a modal is confirmed, cancelled or written in', async () => {
    const phone = await open();
    const yes = call(phone, 'showModal', { title: '删吗', content: '删了就没了', confirmText: '删' });
    await phone.see('删吗', '删了就没了');
    await phone.tap('删');
    expect(await yes).toEqual({ errMsg: 'showModal:ok', confirm: true, cancel: false, content: null });
    const no = call(phone, 'showModal', { content: '再想想' });
    await phone.tap('取消');
    expect(await no).toMatchObject({ confirm: false, cancel: true });
    const written = call(phone, 'showModal', { title: '理由', editable: true, placeholderText: '写理由' });
    await phone.type('写理由', '太远');
    await phone.tap('确定');
    expect(await written).toMatchObject({ confirm: true, content: '太远' });
    await phone.gone('理由');
  });

  it('an action sheet gives the item, or says it was cancelled', async () => {
    const phone = await open();
    const chosen = call(phone, 'showActionSheet', { itemList: ['甲事', '乙事'] });
    await phone.tap('乙事');
    expect(await chosen).toEqual({ errMsg: 'showActionSheet:ok', tapIndex: 1 });
    const cancelled = call(phone, 'showActionSheet', { itemList: ['甲事'] });
    await phone.tap('取消');
    expect(await cancelled).toEqual(fails('showActionSheet', 'cancel'));
    await phone.gone('甲事');
    expect(await call(phone, 'showActionSheet', { itemList: [] })).toMatchObject({
      errMsg: expect.stringMatching(/^showActionSheet:fail parameter error/),
    });
  });

  it('pictures are looked at, and put away', async () => {
    const phone = await open();
    await call(phone, 'previewImage', { urls: ['/img/dot.png', '/img/dot.png'], current: 1 });
    await phone.see('2 / 2');
    await phone.tap('关闭');
    await phone.gone('2 / 2');
  });
});

it('a toast goes by itself, loading waits to be hidden', async () => {
  const phone = await home();
  await call(phone, 'showLoading', { title: '正在取' });
  await phone.see('正在取');
  await call(phone, 'hideLoading');
  await phone.gone('正在取');
  await call(phone, 'showToast', { title: '好了', duration: 300 });
  await phone.see('好了');
  await phone.gone('好了');
});

it('a call answers its callbacks when it has some, a promise when it has none', async () => {
  const phone = await home();
  const told = await phone.page.evaluate(async () => {
    const { wx } = window as unknown as { wx: Record<string, (options: object) => unknown> };
    const heard: string[] = [];
    await new Promise<void>((done) => {
      const returned = wx.getStorage?.({
        key: 'none',
        success: () => heard.push('success'),
        fail: ({ errMsg }: { errMsg: string }) => heard.push(errMsg),
        complete: () => done(),
      });
      heard.push(typeof returned);
    });
    return heard;
  });
  expect(told).toEqual(['undefined', 'getStorage:fail data not found']);
});
