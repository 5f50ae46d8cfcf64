import type { AppealView, Explained, PublicOffice } from '../../domain/client.ts';
import { propose } from '../../domain/routing/propose.ts';
import { demoOffice } from '../../local/office/office.ts';
import { drawn, warningOf } from '../../miniprogram/components/form-sheet/drawn.ts';
import { order } from '../../miniprogram/components/form-sheet/order.ts';
import { split } from '../../miniprogram/components/moves-bar/split.ts';
import { acceptAnd, twice } from '../../miniprogram/coordinator/lib/actions.ts';
import { added, choiceError, findUnits, led, removed } from '../../miniprogram/coordinator/lib/chosen.ts';
import { formOf as deskForm } from '../../miniprogram/coordinator/lib/forms.ts';
import { acceptOf, unitsOf } from '../../miniprogram/coordinator/lib/proposal.ts';
import { proposals } from '../../miniprogram/coordinator/lib/proposals.ts';
import { shownOf } from '../../miniprogram/coordinator/pages/appeal/appeal-shown.ts';
import { suggestionShown } from '../../miniprogram/coordinator/pages/appeal/suggestion-shown.ts';
import { dispatchErrors, dispatchOf } from '../../miniprogram/coordinator/pages/dispatch/dispatch-form.ts';
import {
  callOf,
  firstForm,
  instantOf,
  newCode,
  received,
  themed,
  toggled,
  type WhistleForm,
  whistleErrors,
} from '../../miniprogram/coordinator/pages/whistle/whistle-form.ts';
import { copyOf } from '../../miniprogram/lib/copy.ts';
import {
  commandOf,
  draftOf,
  edited,
  errorsOf,
  type Form,
  keep,
  repicked,
} from '../../miniprogram/lib/form.ts';
import { pursuitForm } from '../../miniprogram/lib/pursuit-forms.ts';
import { formOf } from '../../miniprogram/staff/pages/task/forms.ts';
import { replyHints } from '../../miniprogram/staff/pages/task/reply-hints.ts';
import { city } from '../support/city.ts';
import { fine, type Phone, pickUpPhone, refused } from '../support/phone.ts';

let phone: Phone;
beforeEach(() => {
  phone = pickUpPhone();
});

const approvals = {
  appeal: 'streetLeader',
  keyWork: 'secretary',
  enforcement: 'streetLeader',
  emergency: 'none',
} as const;
const office: PublicOffice = {
  ...demoOffice,
  approvals,
  replyLength: 20,
  recording: { longest: 60, most: 3 },
};

function appeal(text: string, part: Partial<AppealView> = {}): AppealView {
  return {
    id: 'a1',
    number: 'XL20261120-0001',
    status: 'submitted',
    relation: 'coordinator',
    ball: { holder: 'coordinator', sentence: '' },
    submittedAt: 0,
    round: 0,
    following: 0,
    urges: 0,
    missed: [],
    identity: 'open',
    text,
    photos: [],
    units: [],
    ...part,
  };
}

/** What the door proposes for these words. */
const proposed = (text: string): Explained => propose({ text, grid: 'grid-shanjiao' }, city, { past: [] });

