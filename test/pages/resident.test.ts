import type { AppealView, Ball, Line, Role } from '../../domain/client.ts';
import { countdown } from '../../miniprogram/components/ball/countdown.ts';
import { sheetOf, split } from '../../miniprogram/components/moves-bar/split.ts';
import { shown } from '../../miniprogram/components/timeline/shown.ts';
import { copyOf } from '../../miniprogram/lib/copy.ts';
import { commandOf, newDraft } from '../../miniprogram/lib/drafts.ts';
import { emergencyIn } from '../../miniprogram/lib/emergency.ts';
import { contentOf as appealContent } from '../../miniprogram/pages/appeal/content.ts';
import { callsOf, openCards, tilesOf, workOf } from '../../miniprogram/pages/home/content.ts';
import { whoOf } from '../../miniprogram/pages/me/content.ts';
import { keptOf, nextPage } from '../../miniprogram/pages/mine/content.ts';
import { refusalOf, suggest, wrongWith } from '../../miniprogram/pages/submit/content.ts';
import { appealView } from '../support/appeal-view.ts';
import { pickUpPhone } from '../support/phone.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** 2026-11-20 10:00 in Beijing. */
const now = Date.UTC(2026, 10, 20, 2);

beforeEach(() => {
  pickUpPhone();
});

const view = (part: Partial<AppealView> = {}) =>
  appealView(now - day, {
    number: 'LS20261120-000001',
    status: 'inProgress',
    relation: 'owner',
    ball: { holder: 'unit', sentence: '住建局正在办理' },
    ...part,
  });

describe('还剩多久', () => {
  const ball = (dueAt: number): Ball => ({ holder: 'unit', sentence: '', startedAt: now - 8 * day, dueAt });

  test('还早：说还剩多少', () => {
    expect(countdown(ball(now + 2 * day + 3 * hour), now)).toMatchObject({
      colour: 'green',
      left: '还剩 2 天 3 小时',
      state: '',
    });
  });

  test('用掉五分之四：说快到期', () => {
    expect(countdown(ball(now + hour), now)).toMatchObject({ colour: 'amber', state: '快到期' });
  });

  test('超时：说超了多少', () => {
    expect(countdown(ball(now - 4 * hour), now)).toMatchObject({ colour: 'red', left: '已超时 4 小时' });
  });

  test('没有钟的不显示，暂定的说暂定', () => {
    expect(countdown({ holder: 'resident', sentence: '请您评价' }, now)).toBeUndefined();
    expect(countdown({ ...ball(now + day), provisional: true }, now)?.provisional).toBe('暂定');
  });
});

describe('按钮', () => {
  const move = (type: string) => ({ type, zh: type });

  test('第一个是主要的；三个以内都摆出来', () => {
    const { near, far } = split([move('a'), move('b'), move('c')]);
    expect(near.map(({ type, main }) => [type, main])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
    ]);
    expect(far).toEqual([]);
  });

  test('多于三个的收进“更多”', () => {
    const { near, far } = split([move('a'), move('b'), move('c'), move('d')]);
    expect([near.length, far.map(({ type }) => type)]).toEqual([2, ['c', 'd']]);
  });

  test('主要的那个和它前面的一个，总摆在外面', () => {
    const all = [move('a'), move('b'), { ...move('c'), main: true }, move('d')];
    const { near, far } = split(all);
    expect([near, far].map((part) => part.map(({ type }) => type))).toEqual([
      ['b', 'c'],
      ['a', 'd'],
    ]);
  });

  test('微信的面板只有六行，放不下的再点“更多”', () => {
    const many = [...'abcdefgh'].map(move);
    const { shown, rest } = sheetOf(many);
    expect([shown.length, rest.length]).toEqual([5, 3]);
    expect(sheetOf(rest).rest).toEqual([]);
  });
});

