import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();

it('专班改目录：找到事项，换主办，先看影响，再保存；改动记录里有原因', async () => {
  const resident = await stage.phone(step.people.resident);
  await step.submits(resident, '从昨晚停电到现在，一直跳闸，请来看看。');

  const coordinator = await stage.phone(step.people.coordinator);
  await coordinator.go(step.at.intake);
  await coordinator.tap('派单目录');
  await coordinator.type('查找事项或用语', '跳闸');
  await coordinator.see('停电、电压不稳', '主办 供电公司');
  await coordinator.tap('停电、电压不稳');
  await coordinator.type('按名称或职责查找单位', '住建局');
  await coordinator.tap('住建局');
  await coordinator.tap('改为主办 住建局');
  await coordinator.tap('移除 供电公司');
  await coordinator.type('调整原因', '机构改革，职责划转');
  await coordinator.tap('先看影响');
  await coordinator.see(
    '看了上个月的 1 件，会派到别处的 1 件',
    '停电、电压不稳 → 供电公司',
    '停电、电压不稳 → 住建局',
  );
  await coordinator.tap('保存');
  await coordinator.see('改动记录', '“停电、电压不稳”由住建局主办', '机构改革，职责划转');
});

it('新增一个事项：少了什么，就在那一格说', async () => {
  const coordinator = await stage.phone(step.people.coordinator);
  await coordinator.go('/coordinator/pages/catalogue/catalogue');
  await coordinator.tap('新增事项');
  await coordinator.type('事项名称', '冬虫夏草采集秩序');
  await coordinator.tap('先看影响');
  await coordinator.seeAt('群众用语', '请填写');
  await coordinator.see('请选择主办单位');
});