describe('建议', () => {
  test('说出怎么办、是哪个事项、为什么', () => {
    expect(suggestionShown(proposed('屋里冷，暖气片漏水，供暖一直不热'))).toMatchObject({
      way: '直派',
      matter: '暖气不热',
      lead: '供暖公司',
      assists: '物业管理办',
      clear: true,
      why: expect.stringMatching(/^提到「暖气片漏水」.*。把握 \d+%$/),
    });
  });

  test('建议吹哨的理由自己带句号，连起来也只有一个', () => {
    const shown = suggestionShown(proposed('小学后门有五六条流浪狗，追着孩子咬'));
    expect(shown?.why).toMatch(/建议吹哨：[^。]+。把握/);
  });

  test('没有把握的，列出另外的可能，点一下就改', () => {
    const shown = suggestionShown(proposed('路灯坏了，垃圾也没清'));
    expect(shown).toMatchObject({ way: '先会商', clear: false });
    expect(shown?.also.map(({ zh }) => zh)).toContain('垃圾堆积');
  });

  test('没有对得上的：没有建议', () => {
    expect(suggestionShown(proposed('你好'))).toBeNull();
    expect(suggestionShown(undefined)).toBeNull();
  });

  test('照建议受理，建议的是什么也一并记下', () => {
    expect(acceptOf(proposed('停电跳闸'))).toEqual({
      type: 'accept',
      kind: 'help',
      tier: 'T2',
      matter: 'power-cut',
      proposed: 'power-cut',
    });
    expect(unitsOf(proposed('屋里冷，供暖不热'))).toEqual([
      { unit: 'heating', role: 'lead' },
      { unit: 'property', role: 'assist' },
    ]);
  });

  test('改成别的事项，建议的是什么仍一并记下', () => {
    const about = { matters: office.matters, proposal: proposed('停电跳闸') };
    const form = deskForm({ process: 'appeal', id: 'a1', type: 'accept' }, about, copyOf('deskForms'));
    if (!form) throw new Error('accept');
    expect(commandOf(form, { ...form.first, matter: 'lift' })).toMatchObject({
      matter: 'lift',
      proposed: 'power-cut',
    });
  });

  test('吹哨可以叫的：事项的单位，再加所在网格的社区', () => {
    const near = proposals(proposed('山体落石，滑坡，山上掉石头'), office).map(({ zh }) => zh);
    expect(near.slice(0, 3)).toEqual(['自然资源局', '应急管理局', '林草局']);
    expect(near.at(-1)).toBe('北山社区');
  });
});

describe('受理并派单', () => {
  const run = (ids = twice(), next: 'dispatch' | 'entrust' = 'dispatch') =>
    acceptAnd(next, 'a1', proposed('停电了'), ids, () => {});
  const types = () => phone.sent.map((call) => (call.command as { type: string }).type);

  test('先受理，再派单', async () => {
    expect(await run()).toEqual({ far: 'all', sentence: '' });
    expect(types()).toEqual(['accept', 'dispatch']);
  });

  test('派单没成：如实说已受理', async () => {
    phone.door = (call) =>
      (call.command as { type: string }).type === 'dispatch' ? refused('选了不存在的单位') : fine;
    expect(await run()).toEqual({ far: 'half', sentence: '选了不存在的单位' });
  });

  test('先受理，再先交网格员；派单用过的编号不拿来用', async () => {
    const ids = twice();
    await run(ids);
    expect(await run(ids, 'entrust')).toEqual({ far: 'all', sentence: '' });
    expect(phone.sent.at(-1)?.command).toEqual({ type: 'entrust', step: 'grid' });
    expect(new Set(phone.sent.map((call) => call.commandId)).size).toBe(3);
  });

  test('再试一次用同样的编号', async () => {
    const ids = twice();
    await run(ids);
    await run(ids);
    expect(new Set(phone.sent.map((call) => call.commandId)).size).toBe(2);
  });
});

describe('听写', () => {
  const recordings = [{ id: 'r1', seconds: 23 }];
  const mine = ['accept', 'transcribe', 'question', 'merge', 'transfer'];
  const beside = { office, proposal: undefined };
  const t = () => ({
    ...{ desk: copyOf('desk'), own: copyOf('deskAppeal') },
    ...{ urgency: copyOf('urgency'), leave: copyOf('leave') },
  });
  const shown = (view: AppealView) => {
    const detail = { view, moves: mine, lines: [], leave: { requests: [], objections: [] } };
    return shownOf(detail, beside, {}, 0, t());
  };
  const main = (view: AppealView) => split(shown(view).moves).near.find((button) => button.main)?.type;

  test('只有录音的，第一步是听写；写了字的、听写过的，第一步是受理', () => {
    expect(main(appeal('（语音诉求）', { recordings }))).toBe('transcribe');
    expect(main(appeal('暖气片漏水', { recordings }))).toBe('accept');
    expect(main(appeal('暖气片漏水', { recordings, transcript: '暖气片漏水' }))).toBe('accept');
  });

  test('听写的话写明是听写的，不说两遍', () => {
    const { appeal: told } = shown(appeal('暖气片漏水', { recordings, transcript: '暖气片漏水' }));
    expect(told).toMatchObject({ text: '', recordings, transcript: '暖气片漏水' });
    const { appeal: both } = shown(appeal('请快来', { recordings, transcript: '暖气片漏水' }));
    expect(both).toMatchObject({ text: '请快来', transcript: '暖气片漏水' });
  });

  test('边听边写；写过的接着改', () => {
    const to = { process: 'appeal', id: 'a1', type: 'transcribe' } as const;
    const form = deskForm(to, { matters: [], transcript: '暖气片漏' }, copyOf('deskForms'));
    expect(form).toMatchObject({ title: '听写', listen: true, first: { words: '暖气片漏' } });
    if (!form) throw new Error('no form');
    expect(errorsOf(form, { words: '漏' })).toEqual({ words: '听写的话至少 2 字' });
    expect(errorsOf(form, { words: '暖气片漏水' })).toEqual({});
  });
});