test('办理经过：最新的在最上面', () => {
  const lines: Line[] = [
    { at: now - day, zh: '提交诉求', who: '居民' },
    { at: now, zh: '已受理', who: '街道' },
  ];
  expect(shown(lines, now).map(({ zh, when }) => [zh, when])).toEqual([
    ['已受理', '11月20日 10:00'],
    ['提交诉求', '11月19日 10:00'],
  ]);
});

describe('首页', () => {
  const t = () => copyOf('home');

  test('居民只看到居民的，没有登录也看得到', () => {
    expect(tilesOf(undefined, t()).map(({ zh }) => zh)).toEqual(['我的诉求']);
    expect(tilesOf({ roles: ['resident'] }, t()).map(({ zh }) => zh)).toEqual(['我的诉求']);
  });

  test('各人有各人的入口：经办人、负责人、专班、回访员、书记、网格长、联办方', () => {
    const tiles = (role: Role) => tilesOf({ roles: [role] }, t()).map(({ zh }) => zh);
    expect(tiles('gridChief')).toEqual(['我的诉求', '待办', '吹应急哨']);
    for (const role of ['gridWorker', 'householdLead'] as const)
      expect(tiles(role)).toEqual(['我的诉求', '待办']);
    expect(tiles('communityClerk')).toEqual(['我的诉求', '待办', '我的数据']);
    expect(tiles('partner')).toEqual(['我的诉求', '待办']);
    expect(tiles('handler')).toEqual(['我的诉求', '待办', '我的数据']);
    expect(tiles('unitLeader')).toEqual(['我的诉求', '待办', '督办', '我的数据']);
    expect(tiles('followUpClerk')).toEqual(['我的诉求', '回访']);
    expect(tiles('secretary')).toEqual(['我的诉求', '受理', '吹哨报到', '督办', '例会', '研判考核']);
    expect(tiles('coordinator')).toEqual([
      '我的诉求',
      '受理',
      '审批',
      '吹哨报到',
      '回访',
      '督办',
      '例会',
      '研判考核',
    ]);
  });

  test.each([
    ['handler', '待办'],
    ['gridWorker', '待办'],
    ['coordinator', '受理'],
    ['streetLeader', '审批'],
    ['secretary', '吹哨报到'],
    ['supervisor', '督办'],
    ['followUpClerk', '回访'],
  ] as const)('工作人员自己的活排在最前面：%s 是%s；居民没有', (role, zh) => {
    const works = (roles: readonly Role[]) => workOf(tilesOf({ roles }, t()), roles)?.zh;
    expect(works(['resident', role])).toBe(zh);
    expect(works(['resident'])).toBeUndefined();
  });

  test('等我评价的排在前面，结束的不占地方', () => {
    const items = [
      view({ id: 'working' }),
      view({ id: 'closed', ball: { holder: 'none', sentence: '已解决' } }),
      view({ id: 'rate', ball: { holder: 'resident', sentence: '请您评价' } }),
    ];
    expect(openCards(items, now).map(({ id }) => id)).toEqual(['rate', 'working']);
  });

  test('不知道街道电话时，紧急电话照样在', () => {
    expect(callsOf(undefined, t()).map(({ number }) => number)).toEqual(['110', '119', '120', '122']);
    expect(callsOf('0891-1234567', t()).map(({ number }) => number)).toContain('0891-1234567');
  });
});

describe('我的诉求', () => {
  test('排队的在最上面，然后是没写完和要改的', () => {
    const [queued, half, bad] = ['排队', '一半', '要改'].map((text) => ({ ...newDraft(), text }));
    if (!queued || !half || !bad) throw new Error('three drafts');
    const refusal = { field: '', sentence: '请写清楚' };
    const kept = keptOf(
      [{ draft: queued, uploaded: {}, queuedAt: now }],
      [half, { ...bad, refusal }, newDraft()],
      copyOf('mine'),
    );
    expect(kept.map(({ title, status, note }) => [title, status, note])).toEqual([
      ['排队', '排队中', '已保存在手机里，有网络会自动发出'],
      ['一半', '没写完', ''],
      ['要改', '需要修改', '请写清楚'],
    ]);
  });

  test('下一页只写新的那几条', () => {
    const change = nextPage({ items: [view({ id: 'a21' })] }, 20, now);
    expect(Object.keys(change)).toEqual(['next', 'more', 'cards[20]']);
  });
});

