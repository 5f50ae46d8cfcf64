import { type Asked, inspect } from '../support/inspector.ts';
import { setStage } from '../support/stage.ts';
import { screens } from './screens.ts';

const stage = setStage({ empty: false });
const main = '.words, .heading, .title, .sentence, .zh, .ow-field, [role="button"], wx-button';

describe.each([
  { zh: '标准 浅色', size: 'standard', theme: 'light', least: 44, body: 16, fine: 14 },
  { zh: '长辈 深色', size: 'elder', theme: 'dark', least: 60, body: 22, fine: 20 },
] as const)('$zh，最小的屏幕', ({ size, theme, least, body, fine }) => {
  const found: Record<'cut' | 'squeezed' | 'pale' | 'nameless' | 'small' | 'fine', string[]> = {
    cut: [],
    squeezed: [],
    pale: [],
    nameless: [],
    small: [],
    fine: [],
  };
  let seen = 0;

  beforeAll(async () => {
    for (const { name, person, path } of await screens(stage.street.url)) {
      const phone = await stage.phone(person, { width: 320, height: 568, size, theme, path });
      await phone.ready();
      const ask = async (...asked: Asked) =>
        (await inspect(phone.page, ...asked)).map((fault) => `${name}：${fault}`);
      found.cut.push(...(await ask('cutOff')));
      found.squeezed.push(...(await ask('squeezed')));
      found.pale.push(...(await ask('tooPale')));
      found.nameless.push(...(await ask('nameless')));
      found.small.push(...(await ask('tooSmall', least)));
      found.fine.push(...(await ask('tooFine', main, body)), ...(await ask('tooFine', '*', fine)));
      seen += 1;
    }
  }, 120_000);

  it('每一页都看过了', () => expect(seen).toBe(35));
  it('没有一处文字被切掉或横向出了屏幕', () => expect(found.cut).toEqual([]));
  it('没有一处文字挤成一条', () => expect(found.squeezed).toEqual([]));
  it('每一处文字与底色的对比不低于 4.5 比 1', () => expect(found.pale).toEqual([]));
  it('能点的都有名字', () => expect(found.nameless).toEqual([]));
  it(`能点的都不小于 ${least} 像素`, () => expect(found.small).toEqual([]));
  it(`正文不小于 ${body} 像素，小字不小于 ${fine} 像素`, () => expect(found.fine).toEqual([]));
});