describe('一件诉求下面的几步', () => {
  const words = () => ({
    desk: copyOf('desk'),
    own: copyOf('deskAppeal'),
    urgency: copyOf('urgency'),
    leave: copyOf('leave'),
  });
  const shown = (moves: readonly string[], part: Partial<AppealView> = {}) => {
    const text = '屋里冷，暖气片漏水，供暖一直不热';
    const detail = { view: appeal(text, part), moves, lines: [], leave: { requests: [], objections: [] } };
    return split(shownOf(detail, { office, proposal: proposed(text) }, {}, 0, words()).moves);
  };
  const refusing = { declineProposal: { zh: '违反法律', words: '要求的事违反法律规定' } };
  const mine = ['accept', 'question', 'merge', 'transfer'];
  const main = ({ near }: ReturnType<typeof split>) => near.find((button) => button.main)?.zh;

  test('没有人提不予受理的时候，一点就受理并派单', () => {
    expect(main(shown(mine))).toBe('受理并派单');
  });

  test('球在居民或单位手里的时候，没有哪一步是主要的', () => {
    const ball = { holder: 'resident', sentence: '已答复，等居民评价' } as const;
    const { near } = shown(['redo', 'close'], { status: 'awaitingRating', ball });
    expect(near.map(({ zh, main }) => [zh, main])).toEqual([
      ['退回重办', false],
      ['结案', false],
    ]);
  });

  test('知道在哪个网格的，更多里第一个是受理并先交网格；交上来过的、重办的、不知道网格的没有', () => {
    const place = { address: '柳林巷', grid: 'grid-1' };
    const far = (part: Partial<AppealView>) => shown(mine, part).far.map(({ zh }) => zh);
    expect(far({ place })[0]).toBe('受理并先交网格');
    const climbs = [{ step: 'street', reason: 'overdue', at: 0 }] as unknown as NonNullable<
      AppealView['climbs']
    >;
    const without: Partial<AppealView>[] = [
      { place: { address: '柳林巷' } },
      { place, round: 1 },
      { place, climbs },
    ];
    for (const part of without) expect(far(part)).not.toContain('受理并先交网格');
  });

  test('派出以后没有要办的：改、申请、回避都收在更多里', () => {
    const { near, far } = shown(['reclassify', 'ask', 'regrid', 'recuse'], { status: 'dispatched' });
    expect([near, far.map(({ zh }) => zh)]).toEqual([[], ['改类型和时限', '申请', '改网格', '本人回避']]);
  });

  test('提的人：没有一步是主要的，受理收在更多里', () => {
    const { near, far } = shown(mine, refusing);
    expect([...near, ...far].some((button) => button.main)).toBe(false);
    expect(far.map(({ zh }) => zh)).toEqual(['受理']);
  });

  test('第二个人：先复核', () => {
    expect(main(shown(['confirmDecline', ...mine], refusing))).toBe('复核不予受理');
  });
});

describe('选单位', () => {
  const two = added(added([], 'urban'), 'police');

  test('第一个是主办，后面的是协办', () => {
    expect(two.map(({ role }) => role)).toEqual(['lead', 'assist']);
    expect(added(two, 'urban')).toBe(two);
  });

  test('换主办，原来的变协办', () => {
    expect(led(two, 'police').map(({ role }) => role)).toEqual(['assist', 'lead']);
  });

  test('移走主办，就要重新指定', () => {
    expect(choiceError(removed(two, 'urban'), 1)).toBe('请指定一个主办单位');
    expect(choiceError([], 1)).toBe('请选择主办单位');
  });

  test('按名称或职责查找', () => {
    expect(findUnits(office, ' ', [])).toEqual([]);
    expect(findUnits(office, '拖欠工资', []).map(({ zh }) => zh)).toEqual(['人社局']);
    expect(findUnits(office, '派出所', two)[0]).toMatchObject({ id: 'police', on: true });
  });

  test('派单一个主办就够', () => {
    expect(dispatchErrors(added([], 'urban'))).toEqual({});
    expect(dispatchErrors([])).toMatchObject({ units: '请选择主办单位' });
  });

  test('会商之后派单，要写会商结论', () => {
    expect(dispatchErrors(added([], 'urban'), ' ')).toEqual({ words: '会商结论至少 4 字' });
    expect(dispatchOf(added([], 'urban'), '各方同意由城管局办')).toEqual({
      type: 'designate',
      units: [{ unit: 'urban', role: 'lead' }],
      words: '各方同意由城管局办',
    });
  });
});

