import { modes } from '../support/modes.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();
const { coordinator: desk } = step.people;

describe.each(modes)('用$by', ({ mode, place }) => {
  it('提交以后同意微信提醒；有了进展，首页说有新消息，点开看过就没有了，再点到那件事', async () => {
    const text = `${place}院门口的路灯坏了三天，晚上看不见路。`;
    const person = mode === 'touch' ? 'resident-dawa' : 'resident-deji';
    const resident = await stage.phone(person, { mode });
    await resident.go(step.at.submit);
    await resident.type('什么事', text);
    await resident.tap('提交');
    await resident.see('已提交');
    await resident.tap('用微信提醒我');
    await resident.tap('允许');
    await resident.gone('用微信提醒我');

    const coordinator = await stage.phone(desk, { mode });
    await step.opens(coordinator, text);
    await step.accepts(coordinator);

    await resident.go(step.at.home);
    await resident.see('1 条没看过');
    await resident.tap('1 条没看过');
    await resident.see('诉求进展提醒', '还能提醒 1 次', '没看过', '您的诉求已受理');
    await resident.go(step.at.home);
    await resident.gone('1 条没看过');
    await resident.go('/pages/notices/notices');
    await resident.tap('您的诉求已受理');
    await resident.see(text);
  });
});
