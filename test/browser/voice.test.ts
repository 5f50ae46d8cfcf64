import { askDoor, countAtDoor } from '../support/doorbell.ts';
import type { Phone } from '../support/handset.ts';
import { modes } from '../support/modes.ts';
import { setStage } from '../support/stage.ts';
import * as step from './steps.ts';

const stage = setStage();
const { coordinator: desk } = step.people;
const spoken = '（语音诉求）';

/** A tap begins, a tap ends. */
async function speaks(phone: Phone): Promise<void> {
  await phone.tap('用说的');
  await phone.see('2 秒', '正在听，说完点一下');
  await phone.tap('说完了');
  await phone.see('录音 1');
}

/** Played to its end. */
async function listens(phone: Phone): Promise<void> {
  await phone.tap('录音 1');
  await phone.see('停止 录音 1');
  await phone.see('播放 录音 1');
  await phone.gone('放不出来，请稍后再试');
}

it('老人用说的：录一段、听一遍、提交；专班听了写下来，按建议派单；她读得到听写的话', async () => {
  const words = '花园小区从昨晚停电到现在，一直跳闸，老人家里吸氧机不敢用。';
  const elder = await stage.phone('resident-dawa', { path: step.at.submit, size: 'elder', width: 320 });
  await speaks(elder);
  await listens(elder);
  await elder.tap('说不清地点');
  await elder.tap('提交');
  await elder.see('已提交');
  await elder.tap('看进度');
  await elder.see(spoken, '录音 1');
  const [{ id = '' } = {}] = (await askDoor(stage.street.url, 'resident-dawa', 'mine', {})).items;

  const coordinator = await stage.phone(desk);
  await step.opens(coordinator, spoken);
  await coordinator.see('只有录音，没有文字：请先听写');
  await listens(coordinator);
  await step.makes(coordinator, '听写', async () => {
    await listens(coordinator);
    await coordinator.type('他说的话', words);
  });
  await coordinator.see('工作人员听写', words, '建议 · 直派', '停电、电压不稳');
  await coordinator.tap('受理并派单');
  await coordinator.see('等签收');

  await elder.go(`/pages/appeal/appeal?id=${id}`);
  await elder.see('工作人员听写', words, '录音 1');
});

describe.each(modes)('用$by', ({ mode }) => {
  it('没有网络时：录音留在手机里，重开还在，有网络自己发出，只有一件', async () => {
    const person = mode === 'touch' ? 'resident-chenlan' : 'resident-deji';
    const phone = await stage.phone(person, { mode, path: step.at.submit });
    await speaks(phone);
    await phone.go(step.at.home);
    await phone.tap('有一件还没写完，继续写');
    await phone.see('录音 1', '再说一段');
    await phone.offline();
    await phone.tapTwice('提交');
    await phone.see('还没有发出去');
    await phone.go(step.at.mine);
    await phone.see('排队中', spoken);
    expect(await countAtDoor(stage.street.url, person, spoken)).toBe(0);
    await phone.online();
    await phone.gone('排队中');
    await phone.see('待受理', spoken);
    expect(await countAtDoor(stage.street.url, person, spoken)).toBe(1);
  });
});

it('没点“说完了”就提交，说的话也在里面；说错了可以删掉重说', async () => {
  const phone = await stage.phone('resident-norbu', { path: step.at.submit });
  await speaks(phone);
  await phone.tap('删除 录音 1');
  await phone.gone('录音 1');
  await phone.tap('用说的');
  await phone.see('2 秒');
  await phone.tap('提交');
  await phone.see('已提交');
  await phone.tap('看进度');
  await phone.see(spoken, '录音 1');
});

it('麦克风没有打开：说明白，还能写字提交', async () => {
  const phone = await stage.phone('resident-zhuoma', { path: step.at.submit, deaf: true });
  await phone.tap('用说的');
  await phone.see('麦克风没有打开。请在手机里允许录音，或者直接写字');
  await phone.type('什么事', '巷子里的路灯坏了好几天。');
  await phone.tap('提交');
  await phone.see('已提交');
});