describe('吹哨', () => {
  /** 2026-11-20 10:00 in Beijing. */
  const now = Date.UTC(2026, 10, 20, 2);
  const t = { past: '时间已过', halfMeet: '都要选', noArrival: '至少选一样' };
  const form: WhistleForm = {
    theme: 'appeal',
    because: 'tried',
    grounds: '社区已经劝离住户，落石要专业部门看',
    subject: '山脚新村落石，请到场处置',
    units: [
      { unit: 'land', role: 'lead', need: '勘查定性' },
      { unit: 'emergency', role: 'assist', need: '拉警戒线' },
    ],
    date: '2026-11-20',
    time: '15:00',
    meetPlace: '山脚新村牌坊',
    point: null,
    code: '402915',
    coded: true,
    online: false,
    plan: '',
    partners: [{ unit: 'partner-volunteers', need: '引导群众绕行' }],
  };

  test('齐了就没有错', () => {
    expect(whistleErrors(form, now, t)).toEqual({});
  });

  test('只叫一个部门', () => {
    const one = { ...form, units: form.units.slice(0, 1) };
    expect(whistleErrors(one, now, t).units).toBe('至少叫两个部门；只有一个单位请直接派单');
  });

  test('没有主办、有两个主办', () => {
    const all = (role: 'lead' | 'assist') => form.units.map((unit) => ({ ...unit, role }));
    expect(whistleErrors({ ...form, units: all('assist') }, now, t).units).toBe('请指定一个主办单位');
    expect(whistleErrors({ ...form, units: all('lead') }, now, t).units).toBe('请指定一个主办单位');
  });

  test('谁没写要做什么，就在谁那里说', () => {
    const units = form.units.map((unit) => (unit.unit === 'emergency' ? { ...unit, need: ' ' } : unit));
    expect(whistleErrors({ ...form, units }, now, t)).toEqual({ emergency: '需要做什么至少 2 字' });
  });

  test('集合时间按北京时间，不能是过去，不能只选一半', () => {
    expect(instantOf(form)).toBe(Date.UTC(2026, 10, 20, 7));
    expect(whistleErrors({ ...form, time: '09:00' }, now, t).meetAt).toBe('时间已过');
    expect(whistleErrors({ ...form, time: '' }, now, t).meetAt).toBe('都要选');
    expect(callOf({ ...form, date: '', time: '' })).not.toHaveProperty('meetAt');
  });

  test('事由先写事项和地点，不带居民的话', () => {
    const view = appeal('我家孩子被吓到了', {
      matter: { id: 'landslide', zh: '山体落石' },
      place: { address: '山脚' },
    });
    expect(firstForm(view, undefined).subject).toBe('山脚：山体落石');
  });

  test('预览：每个部门收到自己的那一份', () => {
    const [first, second, third] = received(form, appeal('', { place: { address: '山脚' } }), office, now);
    expect(first).toMatchObject({
      zh: '自然资源局',
      role: '主办',
      need: '勘查定性',
      meet: '11月20日 15:00 山脚新村牌坊',
    });
    expect(second).toMatchObject({
      zh: '应急管理局',
      role: '协办',
      need: '拉警戒线',
      partners: '志愿服务队',
    });
    expect(third).toMatchObject({
      zh: '志愿服务队',
      role: '联办方',
      need: '引导群众绕行',
      subject: '',
      about: '',
    });
  });

  test('联办方点一下加上，再点一下去掉', () => {
    const help = { unit: 'partner-shops', need: '到现场协助' };
    expect(toggled([], help.unit, help.need)).toEqual([help]);
    expect(toggled([help], help.unit, help.need)).toEqual([]);
  });

  test('没有写前提，就在前提那里说；应急处置哨的前提就是险情', () => {
    expect(whistleErrors({ ...form, grounds: ' ' }, now, t)).toHaveProperty('grounds');
    expect(themed('emergency', 'tried').because).toBe('danger');
    expect(themed('enforcement', 'danger').because).toBe('tried');
  });

  test('到场要有凭据：地点、报到码、线上，至少一样', () => {
    expect(whistleErrors({ ...form, coded: false }, now, t)).toEqual({ arrival: '至少选一样' });
    expect(whistleErrors({ ...form, coded: false, online: true }, now, t)).toEqual({});
    expect(callOf({ ...form, coded: false })).not.toHaveProperty('code');
  });

  test('报到码是六位数字', () => {
    for (let time = 0; time < 100; time += 1) expect(newCode()).toMatch(/^\d{6}$/);
  });

  test('没有诉求，直接吹的：从应急处置哨写起', () => {
    expect(firstForm(undefined, undefined)).toMatchObject({
      theme: 'emergency',
      because: 'danger',
      units: [],
    });
  });
});

