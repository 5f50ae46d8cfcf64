import { modes } from '../support/modes.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();
const { resident: person, coordinator: desk, water, waterLeader, housingLeader, leader } = step.people;
const day = 86_400_000;

afterEach(() => stage.street.moveClock(0));

describe.each(modes)('用$by', ({ mode, place }) => {
  it('派单异议：第一个单位的成立，改派；第二个单位的不成立，照办', async () => {
    const text = `${place}楼停水，楼顶水箱裂了，漏到家里。`;
    const resident = await stage.phone(person, { mode });
    await step.submits(resident, text);
    const number = await step.numberOn(resident);
    const coordinator = await stage.phone(desk, { mode });
    await step.opens(coordinator, text);
    await step.accepts(coordinator);
    await step.dispatches(coordinator);

    const first = await stage.phone(waterLeader, { mode });
    await step.opensTask(first, number);
    await step.objects(first, '只管市政管网，楼顶水箱属于房屋设备', '住建局');
    await first.see('派单异议等专班裁定');

    await coordinator.go(step.at.leave);
    await coordinator.see('派单异议', '供排水公司', '建议承办 住建局', '只管市政管网，楼顶水箱属于房屋设备');
    await step.decides(coordinator, '异议成立 供排水公司 派单异议', () =>
      coordinator.type('成立的理由', '水箱是房屋共用设备，归住建局'),
    );
    await coordinator.see('没有等着审批的');
    await step.opens(coordinator, text);
    await coordinator.see('已受理');
    await step.dispatches(coordinator);
    await resident.again();
    await resident.see('已派单：住建局（主办）');

    const second = await stage.phone(housingLeader, { mode });
    await step.opensTask(second, number);
    await step.objects(second, '水箱由物业维护，不归住建局', '物业管理办');
    await coordinator.go(step.at.leave);
    await step.decides(coordinator, '异议不成立 住建局 派单异议', () =>
      coordinator.type('不成立的理由', '没有物业的老院，房屋设备归住建局'),
    );
    await second.again();
    await second.see('异议不成立，继续办理', '没有物业的老院，房屋设备归住建局');
    await step.acknowledges(second);
    expect(await second.page.content()).not.toContain('aria-label="派单异议"');
  });

  it('挂账：三级审批，居民读得到原因和复核的日子；到了日子没有续挂，恢复办理，办好、结案', async () => {
    const text = `${place}院水管老化，三天两头停水，要换整条水管。`;
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
    await step.makes(handler, '申请', async () => {
      await handler.tap('挂账');
      await handler.tap('季节原因');
      await handler.type('推进计划', '土还冻着，开春化冻以后换整条水管');
      await handler.tap('15 天');
    });
    await handler.see('挂账申请等专班签署');

    await coordinator.go(step.at.leave);
    await coordinator.tap('专班批');
    await coordinator.see('挂账申请', '季节原因', '15 天后', '土还冻着，开春化冻以后换整条水管');
    await coordinator.tap('签署同意 供排水公司 挂账申请');
    await coordinator.type('签署意见', '现场看过，确实冻着');
    await coordinator.tap('签署同意');
    await coordinator.gone('填写内容自动保存在本机');
    const boss = await stage.phone(leader, { mode });
    await boss.go(step.at.leave);
    await boss.see('专班意见 现场看过，确实冻着');
    await boss.tap('批准 供排水公司 挂账申请');
    await boss.tap('批准');
    await boss.see('没有等着审批的');

    await resident.again();
    await resident.see('已挂账：季节原因', '土还冻着，开春化冻以后换整条水管', '复核');
    expect(await resident.page.content()).not.toContain('现场看过，确实冻着');

    await stage.street.moveClock(16 * day);
    await resident.again();
    await resident.see('恢复办理', '到了复核的日子，没有续挂', '办理中');

    await handler.again();
    await step.works(handler, '土化冻了，整条水管已经换新。');
    await step.handsIn(handler, '水管换新，逐户试过水。');
    await step.replies(handler, '化冻以后整条水管已经换新，逐户试过水，今后每月巡查一次。');
    await step.opens(coordinator, text);
    await step.passes(coordinator);
    await step.rates(resident, '解决了', '满意');
    await resident.see('已结案', '整条水管已经换新');
  });
});
