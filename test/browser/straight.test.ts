import { modes } from '../support/modes.ts';
import { picture } from '../support/picture.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();
const reply = '路灯已于今天下午修好，灯泡和线路都换了新的，请放心出行。';

describe.each(modes)('用$by', ({ mode, place }) => {
  it('诉求从提交到结案，居民看得到每一步和答复', async () => {
    const text = `${place}楼下路灯坏了三天，晚上看不清台阶。`;
    const resident = await stage.phone(step.people.resident, { mode });
    await step.submits(resident, text);
    const number = await step.numberOn(resident);

    const coordinator = await stage.phone(step.people.coordinator, { mode });
    await step.opens(coordinator, text);
    await step.accepts(coordinator);
    await step.dispatches(coordinator, '供电公司');

    const handler = await stage.phone(step.people.urban, { mode });
    await step.opensTask(handler, number);
    await step.acknowledges(handler);
    await step.contacts(handler, '已电话联系，约好今天下午上门。');
    await step.works(handler, '换了灯泡，线路也查过了。');
    await step.handsIn(handler, '路灯已经修好。');
    await step.replies(handler, reply);

    await coordinator.again();
    await step.passes(coordinator);
    await step.rates(resident, '解决了', '满意');
    await resident.see('已结案', reply, '换了灯泡，线路也查过了。', '城市管理局');
    await step.makes(resident, '要求重开', async () => {
      await resident.type('新的情况', '昨天夜里又不亮了。');
      await resident.photograph('加照片', picture());
      await resident.see('照片 1');
    });
    await resident.see('重办中', '昨天夜里又不亮了。');
  });
});