const meet = { radius: 300, coded: true, online: true, point: { lng: 91.1, lat: 29.6 } };
const about = { task: 't1', appeal: 'a1', phone: '13900000101', replyLength: 20, whistle: 'w1', meet };
const taskForm = (type: string): Form => {
  const form = formOf(type, about, copyOf('taskForms'));
  if (!form) throw new Error(type);
  return form;
};

describe('表单', () => {
  test('签收、出发什么也不问', () => {
    expect(formOf('acknowledge', about, copyOf('taskForms'))).toBeUndefined();
    expect(formOf('setOut', about, copyOf('taskForms'))).toBeUndefined();
  });

  test('没有电话就没有拨打', () => {
    const form = formOf('contact', { ...about, phone: '' }, copyOf('taskForms'));
    expect(form?.fields.map(({ kind }) => kind)).toEqual(['choice', 'words']);
  });

  test('错在哪一格就说在哪一格', () => {
    expect(errorsOf(taskForm('submit'), {})).toEqual({
      outcome: '请选择是否解决',
      words: '办理结果至少 4 字',
    });
  });

  test('线上报到不带位置', () => {
    const point = { lng: 91.1, lat: 29.6 };
    expect(commandOf(taskForm('reportIn'), { way: 'online', point, code: '402915' })).toEqual({
      type: 'reportIn',
      way: 'online',
    });
    expect(commandOf(taskForm('reportIn'), { way: 'onsite', point })).toMatchObject({ point });
  });

  test('报到：有地点才问位置，有报到码才问码，准许线上才有线上', () => {
    const named = (given: object) =>
      formOf(
        'reportIn',
        { ...about, meet: { radius: 300, coded: false, ...given } },
        copyOf('taskForms'),
      )?.fields.map(({ name }) => name);
    expect(named({ coded: true })).toEqual(['way', 'code', 'words']);
    expect(named({ point: { lng: 91.1, lat: 29.6 } })).toEqual(['way', 'point', 'words']);
    expect(commandOf(taskForm('reportIn'), { way: 'onsite', code: '' })).toEqual({
      type: 'reportIn',
      way: 'onsite',
    });
  });

  test('评这一哨，发给哨；回避先问一声', () => {
    expect(taskForm('judge')).toMatchObject({ process: 'whistle', id: 'w1', title: '评这一哨' });
    expect(taskForm('recuse').warn).toBe('提交后不能撤回。');
  });

  test('模板里的空格没填完不能发', () => {
    const text = '您反映的【问题】，我单位已到现场核查并处理完毕，请放心。';
    expect(errorsOf(taskForm('reply'), { text, outcome: 'solved' })).toEqual({
      text: '还有 1 处【】没有填写',
    });
  });

  test('答复太短，按本街道的字数说', () => {
    expect(errorsOf(taskForm('reply'), { text: '已办好', outcome: 'solved' })).toEqual({
      text: '答复内容至少 20 字',
    });
  });

  test('退回补办要写明，通过不用', () => {
    const form = deskForm(
      { process: 'appeal', id: 'a1', type: 'review' },
      { matters: [] },
      copyOf('deskForms'),
    );
    if (!form) throw new Error('review');
    expect(commandOf(form, { pass: 'yes' })).toEqual({ type: 'review', pass: true });
    expect(errorsOf(form, { pass: 'no' })).toHaveProperty('words');
  });

  test('先交网格：先给网格员，不写要求也发得出', () => {
    const form = deskForm(
      { process: 'appeal', id: 'a1', type: 'entrust' },
      { matters: [] },
      copyOf('deskForms'),
    );
    if (!form) throw new Error('entrust');
    expect(form.title).toBe('先交网格');
    expect(commandOf(form, form.first)).toEqual({ type: 'entrust', step: 'grid' });
    expect(errorsOf(form, form.first)).toEqual({});
  });

  test('上交一级：要写为什么办不了', () => {
    const form = taskForm('passUp');
    expect(form).toMatchObject({ process: 'task', title: '上交一级' });
    expect(errorsOf(form, {})).toHaveProperty('words');
  });

  test('不予受理先给看是哪一条，并说明不能撤回', () => {
    const form = deskForm(
      { process: 'appeal', id: 'a1', type: 'decline' },
      { matters: [] },
      copyOf('deskForms'),
    );
    if (!form) throw new Error('decline');
    expect(warningOf(form, { branch: 'beyondDuty' })).toBe(
      '属于哪一种情形：不在政府职责范围，可走市场或社会渠道（《北京市接诉即办工作条例》第十一条第（五）项）\n提交后不能撤回。',
    );
  });
});

