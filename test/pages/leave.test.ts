import type { Ball, Leave, ObjectionView, Pending, Plea, RequestView, Unit } from '../../domain/client.ts';
import { split } from '../../miniprogram/components/moves-bar/split.ts';
import { copyOf } from '../../miniprogram/lib/copy.ts';
import { commandOf, errorsOf, type Form } from '../../miniprogram/lib/form.ts';
import { askingOf, firstDesk, leaveCards, requestCard } from '../../miniprogram/lib/leave.ts';
import { type LeaveAbout, leaveForm } from '../../miniprogram/lib/leave-forms.ts';
import { buttonsOf } from '../../miniprogram/staff/lib/moves.ts';
import { pickUpPhone } from '../support/phone.ts';

/** 2026-11-20 17:00 in Beijing. */
const now = Date.UTC(2026, 10, 20, 9);
const hour = 3_600_000;

beforeEach(() => {
  pickUpPhone();
});

const words = () => ({ leave: copyOf('leave'), urgency: copyOf('urgency') });
const ball: Ball = {
  holder: 'coordinator',
  sentence: '挂账申请等专班签署，最迟 11月20日 18:00 答复',
  startedAt: now - hour,
  dueAt: now + hour,
};
const brief = { appeal: 'a1', matterZh: '房屋漏水', address: '柳林巷 3 号' };

const request = (plea: Plea, part: Partial<RequestView> = {}): Pending<RequestView> => ({
  view: { id: 'a1-r5', status: 'raised', plea, brief, zh: '住建局', article: '', ball, raisedAt: 0, ...part },
  moves: ['endorse', 'refuse'],
});
const objection: Pending<ObjectionView> = {
  view: {
    id: 'a1-o-housing',
    status: 'raised',
    unit: 'housing',
    zh: '住建局',
    duty: '职责清单第 12 项',
    owner: { id: 'water', zh: '供水公司' },
    brief,
    ball,
    raisedAt: 0,
  },
  moves: ['uphold', 'overrule'],
};

describe('审批的卡片', () => {
  const hold: Plea = { kind: 'hold', reason: 'season', words: '开春再铺', days: 30 };

  test('说清谁要什么、为什么、多久，还剩多少时间', () => {
    expect(requestCard(request(hold), now, words())).toMatchObject({
      title: '挂账申请',
      who: '住建局',
      about: '房屋漏水 · 柳林巷 3 号',
      words: '开春再铺',
      facts: [
        { label: '原因', zh: '季节原因' },
        { label: '复核', zh: '30 天后' },
      ],
      sentence: '挂账申请等专班签署',
      left: '还剩 1 小时',
      urgency: 'today',
      moves: [
        { type: 'endorse', zh: '签署同意', danger: false },
        { type: 'refuse', zh: '不批准', danger: true },
      ],
    });
  });

  test('签署过的，批的人看得到意见', () => {
    const endorsed = { words: '情况属实', at: now };
    expect(requestCard(request(hold, { endorsed }), now, words()).facts).toContainEqual({
      label: '专班意见',
      zh: '情况属实',
    });
  });

  test.each<[string, Plea, string]>([
    ['延期', { kind: 'extend', amount: 3, unit: 'days', words: '等材料' }, '延长 3 天'],
    ['再次延期', { kind: 'extendAgain', amount: 120, unit: 'minutes', words: '等材料' }, '延长 2 小时'],
    ['终止办理', { kind: 'terminate', basis: '条例第十一条', words: '合同纠纷' }, '依据 条例第十一条'],
    [
      '剔除',
      { kind: 'exclude', measures: ['response', 'resolution'], words: '超出规定' },
      '不计入 响应率、解决率',
    ],
  ])('%s', (_, plea, fact) => {
    const { facts } = requestCard(request(plea), now, words());
    expect(facts.map(({ label, zh }) => `${label} ${zh}`)).toEqual([fact]);
  });

  test('异议排在申请前面：写明建议由谁办', () => {
    const leave: Leave = { requests: [request(hold)], objections: [objection] };
    const [first, second] = leaveCards(leave, now, words());
    expect(first).toMatchObject({ title: '派单异议', facts: [{ label: '建议承办', zh: '供水公司' }] });
    expect(first?.moves.map(({ zh, danger }) => [zh, danger])).toEqual([
      ['异议成立', false],
      ['异议不成立', true],
    ]);
    expect(second?.title).toBe('挂账申请');
  });

  test('没有就没有', () => {
    expect(leaveCards(undefined, now, words())).toEqual([]);
  });
});

