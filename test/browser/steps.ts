import type { Phone } from '../support/handset.ts';
import { picture } from '../support/picture.ts';

/** The steps of an appeal as people take them on their phones. Each begins and ends where its name says. */

export const at = {
  home: '/pages/home/home',
  submit: '/pages/submit/submit',
  mine: '/pages/mine/mine',
  intake: '/coordinator/pages/intake/intake',
  board: '/coordinator/pages/board/board',
  whistle: '/coordinator/pages/whistle/whistle',
  leave: '/coordinator/pages/leave/leave',
  inbox: '/staff/pages/inbox/inbox',
  followUps: '/coordinator/pages/follow-ups/follow-ups',
  agenda: '/coordinator/pages/agenda/agenda',
  supervisions: '/staff/pages/supervisions/supervisions',
};

export const people = {
  resident: 'resident-zhuoma',
  coordinator: 'coordinator-pubu',
  urban: 'urban-handler',
  streetUrban: 'street-urban-handler',
  market: 'market-handler',
  gridChief: 'grid-chief-pasang',
  water: 'utilities-water-handler',
  waterLeader: 'utilities-water-leader',
  housingLeader: 'housing-leader',
  followUpClerk: 'follow-up-dolma',
  leader: 'leader-tsering',
  supervisor: 'supervisor-tashi',
};

/** On 提交: written, sent, and its page opened. */
export async function submits(phone: Phone, text: string): Promise<void> {
  await phone.go(at.submit);
  await phone.type('什么事', text);
  await phone.type('在哪里', '格桑路 12 号院门口');
  await phone.tap('提交');
  await phone.see('已提交');
  await phone.tap('看进度');
  await phone.see(text);
}

/** Opens an appeal from 受理. */
export async function opens(phone: Phone, text: string): Promise<void> {
  await phone.go(at.intake);
  await phone.tap(text);
  await phone.see('居民诉求');
}

/** Makes a move that has a form: the button, the form, and the button of the form. */
export async function makes(phone: Phone, move: string, fill: () => Promise<void>): Promise<void> {
  await begins(phone, move);
  await phone.see('填写内容自动保存在本机');
  await fill();
  await phone.tap(move);
  await phone.gone('填写内容自动保存在本机');
}

/** The move on the bar, or behind 更多. */
export async function begins(phone: Phone, move: string): Promise<void> {
  await phone.ready();
  const stands = async (label: string) => (await phone.parts(`.moves [aria-label="${label}"]`).count()) > 0;
  if (!(await stands(move)) && (await stands('更多'))) await phone.tap('更多');
  await phone.tap(move);
}

/** On the coordinator's appeal: taken on as it is proposed. */
export async function accepts(phone: Phone): Promise<void> {
  await makes(phone, '受理', async () => {});
  await phone.see('已受理');
}

/** To the proposed units, without those named here. */
export async function dispatches(phone: Phone, ...without: string[]): Promise<void> {
  await phone.tap('派单');
  await phone.see('承办单位');
  for (const unit of without) await phone.tap(`移除 ${unit}`);
  await phone.tap('派单');
  await phone.see('已派单');
}

/** On the coordinator's appeal: goes along with the one of this number. */
export async function merges(phone: Phone, number: string): Promise<void> {
  await makes(phone, '并案', async () => {
    await phone.type('输入几个字查找', number);
    await phone.tap(number);
  });
  await phone.see(`已并入 ${number}`);
}

export async function declines(phone: Phone, branch: string, words: string): Promise<void> {
  await decides(phone, '不予受理', async () => {
    await phone.tap(branch);
    await phone.type('给居民的说明', words);
  });
}

/** From 待办, where its matter and place are read, to the task. */
export async function opensTask(phone: Phone, number: string): Promise<void> {
  await phone.go(at.inbox);
  await phone.tap(number);
  await phone.see('居民诉求');
}

/** From 待办, the newest task of a whistle, by the words of its appeal. */
export async function opensWhistled(phone: Phone, text: string): Promise<void> {
  await phone.go(at.inbox);
  await phone.tap('吹哨');
  await phone.tap('流动摊点占道');
  await phone.see(text);
}

/** On the composer: these units, the first one leads, each told what to do; then asked for. */
export async function whistles(phone: Phone, subject: string, units: readonly string[]): Promise<void> {
  await begins(phone, '吹哨');
  await phone.see('吹哨事由');
  await phone.type('前提说明', '社区劝过三次，街道没有执法权');
  await phone.type('吹哨事由', subject);
  for (const unit of units) await phone.type(`${unit} 需要做什么（必填）`, '到现场，依职责处理');
  await phone.tap('预览各部门收到的内容');
  await phone.see('各部门将收到');
  await phone.tap('报请吹哨');
  await phone.see('待审批');
}

