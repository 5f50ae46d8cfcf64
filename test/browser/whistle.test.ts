import { modes } from '../support/modes.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();
const { resident: person, coordinator: desk, leader, streetUrban, urban, market } = step.people;
const day = 86_400_000;

afterEach(() => stage.street.moveClock(0));

describe.each(modes)('用$by', ({ mode, place }) => {
  it('吹哨叫三个部门：一家没按时报到，哨图上只有这一盏超时；都到了、都交了，就交付', async () => {
    const text = `${place}院门口每天摆摊占道，摊子堵门口。`;
    const subject = `${place}院门口占道，请一起到场`;
    const resident = await stage.phone(person, { mode });
    await step.submits(resident, text);
    const coordinator = await stage.phone(desk, { mode });
    await step.opens(coordinator, text);
    await step.accepts(coordinator);
    await step.whistles(coordinator, subject, ['街道城管办', '城市管理局', '市场监管局']);
    await step.approves(await stage.phone(leader, { mode }), subject);
    await coordinator.again();
    const code = await step.codeOn(coordinator);
    const phones = {
      lead: await stage.phone(streetUrban, { mode }),
      second: await stage.phone(urban, { mode }),
      late: await stage.phone(market, { mode }),
    };
    for (const phone of Object.values(phones)) await step.opensWhistled(phone, text);
    for (const phone of Object.values(phones)) await step.acknowledges(phone);
    await step.reportsIn(phones.lead, code);
    await step.reportsIn(phones.second, code);

    await stage.street.moveClock(5 * day);
    await coordinator.go(step.at.board);
    await coordinator.see(subject, '报到超时');
    const row = coordinator.parts('.item').filter({ hasText: subject });
    expect(await row.locator('.light').count()).toBe(3);
    expect(await row.locator('.light.late').allInnerTexts()).toEqual([
      expect.stringMatching(/^市场监管局[\s\S]*报到超时/),
    ]);

    await phones.late.again();
    await step.reportsIn(phones.late, code);
    for (const phone of Object.values(phones)) {
      await phone.again();
      await step.works(phone, '到现场清理，划好了摆摊的地方。');
      await step.handsIn(phone, '占道已经清理，安排了每天巡查。');
    }
    await coordinator.tap('待评');
    await coordinator.tap(subject);
    await coordinator.see('已交付');
    expect(await coordinator.parts('.light.late').count()).toBe(0);

    await phones.lead.again();
    await step.replies(phones.lead, '院门口占道的摊子已清走，给摊主划好了地方，每天巡查。');
    await resident.again();
    await resident.see('待审核', '街道城管办');
  });
});
