import type { Phone } from '../support/handset.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();
const { coordinator: desk, water } = step.people;
const reply = '主管道已经更换，今天傍晚起全院恢复供水，逐户试过水。';

/** Who tells of it, in whose words, what each thinks of the answer, and what becomes of his own. */
const told = [
  { person: 'resident-zhuoma', text: '三号院今天早上停水了，做不了饭。', satisfied: '满意', ends: '已结案' },
  {
    person: 'resident-liufang',
    text: '三号院停水，老人没有水喝，请快点修。',
    satisfied: '基本满意',
    ends: '已结案',
  },
  {
    person: 'resident-deji',
    text: '我们三号院也停水了，什么时候来水？',
    satisfied: '不满意',
    ends: '会商中',
  },
] as const;

it('三个人反映同一件事：并案一起办，答复给每一个人，各评各的', async () => {
  const residents: Phone[] = [];
  for (const { person, text } of told) {
    const phone = await stage.phone(person, { mode: 'touch' });
    await step.submits(phone, text);
    residents.push(phone);
  }
  const [first, ...others] = residents;
  if (!first) throw new Error('three residents');
  const number = await step.numberOn(first);

  const coordinator = await stage.phone(desk, { mode: 'touch' });
  await step.opens(coordinator, told[0].text);
  await coordinator.tap('受理并派单');
  await coordinator.see('已派单');
  for (const { text } of told.slice(1)) {
    await step.opens(coordinator, text);
    await step.merges(coordinator, number);
  }
  for (const phone of others) {
    await phone.again();
    await phone.see(`已并入 ${number} 一起办，有结果会告诉您`);
  }
  await first.again();
  await first.see('还有 2 人反映同一件事，一起办理');

  const handler = await stage.phone(water, { mode: 'touch' });
  await step.opensTask(handler, number);
  await step.acknowledges(handler);
  await step.contacts(handler, '已电话联系，说明正在抢修。');
  await step.works(handler, '换了爆裂的主管道。');
  await step.handsIn(handler, '已恢复供水。');
  await step.replies(handler, reply);
  await step.opens(coordinator, told[0].text);
  await step.passes(coordinator);

  for (const [place, { satisfied, ends }] of told.entries()) {
    const phone = residents[place] ?? first;
    await phone.again();
    await phone.see(reply);
    await step.rates(phone, '解决了', satisfied);
    await phone.see(ends, `解决了，${satisfied}`);
  }
});

it('手里只有编号也能并；并错了，解除以后各办各的', async () => {
  const text = '五号院楼顶有人加盖彩钢房，晚上还在施工。';
  const first = await stage.phone('resident-dawa');
  await step.submits(first, text);
  const number = await step.numberOn(first);
  const second = await stage.phone('resident-chenlan');
  const other = '河边有人倒建筑垃圾，味道很大。';
  await step.submits(second, other);

  const coordinator = await stage.phone(desk);
  await step.opens(coordinator, other);
  await step.merges(coordinator, number);
  await second.again();
  await second.see(`已并入 ${number} 一起办，有结果会告诉您`);
  await step.makes(coordinator, '解除并案', () => coordinator.type('解除理由', '不是一个地方'));
  await coordinator.see('待受理', '解除并案，单独办理', '不是一个地方');
  await second.again();
  await second.see('待受理', '解除并案，单独办理');
  await second.gone('不是一个地方');
});