describe('召集会议', () => {
  const convene = (at: string) => {
    const to = { process: 'meeting', id: 'm1', type: 'convene' } as const;
    const form = pursuitForm(to, { now: Date.parse(at) }, copyOf('pursuitForms'));
    if (!form) throw new Error('convene');
    return form;
  };
  const days = (at: string) => {
    const field = convene(at).fields.find(({ name }) => name === 'meetAt');
    return field && 'options' in field ? field.options.map(({ zh, note }) => `${zh} ${note}`) : [];
  };

  test('说得出是哪一天，都在下午四点', () => {
    expect(days('2026-03-09T10:00:00+08:00')).toEqual([
      '今天 3月9日 16:00',
      '明天 3月10日 16:00',
      '2 天后 3月11日 16:00',
      '3 天后 3月12日 16:00',
      '7 天后 3月16日 16:00',
    ]);
  });

  test('今天四点已经过了，今天开就是现在开', () => {
    expect(days('2026-03-09T16:50:00+08:00').slice(0, 2)).toEqual([
      '今天 3月9日 16:50',
      '明天 3月10日 16:00',
    ]);
  });

  test('没有选哪天，说的是请选择', () => {
    const form = convene('2026-03-09T10:00:00+08:00');
    expect(errorsOf(form, form.first).meetAt).toBe('请选择哪天开');
  });
});

describe('例会议定', () => {
  const units = [
    { id: 'housing', zh: '住建局', kind: 'department' },
    { id: 'water', zh: '供水公司', kind: 'department' },
    { id: 'urban', zh: '城管局', kind: 'department' },
  ] as const;
  const resolve = () => {
    const about = { now: 0, units, topic: 'topic-1' };
    const form = pursuitForm(
      { process: 'meeting', id: 'm1', type: 'resolve' },
      about,
      copyOf('pursuitForms'),
    );
    if (!form) throw new Error('resolve');
    return form;
  };
  const fieldOf = (wanted: string) => resolve().fields.find(({ name }) => name === wanted);

  test('协办可以选几个，再点一下就不选', () => {
    const assists = fieldOf('assists');
    expect(repicked(assists, 'housing', 'water')).toBe('housing,water');
    expect(repicked(assists, 'housing,water', 'housing')).toBe('water');
    expect(repicked(assists, undefined, 'water')).toBe('water');
  });

  test('选填的，再点一下就不选；必选的，再点还是它', () => {
    const optional = { name: 'successor', label: '归入', kind: 'pick', options: [], optional: true } as const;
    expect(repicked(optional, 'street-lamp', 'street-lamp')).toBe('');
    expect(repicked(optional, '', 'street-lamp')).toBe('street-lamp');
    expect(repicked(fieldOf('lead'), 'housing', 'housing')).toBe('housing');
  });

  test('两个清单各找各的', () => {
    const form = resolve();
    const search = { lead: '住建' };
    const [lead, assists] = [1, 2].map(
      (at) => drawn(form, form.first, { given: {}, errors: {}, search })[at],
    );
    expect(lead?.found.map(({ zh }) => zh)).toEqual(['住建局']);
    expect(assists?.found).toHaveLength(3);
  });

  test('主办只有一个，再点是换人', () => {
    expect(repicked(fieldOf('lead'), 'housing', 'water')).toBe('water');
  });

  test('选了的看得见，照样交上去；一个也不选，就没有协办', () => {
    const form = resolve();
    const values = { ...form.first, lead: 'housing', assists: 'water,urban' };
    const field = drawn(form, values, { given: {}, errors: {}, search: {} })[2];
    expect(field).toMatchObject({
      chosen: '供水公司、城管局',
      found: [{ on: false }, { on: true }, { on: true }],
    });
    expect(commandOf(form, values)).toMatchObject({ lead: 'housing', assists: ['water', 'urban'] });
    expect(commandOf(form, { ...values, assists: '' })).toMatchObject({ assists: [] });
  });
});

