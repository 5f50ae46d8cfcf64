import { countAtDoor } from '../support/doorbell.ts';
import { modes } from '../support/modes.ts';
import { picture } from '../support/picture.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();

describe.each(modes)('用$by', ({ mode, place }) => {
  it('写到一半离开，再进来还在，照片也在', async () => {
    const text = `${place}路口的井盖翘起来了，`;
    const phone = await stage.phone('resident-dawa', { mode, path: step.at.submit });
    await phone.type('什么事', text);
    await phone.photograph('加照片', picture());
    await phone.see('照片 1');
    await phone.tap('匿名');
    await phone.go(step.at.home);
    await phone.tap('有一件还没写完，继续写');
    await phone.see(text, '照片 1');
    await phone.gone('您的电话');
  });

  it('写得不对：那句话就在那一格下面，改好就能提交', async () => {
    const text = `${place}巷子里有狗追着小孩咬。`;
    const phone = await stage.phone('resident-chenlan', { mode, path: step.at.submit });
    await phone.type('什么事', '有狗');
    await phone.tap('说不清地点');
    await phone.type('您的电话', '12345');
    await phone.tap('提交');
    await phone.seeAt('什么事', '诉求内容至少 5 字，也可以用说的');
    await phone.seeAt('您的电话', '电话应为手机号或带区号的座机号');

    await phone.type('什么事', text);
    await phone.type('您的电话', '13900000103');
    await phone.tap('提交');
    await phone.see('已提交');
    expect(await countAtDoor(stage.street.url, 'resident-chenlan', text)).toBe(1);
    expect(await countAtDoor(stage.street.url, 'resident-chenlan', '有狗')).toBe(0);
  });

  it('在地图上选位置；说到危险就有电话可打', async () => {
    const phone = await stage.phone('resident-deji', { mode, path: step.at.submit });
    await phone.type('什么事', `${place}楼道里漏煤气，味道很浓。`);
    await phone.see('有危险请先打电话，再提交也不迟', '119');
    await phone.tap('在地图上选位置');
    await phone.tap('确定');
    await phone.see('位置已选，点这里重选');
    await phone.tap('提交');
    await phone.see('已提交');
  });
});
