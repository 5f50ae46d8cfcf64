import { modes } from '../support/modes.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();
const { resident: person, coordinator: desk, water, market } = step.people;
const reply = '已核对收费单据，多收的两百元当天退回，收费标准贴在单元门口。';

describe.each(modes)('用$by', ({ mode, place }) => {
  it('被投诉的单位：不能主办；协助的人读不到是谁、在哪里、怎么说的；由别的单位办好、答复', async () => {
    const text = `投诉供排水公司：${place}院停水，上门的师傅乱收费，态度还差。`;
    const resident = await stage.phone(person, { mode });
    await resident.go(step.at.submit);
    await resident.type('什么事', text);
    await resident.type('在哪里', '格桑路 12 号院门口');
    await resident.type('您的姓名', '卓玛央宗');
    await resident.type('您的电话', '13900000101');
    await resident.tap('提交');
    await resident.tap('看进度');
    const number = await step.numberOn(resident);

    const coordinator = await stage.phone(desk, { mode });
    await step.opens(coordinator, text);
    await coordinator.see('被反映单位 供排水公司');
    await step.makes(coordinator, '受理', async () => {
      await coordinator.tap('投诉');
      await coordinator.see('它不能主办，也看不到是谁投诉的');
    });
    await coordinator.tap('派单');
    await coordinator.type('按名称或职责查找单位', '供排水公司');
    await coordinator.tap('供排水公司');
    await coordinator.tap('改为主办 供排水公司');
    await coordinator.tap('派单');
    await coordinator.see('没有成功', '供排水公司是被投诉的单位，不能主办');
    await coordinator.tap('确定');
    await coordinator.tap('改为主办 市场监管局');
    await coordinator.tap('派单');
    await coordinator.see('已派单', '市场监管局主办', '供排水公司协办');

    const accused = await stage.phone(water, { mode });
    await accused.go(step.at.inbox);
    const unread = async () => {
      const read = await accused.page.innerHTML('.ow-pages');
      for (const secret of ['卓玛央宗', '13900000101', '格桑路', '乱收费', reply])
        expect(read).not.toContain(secret);
    };
    await accused.see(number);
    await unread();
    await accused.tap(number);
    await accused.see('涉及贵单位的诉求，原文和诉求人信息依规不予转交');
    await step.acknowledges(accused);
    await step.works(accused, '交出这一户的收费单据。');
    await step.handsIn(accused, '单据已经交市场监管局。');
    await unread();

    const handler = await stage.phone(market, { mode });
    await step.opensTask(handler, number);
    await handler.see(text, '卓玛央宗');
    await step.acknowledges(handler);
    await step.contacts(handler, '电话里核对了金额。');
    await step.works(handler, '核对了收费单据。');
    await step.handsIn(handler, '多收的已经退回。');
    await step.replies(handler, reply);
    await coordinator.again();
    await step.passes(coordinator);
    await resident.again();
    await resident.see(reply, '市场监管局');
    await accused.again();
    await unread();
  });
});