/** The leader, from the board. */
export async function approves(phone: Phone, subject: string): Promise<void> {
  await phone.go(at.board);
  await phone.tap('待审批');
  await phone.tap(subject);
  await phone.see('等街道领导审批');
  await phone.tap('批准吹哨');
  await phone.tap('确定');
  await phone.see('报到中');
}

/** 报到码 as it stands on the page of the whistle. */
export async function codeOn(phone: Phone): Promise<string> {
  await phone.see('报到码');
  return (await phone.parts('.coded .code').innerText()).trim();
}

export async function reportsIn(phone: Phone, code: string): Promise<void> {
  await makes(phone, '报到', () => phone.type('现场的报到码', code));
  await phone.see('已报到');
}

/** A move that cannot be undone, and asks nothing that must be said. */
export async function finishes(phone: Phone, move: string): Promise<void> {
  await begins(phone, move);
  await phone.see('填写内容自动保存在本机');
  await phone.tap(move);
  await phone.tap('确定');
  await phone.gone('填写内容自动保存在本机');
}

/** At the place the phone stands at. */
export async function reportsHere(phone: Phone): Promise<void> {
  await makes(phone, '报到', async () => {
    await phone.tap('取当前位置');
    await phone.see('已取到位置');
  });
  await phone.see('已报到');
}

/** A move the office says no to, and why; the form is closed again. */
export async function isRefused(phone: Phone, move: string, fill: () => Promise<void>, why: string) {
  await begins(phone, move);
  await phone.see('填写内容自动保存在本机');
  await fill();
  await phone.tap(move);
  await phone.see('没有成功', why);
  await phone.tap('确定');
  await phone.tap('关闭');
  await phone.gone('填写内容自动保存在本机');
}

export async function acknowledges(phone: Phone): Promise<void> {
  await phone.tap('签收');
  await phone.see('已签收');
}

/** The leader of a unit on its task: not ours, but theirs. */
export async function objects(phone: Phone, duty: string, owner: string): Promise<void> {
  await decides(phone, '派单异议', async () => {
    await phone.type('职责依据', duty);
    await phone.type('输入几个字查找', owner);
    await phone.tap(owner);
  });
}

/** A move that cannot be undone: the form, its button, and yes. */
export async function decides(phone: Phone, move: string, fill: () => Promise<void>): Promise<void> {
  await begins(phone, move);
  await phone.see('填写内容自动保存在本机');
  await fill();
  await phone.tap(move.split(' ')[0] ?? move);
  await phone.tap('确定');
  await phone.gone('填写内容自动保存在本机');
}

export async function contacts(phone: Phone, words: string): Promise<void> {
  await makes(phone, '联系居民', async () => {
    await phone.tap('电话');
    await phone.type('联系情况', words);
  });
}

export async function works(phone: Phone, words: string): Promise<void> {
  await makes(phone, '记录办理', async () => {
    await phone.type('办理情况', words);
    await phone.photograph('加照片', picture());
    await phone.see('照片 1');
    await phone.tap('让居民看到');
  });
}

export async function handsIn(phone: Phone, words: string): Promise<void> {
  await makes(phone, '提交结果', async () => {
    await phone.tap('解决了');
    await phone.type('办理结果', words);
  });
}

export async function replies(phone: Phone, words: string): Promise<void> {
  await makes(phone, '答复居民', async () => {
    await phone.type('答复内容', words);
    await phone.tap('解决了');
  });
}

/** On the coordinator's appeal: the reply goes to the resident. */
export async function passes(phone: Phone): Promise<void> {
  await makes(phone, '审核', () => phone.tap('通过'));
}

/** On the resident's appeal. */
export async function rates(phone: Phone, solved: string, satisfied: string): Promise<void> {
  await phone.again();
  await phone.tap('评价');
  await phone.tap(solved);
  await phone.tap(satisfied);
  await phone.tap('提交评价');
  await phone.see('您的评价');
}

/** On the resident's appeal. */
export async function withdraws(phone: Phone): Promise<void> {
  await phone.again();
  await begins(phone, '撤回');
  await phone.tap('确定撤回');
  await phone.see('已撤回');
}

/** The number on the page that is open. */
export async function numberOn(phone: Phone): Promise<string> {
  await phone.see('编号');
  const number = /JSJB-[\w-]+/.exec((await phone.page.textContent('.ow-frame:not([hidden])')) ?? '')?.[0];
  if (!number) throw new Error('no number on this page');
  return number;
}