const units: readonly Unit[] = [
  { id: 'housing', zh: '住建局', kind: 'department', duty: '公租房' },
  { id: 'water', zh: '供水公司', kind: 'department' },
];
const all: LeaveAbout = {
  askable: ['hold', 'extend', 'terminate', 'exclude', 'unmask'],
  limit: { amount: 7, unit: 'days' },
  units,
};
const form = (type: string, process: Form['process'] = 'appeal', about = all): Form => {
  const made = leaveForm({ process, id: 'a1', type }, about, copyOf('leaveForms'));
  if (!made) throw new Error(type);
  return made;
};
const options = (made: Form, name: string) => {
  const field = made.fields.find((each) => each.name === name);
  return field && 'options' in field ? field.options.map(({ zh }) => zh) : [];
};

describe('申请的表单', () => {
  test('只列出现在可以申请的', () => {
    expect(options(form('ask', 'appeal', { ...all, askable: ['hold', 'exclude'] }), 'kind')).toEqual([
      '挂账',
      '剔除',
    ]);
    expect(form('ask', 'appeal', { ...all, askable: ['exclude'] }).first).toEqual({ kind: 'exclude' });
  });

  test('延期只能选不超过原来时限的：四分之一、一半、一倍', () => {
    expect(options(form('ask'), 'amount')).toEqual(['2 天', '4 天', '7 天']);
    const short = form('ask', 'appeal', { ...all, limit: { amount: 1440, unit: 'minutes' } });
    expect(options(short, 'amount')).toEqual(['6 小时', '12 小时', '1 天']);
  });

  test.each([
    ['挂账', { kind: 'hold', reason: 'season', words: '开春再铺防水', days: '30' }, { days: 30 }],
    ['延期', { kind: 'extend', amount: '4', words: '材料四天后到' }, { amount: 4 }],
    ['终止', { kind: 'terminate', basis: '条例第十一条', words: '属于合同纠纷' }, {}],
    [
      '剔除',
      { kind: 'exclude', measures: 'resolution,satisfaction', words: '超出法律规定' },
      { measures: ['resolution', 'satisfaction'] },
    ],
    ['解密', { kind: 'unmask', words: '上门核实产权' }, {}],
  ])('%s：填的是什么，发的就是什么', (_, values, meant) => {
    expect(errorsOf(form('ask'), values)).toEqual({});
    expect(commandOf(form('ask'), values)).toEqual({ type: 'ask', ...values, ...meant });
  });

  test('没填的，在那一格说', () => {
    expect(errorsOf(form('ask'), {})).toEqual({ kind: '请选择申请什么' });
    expect(errorsOf(form('ask'), { kind: 'hold' })).toEqual({
      reason: '请选择挂账的原因',
      words: '推进计划至少 4 字',
      days: '请填写复核天数',
    });
  });

  test('异议：写明职责依据和应当由谁办；提交前再问一次', () => {
    const made = form('object', 'task');
    expect(made.warn).toBe('提交后不能撤回。');
    expect(options(made, 'owner')).toEqual(['住建局', '供水公司']);
    expect(errorsOf(made, { duty: '不管' })).toEqual({ duty: '职责依据至少 4 字', owner: '建议单位不正确' });
    const values = { duty: '职责清单第 12 项', owner: 'water' };
    expect(commandOf(made, values)).toEqual({ type: 'object', ...values });
  });

  test.each([
    ['endorse', 'request', '签署意见'],
    ['refuse', 'request', '不批准的理由'],
    ['uphold', 'objection', '成立的理由'],
    ['overrule', 'objection', '不成立的理由'],
    ['resume', 'appeal', '销账说明'],
  ] as const)('%s 要写理由', (type, process, label) => {
    expect(Object.values(errorsOf(form(type, process), {}))[0]).toContain(label);
  });

  test('批准、收回可以不写', () => {
    expect(errorsOf(form('grant', 'request'), {})).toEqual({});
    expect(errorsOf(form('takeBack', 'request'), {})).toEqual({});
  });

  test('别的事没有这里的表单', () => {
    expect(
      leaveForm({ process: 'appeal', id: 'a1', type: 'accept' }, all, copyOf('leaveForms')),
    ).toBeUndefined();
    expect(askingOf(undefined)).toEqual({ askable: [], limit: undefined });
  });
});

describe('从哪里去', () => {
  test('专班先看异议，街道领导先看等他批的', () => {
    expect(firstDesk(['resident', 'coordinator'])).toBe('open');
    expect(firstDesk(['resident', 'streetLeader'])).toBe('leader');
  });

  test('单位在事项里申请，排在办理的后面', () => {
    const offered = { task: ['contact', 'object'], appeal: ['ask', 'withdraw'] };
    expect(buttonsOf(offered, { contacts: 0, works: 0 }).map(({ zh }) => zh)).toEqual([
      '联系居民',
      '派单异议',
      '申请',
    ]);
  });

  test('只剩申请，也不当主要的一步', () => {
    expect(split([{ type: 'ask', zh: '申请', quiet: true }]).near).toEqual([
      { type: 'ask', zh: '申请', quiet: true, main: false },
    ]);
  });
});