describe('诉求', () => {
  const detail = (part: Partial<AppealView>, moves: string[] = []) =>
    appealContent({ view: view(part), moves, lines: [], links: {} }, now);

  test('按钮就是现在能做的事，撤回不能反悔', () => {
    expect(detail({}, ['withdraw']).moves).toEqual([{ type: 'withdraw', zh: '撤回', danger: true }]);
    expect(detail({}, []).hasMoves).toBe(false);
  });

  test('不予受理的写明依据', () => {
    const end = { zh: '不在政府职责范围', words: '可找消协', basis: '条例第十一条第（五）项', at: now };
    expect(detail({ end }).end).toEqual({
      words: '可找消协',
      basis: '条例第十一条第（五）项',
      when: '11月20日 10:00',
    });
  });

  test('撤下来的单位不再列出', () => {
    const units = [
      { task: 't1', unit: 'u1', role: 'lead', status: 'handling', zh: '住建局' },
      { task: 't2', unit: 'u2', role: 'assist', status: 'released', zh: '城管局' },
    ] as const;
    expect(detail({ units }).facts.units).toBe('住建局（主办）');
  });
});

describe('我的', () => {
  test('不认识的人也有称呼', () => {
    expect(whoOf(undefined, copyOf('me'))).toEqual({ name: '您好', title: '居民' });
  });
});

describe('提交', () => {
  const draft = { ...newDraft(), text: '楼道里的灯坏了一个星期' };

  test('只写事情就可以提交', () => {
    expect(wrongWith(draft)).toEqual({ errors: {} });
  });

  test('匿名的不带姓名电话', () => {
    const named = { ...draft, name: '卓玛', phone: '13800000000' };
    expect(commandOf(named, []).contact).toEqual({ name: '卓玛', phone: '13800000000' });
    expect(commandOf({ ...named, identity: 'anonymous' }, []).contact).toBeUndefined();
  });

  test('说不清地点的不带地点', () => {
    const placed = { ...draft, address: '滨河路 12 号' };
    expect(commandOf(placed, []).place).toEqual({ address: '滨河路 12 号' });
    expect(commandOf({ ...placed, nowhere: true }, []).place).toBeUndefined();
  });

  test('替别人反映要说明怎么同意的', () => {
    expect(wrongWith({ ...draft, behalf: true, otherName: '次仁' })).toMatchObject({
      errors: { onBehalfOf_consent: expect.any(String) },
      first: 'onBehalfOf',
    });
    expect(wrongWith({ ...draft, behalf: true, consent: '当面同意' })).toEqual({ errors: {} });
  });

  test('有几处不对时，先去最上面那处', () => {
    expect(wrongWith({ ...draft, text: '', phone: '1' }).first).toBe('text');
  });

  test('找不到位置的拒绝写在最上面', () => {
    const refusal = { field: 'commandId', sentence: '请刷新后重试' };
    expect(refusalOf({ ...draft, refusal })).toEqual({ all: '请刷新后重试' });
  });

  test('没有一个词对得上就不猜', () => {
    const matter = {
      id: 'm',
      zh: '停水',
      group: 'g',
      lead: 'u',
      assists: [],
      tier: 'T2',
      words: ['停水'],
    } as const;
    expect(suggest('路灯不亮', [matter], [])).toBeUndefined();
    expect(suggest('小区停水', [matter], [])?.id).toBe('m');
  });
});

test('危险的话带出该打的电话，平常的话不打扰', () => {
  expect(emergencyIn('楼上着火了，有人被困')?.numbers.map(({ number }) => number)).toEqual(['119']);
  expect(emergencyIn('路灯不亮')).toBeUndefined();
});
