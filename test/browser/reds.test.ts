import { sendToDoor } from '../support/doorbell.ts';
import { modes } from '../support/modes.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();
const { coordinator } = step.people;
const hour = 3_600_000;
/** A unit for each way of tapping: what one of them did is not the other's. */
const units = { touch: '燃气公司', mouse: '供电公司' } as const;

beforeAll(async () => {
  const { url, moveClock } = stage.street;
  for (const number of [1, 2]) {
    const command = {
      ...{ type: 'blow', theme: 'emergency', subject: `第 ${number} 处管线抢修`, code: '402915' },
      grounds: { because: 'danger', words: '威胁整栋楼' },
      units: [
        { unit: 'gas', role: 'lead', need: '到现场抢修' },
        { unit: 'power', role: 'assist', need: '到现场断电' },
      ],
    };
    await sendToDoor(url, coordinator, { process: 'whistle', id: `whistle-red-${number}`, command });
  }
  await moveClock(hour);
}, 120_000);

describe.each(modes)('用$by', ({ mode }) => {
  const zh = units[mode];
  it('研判上看得到谁一再亮红灯、是哪几哨，当场报区督查一声，另一声提周例会', async () => {
    const phone = await stage.phone(coordinator, { mode });
    await phone.tap('研判考核');
    const said = `${zh} 30 天内 2 次报到亮红灯`;
    await phone.see('一再亮红灯', said, '第 1 处管线抢修', '第 2 处管线抢修');
    await phone.tap(`报区督查 ${zh} 第 2 处管线抢修`);
    await phone.see(`报区督查 · ${zh}`, '过时未报到，亮红灯');
    await phone.type('上报说明', '催过三次，没有人来');
    await phone.tap(`报区督查 · ${zh}`);
    await phone.tap('确定');
    await phone.gone('填写内容自动保存在本机');
    await phone.gone(`报区督查 ${zh} 第 2 处管线抢修`);
    await phone.tap(`提周例会 ${said}`);
    await phone.tap('提出议题');
    await phone.gone('填写内容自动保存在本机');
    await phone.go(step.at.agenda);
    await phone.see(said);
  });
});
