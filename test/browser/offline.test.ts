import { countAtDoor } from '../support/doorbell.ts';
import { modes } from '../support/modes.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();
const { resident: person } = step.people;

describe.each(modes)('用$by', ({ mode, place }) => {
  it('没有网络时提交：重开还在，显示排队中，有网络自己发出，只有一件', async () => {
    const text = `${place}楼道里的灯全灭了，老人下楼看不见。`;
    const phone = await stage.phone(person, { mode, path: step.at.submit });
    await phone.type('什么事', text);
    await phone.type('在哪里', '格桑路 12 号院门口');
    await phone.offline();
    await phone.tapTwice('提交');
    await phone.see('还没有发出去', '已保存在手机里，有网络会自动发出，不用再提交一次');
    expect(await countAtDoor(stage.street.url, person, text)).toBe(0);

    await phone.go(step.at.mine);
    await phone.see('排队中', text);

    await phone.online();
    await phone.gone('排队中');
    await phone.see('待受理', text);
    expect(await countAtDoor(stage.street.url, person, text)).toBe(1);
  });

  it('有网络时点两下提交，也只有一件', async () => {
    const text = `${place}楼顶太阳能漏水，流到窗台上。`;
    const phone = await stage.phone(person, { mode, path: step.at.submit });
    await phone.type('什么事', text);
    await phone.tap('说不清地点');
    await phone.tapTwice('提交');
    await phone.see('已提交');
    await phone.go(step.at.mine);
    await phone.see(text);
    expect(await countAtDoor(stage.street.url, person, text)).toBe(1);
  });
});
