import { modes } from '../support/modes.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();
const reply = '社区今天上午组织保洁把积灰和落叶清扫干净了，以后每周二、周五各清扫一次。';

describe.each(modes)('用$by', ({ mode, place }) => {
  it('先交网格：网格办不了上交社区，社区办好答复，居民每一步都看得到在谁手里', async () => {
    const text = `${place}门前道路保洁不到位，落叶没人打扫、清扫不干净。`;
    const resident = await stage.phone(step.people.resident, { mode, path: step.at.submit });
    await resident.type('什么事', text);
    await resident.tap('在地图上选位置');
    await resident.tap('确定');
    await resident.tap('提交');
    await resident.see('已提交');
    await resident.tap('看进度');
    const number = await step.numberOn(resident);

    const coordinator = await stage.phone(step.people.coordinator, { mode });
    await step.opens(coordinator, text);
    await step.accepts(coordinator);
    await step.makes(coordinator, '先交网格', () => coordinator.type('要求', '先上门看看'));
    await coordinator.see('已交给河湾网格');

    const worker = await stage.phone('grid-tashi', { mode });
    await worker.tap('待办');
    await worker.tap(number);
    await worker.see('网格先办', '先上门看看');
    await step.acknowledges(worker);
    await resident.again();
    await resident.see('河湾网格正在办理');
    await step.makes(worker, '上交一级', () => worker.type('为什么办不了', '要社区安排保洁队'));

    const clerk = await stage.phone('clerk-hebin', { mode });
    await step.opensTask(clerk, number);
    await step.acknowledges(clerk);
    await step.contacts(clerk, '电话告诉居民明天上午清扫。');
    await step.works(clerk, '保洁队清扫了两遍。');
    await step.handsIn(clerk, '已经清扫干净。');
    await step.replies(clerk, reply);

    await coordinator.again();
    await coordinator.see('网格上交社区（没有权限）', '要社区安排保洁队');
    await step.passes(coordinator);
    await step.rates(resident, '解决了', '满意');
    await resident.see('已结案', reply, '交河湾网格先办', '河滨社区');
  });
});
