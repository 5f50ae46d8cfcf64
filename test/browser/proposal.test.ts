import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();

it('专班看得到建议和理由，一点就受理并派单；以后任何时候都能看为什么', async () => {
  const text = '花园小区从昨晚停电到现在，一直跳闸，老人家里吸氧机不敢用。';
  const resident = await stage.phone(step.people.resident);
  await step.submits(resident, text);

  const coordinator = await stage.phone(step.people.coordinator);
  await step.opens(coordinator, text);
  await coordinator.see('建议 · 直派', '停电、电压不稳', '主办 供电公司');
  await coordinator.tap('为什么');
  await coordinator.see(
    '派单目录：公用事业 › 供电 › 停电、电压不稳。《电力供应与使用条例》',
    '提到「停电」「跳闸」',
    '目录时限：24 小时（紧急）',
    '没有相似的旧案，只凭目录',
  );
  await step.opens(coordinator, text);
  await coordinator.tap('受理并派单');
  await coordinator.see('等签收');
  await coordinator.tap('为什么这样派、有没有同一件事');
  await coordinator.see('最后定为 停电、电压不稳（与当时的建议一致）', '受理时定的事项');
});

it('改一次就学会：下一件一样的，建议已是改过的，理由里有那件旧案', async () => {
  const resident = await stage.phone(step.people.resident);
  const coordinator = await stage.phone(step.people.coordinator);
  const first = '柳林巷的变压箱整夜嗡嗡响，邻居们都睡不着觉。';
  await step.submits(resident, first);
  await step.opens(coordinator, first);
  await step.makes(coordinator, '受理', async () => {
    await coordinator.type('输入几个字查找', '停电');
    await coordinator.tap('停电、电压不稳');
  });
  await coordinator.see('已受理');

  const second = '我家也在柳林巷，变压箱嗡嗡响一整夜，睡不着觉。';
  await step.submits(resident, second);
  await step.opens(coordinator, second);
  await coordinator.see('停电、电压不稳');
  await coordinator.tap('为什么');
  await coordinator.see('相似的 1 件旧案里，1 件办成“停电、电压不稳”', '可能是同一件事', '同一个人');
});

it('说同一件事的，看过共同点，一点就并案', async () => {
  const resident = await stage.phone(step.people.resident);
  const coordinator = await stage.phone(step.people.coordinator);
  const first = '格桑路口搅拌站半夜轰鸣，粉尘很大，窗户都不敢开。';
  await step.submits(resident, first);
  const number = await step.numberOn(resident);
  const second = '住在格桑路口，搅拌站整夜轰鸣，粉尘飘进窗户。';
  await step.submits(resident, second);
  await step.opens(coordinator, second);
  await coordinator.tap('为什么');
  await coordinator.see('可能是同一件事', '「搅拌站」');
  await coordinator.tap(`并入这一件 ${number}`);
  await coordinator.tap('确定');
  await coordinator.see('已并案');
});

it('没有把握的先会商：会商定责，写下结论，派出去', async () => {
  const resident = await stage.phone(step.people.resident);
  const coordinator = await stage.phone(step.people.coordinator);
  const text = '路灯坏了，旁边的垃圾也没清，请来看看。';
  await step.submits(resident, text);
  await step.opens(coordinator, text);
  await coordinator.see('建议 · 先会商');
  await coordinator.tap('改为 垃圾堆积');
  await coordinator.tap('受理');
  await coordinator.see('已受理');
  await coordinator.tap('更多');
  await coordinator.tap('提交会商');
  await coordinator.type('要会商什么', '路灯和垃圾两家各管一段，定不下谁主办');
  await coordinator.tap('提交会商');
  await coordinator.see('会商中');
  await coordinator.tap('定责派单');
  await coordinator.type('会商结论', '街道城管办和城管局同意由城管局主办');
  await coordinator.tap('定责派单');
  await coordinator.see('等签收');
});
