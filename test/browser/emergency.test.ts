import { askDoor } from '../support/doorbell.ts';
import type { Phone } from '../support/handset.ts';
import { modes } from '../support/modes.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();
const { gridChief, coordinator, leader } = step.people;
const gas = 'gas-handler';
const fire = 'fire-handler';
const volunteer = 'partner-volunteers-baima';

describe.each(modes)('用$by', ({ mode, place }) => {
  it('网格长吹应急处置哨：不用审批当场吹响；到场按位置、按报到码报到；首报以后才能交结果；领导确认，双方评哨', async () => {
    const subject = `${place}沿街燃气管道漏气`;
    const chief = await stage.phone(gridChief, { mode, path: step.at.whistle });
    await chief.see('这一种哨不用审批');
    await chief.type('前提说明', '闻到浓重的煤气味，楼上还住着老人');
    await chief.type('吹哨事由', subject);
    for (const unit of ['燃气公司', '消防救援大队']) {
      await chief.type('按名称或职责查找单位', unit);
      await chief.tap(unit);
      await chief.type(`${unit} 需要做什么（必填）`, '马上到场关阀、疏散');
    }
    await chief.type('集合地点', '格桑路口');
    await chief.tap('在地图上标集合地点');
    await chief.tap('确定');
    await chief.see('已标出集合地点');
    await chief.tap('＋ 志愿服务队');
    await chief.tap('预览各部门收到的内容');
    await chief.see('各部门将收到', '到现场协助，听现场安排');
    await chief.tap('吹哨');
    await chief.see('报到中', '等街道领导确认险情');
    const code = await step.codeOn(chief);

    const head = await stage.phone(leader, { mode, path: step.at.board });
    await head.tap(subject);
    await head.see(code);
    await head.tap('确认险情');
    await head.tap('确定');
    await head.gone('等街道领导确认险情');

    const { items } = await askDoor(stage.street.url, coordinator, 'whistles', { desk: 'open' });
    const spot = items.find((each) => each.subject === subject)?.meetPoint ?? { lng: 0, lat: 0 };
    const first = await stage.phone(gas, { mode, path: step.at.inbox });
    await first.tap('马上到场关阀、疏散');
    await step.acknowledges(first);
    await stands(first, { lng: spot.lng + 0.01, lat: spot.lat });
    const here = async () => {
      await first.tap('取当前位置');
      await first.see('已取到位置');
    };
    await step.isRefused(first, '报到', here, '离集合地点还有');
    await stands(first, { lng: spot.lng + 0.001, lat: spot.lat });
    await step.reportsHere(first);

    const second = await stage.phone(fire, { mode, path: step.at.inbox });
    await second.tap('马上到场关阀、疏散');
    await step.acknowledges(second);
    const guess = () => second.type('现场的报到码', '000000');
    await step.isRefused(second, '报到', guess, '报到码不对');
    await step.reportsIn(second, code);

    const helper = await stage.phone(volunteer, { mode, path: step.at.inbox });
    await helper.tap('到现场协助，听现场安排');
    await helper.see('格桑路口');
    expect(await helper.page.content()).not.toContain(subject);
    await step.acknowledges(helper);
    await step.reportsIn(helper, code);
    await step.finishes(helper, '协助完毕');

    await head.again();
    await head.see('按位置核对 · 相距', '按报到码核对');

    const result = (phone: typeof first) => async () => {
      await phone.tap('解决了');
      await phone.type('办理结果', '险情已经排除，管道已换。');
    };
    await step.works(first, '关了阀门，疏散了楼上住户。');
    await step.isRefused(first, '提交结果', result(first), '应急现场要先报一次情况');
    for (const phone of [first, second]) {
      if (phone === second) await step.works(second, '在外围警戒，没有明火。');
      await step.makes(phone, '阶段性报告', () =>
        phone.type('办到哪一步，为什么还没有办完', '阀门已关，正在换管'),
      );
      await step.handsIn(phone, '险情已经排除，管道已换。');
    }

    const evaluator = await stage.phone(coordinator, { mode, path: step.at.board });
    await evaluator.tap('待评');
    await evaluator.tap(subject);
    await evaluator.see('已交付');
    await step.begins(evaluator, '评部门');
    for (const unit of ['燃气公司', '消防救援大队'])
      for (const kind of ['报到', '办理', '结果']) await evaluator.tap(`${unit} ${kind} 5`);
    await evaluator.tap('提交评分');
    await evaluator.see('已评哨', '报到 5 · 办理 5 · 结果 5');

    await first.again();
    await step.makes(first, '评这一哨', () => first.tap('有必要'));
    await evaluator.again();
    await evaluator.see('部门评哨', '有必要');
  });
});

/** Where the phone says it is. */
async function stands(
  phone: Phone,
  { lng, lat }: { readonly lng: number; readonly lat: number },
): Promise<void> {
  await phone.page.context().grantPermissions(['geolocation']);
  await phone.page.context().setGeolocation({ longitude: lng, latitude: lat });
}
