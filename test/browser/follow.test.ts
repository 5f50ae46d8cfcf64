import { modes } from '../support/modes.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();

describe.each(modes)('用$by', ({ mode, place }) => {
  it('同一件事已经有人反映：一点就关注，有自己的编号，看得到进展，可以取消', async () => {
    const text = `${place}院停水两天了，四楼的老人没水喝。`;
    const first = await stage.phone('resident-zhuoma', { mode, path: step.at.submit });
    await first.type('什么事', text);
    await first.tap('在地图上选位置');
    await first.tap('确定');
    await first.tap('提交');
    await first.tap('看进度');
    const number = await step.numberOn(first);
    const coordinator = await stage.phone(step.people.coordinator, { mode });
    await step.opens(coordinator, text);
    await coordinator.tap('受理并派单');
    await coordinator.see('已派单');

    const second = await stage.phone('resident-liufang', { mode, path: step.at.submit });
    await second.type('什么事', `${place}院又停水了，两天没水，做不了饭。`);
    await second.see('已有 1 人反映「水管爆裂、停水」，已派单');
    await second.tap('一起关注');
    await second.see('您有自己的编号，有答复会告诉您，由您自己评价');
    await second.tap('确定');
    await second.see('已关注');
    await second.tap('看进度');
    await second.see(`已并入 ${number} 一起办`, '「水管爆裂、停水」，和别人反映的是同一件事');
    const own = (await second.parts('.number').innerText()).trim();
    expect(own).toMatch(/^JSJB-/);
    expect(own).not.toBe(number);
    expect(await second.page.innerHTML('.ow-pages')).not.toContain('四楼的老人');
    await first.again();
    await first.see('还有 1 人反映同一件事，一起办理');

    await second.go(step.at.submit);
    await second.type('什么事', `${place}院又停水了，两天没水，做不了饭。`);
    await second.see('已有 2 人反映「水管爆裂、停水」', '您已经反映或关注过');
    await second.go(step.at.mine);
    await second.tap('河湾网格「水管爆裂、停水」，和别人反映的是同一件事');
    await second.tap('取消关注');
    await second.see('这件事照常办理');
    await second.tap('取消关注');
    await second.see('已撤回');
    await step.withdraws(first);
  });
});
