import { modes } from '../support/modes.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();
const { resident: person, coordinator: desk, water, waterLeader } = step.people;

describe.each(modes)('用$by', ({ mode, place }) => {
  it('没有解决：退回重办，负责人再办好、再答复，才结案', async () => {
    const text = `${place}院停水两天了，一家老小没水用。`;
    const resident = await stage.phone(person, { mode });
    await step.submits(resident, text);
    const number = await step.numberOn(resident);

    const coordinator = await stage.phone(desk, { mode });
    await step.opens(coordinator, text);
    await coordinator.tap('受理并派单');
    await coordinator.see('已派单');

    const handler = await stage.phone(water, { mode });
    await step.opensTask(handler, number);
    await step.acknowledges(handler);
    await handles(handler, '第一次：阀门已打开，各户应该有水了。');
    await coordinator.again();
    await step.passes(coordinator);
    await step.rates(resident, '没有解决', '不满意');
    await resident.see('重办中');

    const leader = await stage.phone(waterLeader, { mode });
    await step.opensTask(leader, number);
    await handles(leader, '第二次：换了爆裂的水管，逐户试过，都有水了。');
    await coordinator.again();
    await step.passes(coordinator);
    await step.rates(resident, '解决了', '满意');
    await resident.see('已结案', '第一次：阀门已打开，各户应该有水了。', '第二次：换了爆裂的水管');
  });

  it('不予受理：居民读得到依据哪一条、该怎么办', async () => {
    const text = `${place}邻居借钱不还，请街道替我要回来。`;
    const resident = await stage.phone(person, { mode });
    await step.submits(resident, text);

    const coordinator = await stage.phone(desk, { mode });
    await step.opens(coordinator, text);
    await step.declines(
      coordinator,
      '应走诉讼、仲裁、信访等其他程序',
      '可以向法院起诉，法律援助拨打 12348。',
    );

    await resident.again();
    await resident.see(
      '不予受理',
      '应走诉讼、仲裁、信访等其他程序',
      '《北京市接诉即办工作条例》第十一条第（二）项',
      '可以向法院起诉，法律援助拨打 12348。',
    );
  });

  it('违反法律的：一个人提，第二个人复核；居民可以申请复核，换一个人', async () => {
    const text = `${place}院的人欠我赌债，请街道帮我要回来。`;
    const resident = await stage.phone(person, { mode });
    await step.submits(resident, text);
    const coordinator = await stage.phone(desk, { mode });
    await step.opens(coordinator, text);
    await step.declines(coordinator, '违反法律或公序良俗', '赌债不受法律保护，不能帮忙要。');
    await coordinator.see('提出不予受理');
    await coordinator.gone('受理并派单');

    const leader = await stage.phone(step.people.leader, { mode });
    await step.opens(leader, text);
    await step.makes(leader, '复核不予受理', () => leader.tap('同意'));
    await leader.see('不予受理');
    await resident.again();
    await resident.see('不予受理：违反法律或公序良俗', '赌债不受法律保护');
    await step.makes(resident, '申请复核', () => resident.type('复核理由', '我说的是工钱，不是赌债。'));
    await resident.see('待受理', '我说的是工钱，不是赌债。');
    await coordinator.again();
    await coordinator.see('居民', '我说的是工钱，不是赌债。');
  });

  it('隐名：街道和办理单位都看不到姓名和电话', async () => {
    const hidden = '居民隐名，不显示联系方式';
    const nameOrPhone = /13900000101|卓玛央宗/;
    const text = `${place}院水压小，三楼以上用不上水。`;
    const resident = await stage.phone(person, { mode });
    await resident.go(step.at.submit);
    await resident.type('什么事', text);
    await resident.tap('说不清地点');
    await resident.tap('隐名');
    await resident.type('您的姓名', '卓玛央宗');
    await resident.type('您的电话', '13900000101');
    await resident.tap('提交');
    await resident.tap('看进度');
    const number = await step.numberOn(resident);

    const coordinator = await stage.phone(desk, { mode });
    await step.opens(coordinator, text);
    await coordinator.see(hidden);
    expect(await coordinator.page.innerHTML('.ow-pages')).not.toMatch(nameOrPhone);
    await coordinator.tap('受理并派单');
    await coordinator.see('已派单');

    const handler = await stage.phone(water, { mode });
    await step.opensTask(handler, number);
    await handler.see(text, hidden);
    expect(await handler.page.innerHTML('.ow-pages')).not.toMatch(nameOrPhone);
  });
});

async function handles(handler: Parameters<typeof step.works>[0], words: string): Promise<void> {
  await step.works(handler, words);
  await step.handsIn(handler, words);
  await step.replies(handler, `${words}如有问题请拨打供排水公司电话，我们马上来。`);
}
