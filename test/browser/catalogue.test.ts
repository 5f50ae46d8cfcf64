import { write } from '../../cloudfunctions/exports/sheet.ts';
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
  await coordinator.seeAt('群众用语', '请填写群众用语');
  await coordinator.see('请选择主办单位');
});

it('导出表格，在 Excel 里改了再导回来：错的逐格说，对的先看影响，再全部启用', async () => {
  const coordinator = await stage.phone(step.people.coordinator);
  const head = ['编号', '一级', '二级', '三级', '主办', '群众用语'];
  const row = ['stray-dog', '公共安全', '养犬', '流浪犬、犬只伤人', '住建局', '流浪狗 野狗'];
  const wrong = await write({ head, rows: [row.with(4, '水利局')] }, 'xlsx');
  const right = await write({ head, rows: [row] }, 'xlsx');
  await coordinator.go('/coordinator/pages/catalogue/catalogue');
  await coordinator.tap('导入表格');
  await coordinator.bring('选择表格', '派单目录.xlsx', wrong);
  await coordinator.see('第 2 行 · 主办', '“水利局”不在本街道名册上', '现在一行也没有启用');
  await coordinator.bring('换一个表格', '派单目录.xlsx', right);
  await coordinator.see('调整 1 项', '主办：派出所 → 住建局', '上个月的诉求会怎样');
  await coordinator.tap('全部启用');
  await coordinator.see('请写明调整原因');
  await coordinator.type('调整原因', '机构改革，整表核过');
  await coordinator.tap('全部启用');
  await coordinator.see('改动记录', '导入目录：1 行', '机构改革，整表核过');
});

it('一个片区另派单位、开通自动派单、停用：每一步都问清楚，都记下原因', async () => {
  const coordinator = await stage.phone(step.people.coordinator);
  const lamp = async () => {
    await coordinator.go('/coordinator/pages/catalogue/catalogue');
    await coordinator.type('查找事项或用语', '路灯不亮');
  };
  await lamp();
  await coordinator.tap('路灯不亮');
  await coordinator.see('全街道都一样', '没有开通，每一件都由人派');
  await coordinator.tap('给一些片区另派单位');
  await coordinator.type('调整原因', '园区自己管灯');
  await coordinator.tap('先看影响');
  await coordinator.see('请填写哪些片区');
  await coordinator.tap('花园网格');
  await coordinator.tap('改为主办 供电公司');
  await coordinator.tap('先看影响');
  await coordinator.tap('保存');
  await coordinator.see('花园网格', '主办 供电公司', '路灯不亮');

  await coordinator.tap('开通自动派单');
  await coordinator.type('开通原因', '单一职责，常年准确');
  await coordinator.tap('开通自动派单');
  await coordinator.see('随时可以停');
  await coordinator.tap('确定');
  await coordinator.see('已开通，把握不低于 90%');

  await coordinator.tap('停用事项');
  await coordinator.type('输入几个字查找', '停电');
  await coordinator.tap('停电、电压不稳');
  await coordinator.type('停用原因', '并入供电');
  await coordinator.tap('停用事项');
  await coordinator.see('办着的照常办完');
  await coordinator.tap('确定');
  await lamp();
  await coordinator.see(
    '停用“路灯不亮”',
    '归入“停电、电压不稳”',
    '“路灯不亮”开通自动派单，把握 90% 起',
    '“路灯不亮”在花园网格由供电公司主办',
  );
});
