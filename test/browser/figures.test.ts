import { readFile } from 'node:fs/promises';
import { sendToDoor } from '../support/doorbell.ts';
import { modes } from '../support/modes.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();
const { resident, coordinator, water } = step.people;

beforeAll(async () => {
  const { url, moveClock } = stage.street;
  for (let number = 1; number <= 12; number += 1) {
    const text = `第 ${number} 户停水两天了，一家老小没水用。`;
    const matter = number <= 7 ? 'water-burst' : number <= 11 ? 'rubbish' : 'street-lamp';
    const command = { type: 'submit', text, photos: [], matter, identity: 'open' };
    await sendToDoor(url, resident, { process: 'appeal', id: `appeal-figures-${number}`, command });
  }
  await moveClock(1000);
});

describe.each(modes)('用$by', ({ mode }) => {
  it('公开数据：不用登录、不用提过诉求，从首页点进去就看得到；太少的不显示', async () => {
    const phone = await stage.phone('resident-zhouyang', { mode });
    await phone.see('本月公开数据', '收到诉求');
    await phone.gone('研判考核');
    await phone.tap('本月公开数据');
    await phone.see('大家在反映什么', '公用事业');
    const read = await phone.page.textContent('.ow-frame:not([hidden])');
    expect(read).toContain('收到诉求');
    expect(read).toMatch(/12\s*收到诉求/);
  });

  it('研判：街道看到三率和权重，按单位、网格、事项换着看，导出一张表', async () => {
    const phone = await stage.phone(coordinator, { mode });
    await phone.tap('研判考核');
    await phone.see('三率', '原始', '剔除后', '响应率 × 0.2', '每月诉求');
    await phone.tap('按事项');
    await phone.see('水管爆裂、停水', '垃圾堆积');
    const [download] = await Promise.all([phone.page.waitForEvent('download'), phone.tap('分类表（CSV）')]);
    expect(download.suggestedFilename()).toMatch(/^雪莲河街道-\d{4}-\d{2}-研判-按事项\.csv$/);
    const words = await readFile(await download.path(), 'utf8');
    expect(words).toContain('"水管爆裂、停水","7"');
    await phone.tap('上一期');
    await phone.tap('下一期');
    await phone.see('水管爆裂、停水');
  });

  it('走势：点一个事项，看这个月逐日、这一年逐月，写着同样的数', async () => {
    const phone = await stage.phone(coordinator, { mode });
    await phone.tap('研判考核');
    await phone.tap('按事项');
    await phone.tap('水管爆裂、停水');
    await phone.see('走势', '明细', '诉求 7 件 · 结案 0 件');
    expect(await phone.parts('.column').last().getAttribute('aria-label')).toMatch(/日 —$/);
    await phone.tap('按年看');
    await phone.see('1月', '诉求 7 件 · 结案 0 件');
  });

  it('诉求地图：点一个网格，看那里有哪几件，点一件打开', async () => {
    const phone = await stage.phone(coordinator, { mode });
    await phone.tap('研判考核');
    await phone.tap('诉求地图');
    await phone.see('12 件', '各网格');
    await phone.tap('没有定网格');
    await phone.see('水管爆裂、停水', '待受理');
    await phone.tap('路灯不亮');
    await phone.see('居民诉求');
  });

  it('我的数据：部门看到手里几件、本单位和全街道', async () => {
    const phone = await stage.phone(water, { mode });
    await phone.tap('我的数据');
    await phone.see('供排水公司', '正在手里', '本单位', '全街道');
  });
});