describe('草稿', () => {
  let form: Form;
  beforeEach(() => {
    form = taskForm('work');
  });

  test('离开再来还在', () => {
    keep(form, edited(draftOf(form), 'words', '已到现场'));
    expect(draftOf(form).values.words).toBe('已到现场');
  });

  test('同样的内容再发一次是同一个编号，改过就是另一个', async () => {
    let draft = edited(draftOf(form), 'words', '已到现场');
    const note = (next: typeof draft) => {
      draft = next;
    };
    phone.online = false;
    await expect(order(form, draft, note)).rejects.toThrow();
    phone.online = true;
    const { commandId } = draft;
    await order(form, draft, note);
    expect(phone.sent).toMatchObject([
      { commandId, command: { words: '已到现场', photos: [], shared: false } },
    ]);
    expect(edited(draft, 'words', '又来一次').commandId).not.toBe(commandId);
  });

  test('报到码不对：不算报到，还可以报几次说在那一格；对了就是报到', async () => {
    const reporting = taskForm('reportIn');
    let view: object = { status: 'acknowledged', meet: { codesLeft: 4 } };
    phone.door = () => ({ ...fine, value: { view } });
    const sent = order(reporting, edited(draftOf(reporting), 'code', '000000'), () => {});
    await expect(sent).rejects.toMatchObject({ message: '报到码不对，还可以报 4 次', field: 'code' });
    view = { status: 'reportedIn', meet: { codesLeft: 4 } };
    await order(reporting, edited(draftOf(reporting), 'code', '402915'), () => {});
    view = { status: 'onTheWay', meet: { codesLeft: 0 } };
    await expect(order(reporting, draftOf(reporting), () => {})).rejects.toThrow('请现场的街道干部确认到场');
  });

  test('照片只交一次，断了接着交', async () => {
    for (const path of ['one', 'two']) phone.files.set(path, path);
    let draft = edited(edited(draftOf(form), 'words', '已到现场'), 'photos', ['one', 'two']);
    let fails = true;
    phone.door = (call) => {
      if (call.photo === 'two' && fails) return refused('太大', 'photos');
      return { ...fine, value: { id: `id-${call.photo}` } };
    };
    const note = (next: typeof draft) => {
      draft = next;
    };
    await expect(order(form, draft, note)).rejects.toThrow('太大');
    fails = false;
    await order(form, draft, note);
    expect(phone.sent.filter((call) => call.photo === 'one')).toHaveLength(1);
    expect(phone.sent.find((call) => 'command' in call)).toMatchObject({
      command: { photos: ['id-one', 'id-two'] },
    });
  });

  test('照片已不在手机上：说清楚，不发', async () => {
    const draft = edited(draftOf(form), 'photos', ['gone']);
    await expect(order(form, draft, () => {})).rejects.toThrow('有照片已不在本机');
    expect(phone.sent).toEqual([]);
  });
});

describe('答复的提示', () => {
  const met = (text: string) =>
    replyHints(text, copyOf('taskForms'))
      .filter((hint) => hint.met)
      .map(({ zh }) => zh);

  test('什么都没说', () => {
    expect(met('收到，谢谢')).toEqual([]);
  });

  test('办了什么、哪天、找谁，都说了', () => {
    expect(met('我单位已于11月20日疏通管道，如再堵请拨打电话 0891-0000103。')).toEqual([
      '说清办了什么',
      '写明日期或时间',
      '留下联系电话',
    ]);
  });

  test('模板没填完，提醒', () => {
    expect(replyHints('您反映的【问题】', copyOf('taskForms')).map(({ zh }) => zh)).toContain(
      '把模板里的【】都换成实际内容',
    );
  });
});
