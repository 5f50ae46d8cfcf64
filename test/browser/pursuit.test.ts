import { modes } from '../support/modes.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();
const { resident: person, coordinator: desk, water, waterLeader, followUpClerk, supervisor } = step.people;

describe.each(modes)('用$by', ({ mode, place }) => {
  it('回访说不满意：退回重办，负责人亲自办，再回访才结案', async () => {
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
    await step.contacts(handler, '约好上午到现场。');
    await step.works(handler, '到现场量过水压，调了泵房。');
    await step.handsIn(handler, '水压已调高，住户能用上水。');
    await step.replies(handler, '泵房水压已于今天上午调高，三楼以上可以用水，有反复请打供水公司电话。');
    await coordinator.again();
    await step.passes(coordinator);

    const clerk = await stage.phone(followUpClerk, { mode, path: step.at.followUps });
    await clerk.see('待回访', number);
    await step.makes(clerk, '没有联系上', async () => clerk.type('说明', '占线'));
    await clerk.see('占线');
    await step.makes(clerk, '记录回访', async () => {
      await clerk.see('先打电话', '承办单位联系过您吗？', '您反映的问题解决了吗？', '您对办理满意吗？');
      await clerk.tap('没有联系过');
      await clerk.tap('解决了');
      await clerk.tap('不满意');
      await clerk.type('居民怎么说', '停了三天才来人');
    });
    await clerk.see('没有要回访的');
    await resident.again();
    await resident.see('重办中');

    const leader = await stage.phone(waterLeader, { mode });
    await step.opensTask(leader, number);
    await step.works(leader, '负责人到场，换了增压泵。');
    await step.handsIn(leader, '增压泵已换，逐户试过。');
    await step.replies(
      leader,
      '增压泵已于今天更换，我们逐户试过水压，今后每月巡查一次，电话公布在单元门口。',
    );
    await coordinator.again();
    await step.passes(coordinator);
    await clerk.again();
    await clerk.see('第 1 次重办后');
    await step.makes(clerk, '记录回访', async () => {
      await clerk.tap('联系过');
      await clerk.tap('解决了');
      await clerk.tap('满意');
    });
    await resident.again();
    await resident.see('已结案', '回访：解决了，满意');
  });

  it('督办：单位负责人说明情况，督查员解除', async () => {
    const text = `${place}院又停水了，打了电话没有人来修。`;
    const resident = await stage.phone(person, { mode });
    await step.submits(resident, text);
    const coordinator = await stage.phone(desk, { mode });
    await step.opens(coordinator, text);
    await coordinator.tap('受理并派单');
    await coordinator.see('已派单');
    await coordinator.tap('督办');
    await coordinator.tap('挂牌督办');
    await coordinator.type('督办意见', '停水的事不能过夜');
    await coordinator.tap('督办');
    await coordinator.see('督办与上报', '挂牌督办');
    const above = await stage.phone(supervisor, { mode, path: step.at.supervisions });
    await above.see('停水的事不能过夜', '等', '说明');
    await above.tap('解除督办');
    await above.type('解除理由', '当天已经修好');
    await above.tap('解除督办');
    await above.tap('确定');
    await above.see('没有被督办的事');
  });

  it('周例会：议程自己填满，一件一件议定，当场派出，写下纪要', async () => {
    const text = `${place}院老停水，供水管道几家都说不归自己。`;
    const resident = await stage.phone(person, { mode });
    await step.submits(resident, text);
    const coordinator = await stage.phone(desk, { mode });
    await step.opens(coordinator, text);
    await step.accepts(coordinator);
    await coordinator.tap('提交例会');
    await coordinator.tap('没有权限');
    await coordinator.type('提交理由', '管道权属不清，要会上定');
    await coordinator.tap('提交例会');
    await coordinator.see('督办与上报', '周例会（没有权限');

    await coordinator.go(step.at.agenda);
    await coordinator.see('等着研究的议题', '管道权属不清，要会上定');
    await step.makes(coordinator, '召集会议', async () => {
      await coordinator.tap('今天');
      await coordinator.type('地点', `${place}会议室`);
    });
    await coordinator.tap(`${place}会议室`);
    await coordinator.see('议程', '管道权属不清，要会上定');
    await step.makes(coordinator, '议定', async () => {
      await coordinator.tap('供排水公司');
      await coordinator.tap('7 天内');
      await coordinator.type('议定意见', '供水公司先修，费用另议');
    });
    await coordinator.see('已议定', '供水公司先修，费用另议', '主办');
    await coordinator.tap('散会');
    await coordinator.type('会议纪要', '议定一件，下周报进展');
    await coordinator.tap('散会');
    await coordinator.tap('确定');
    await coordinator.see('已开完', '议定一件，下周报进展');
    await resident.again();
    await resident.see('已派单', '会议交办');
  });
});
