import type { AppealView, Ball, Brief, TaskView, WhistleView } from '../../domain/client.ts';
import { split } from '../../miniprogram/components/moves-bar/split.ts';
import {
  rowsOf as boardRows,
  headline,
  versionOf,
} from '../../miniprogram/coordinator/pages/board/board-rows.ts';
import { rowsOf as intakeRows, withAppeal } from '../../miniprogram/coordinator/pages/intake/intake-rows.ts';
import { rowsOf as letterRows } from '../../miniprogram/coordinator/pages/letters/letters-rows.ts';
import { shownOf as meetingShown } from '../../miniprogram/coordinator/pages/meeting/meeting-shown.ts';
import { copyOf } from '../../miniprogram/lib/copy.ts';
import { patches } from '../../miniprogram/lib/patches.ts';
import { tally, tallySentence, urgencyOf } from '../../miniprogram/lib/urgency.ts';
import { buttonsOf, nextOf } from '../../miniprogram/staff/lib/moves.ts';
import { doneRows, openRows, summary, withTask } from '../../miniprogram/staff/pages/inbox/inbox-rows.ts';
import { pickUpPhone } from '../support/phone.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** 2026-11-20 17:00 in Beijing. */
const now = Date.UTC(2026, 10, 20, 9);

const words = () => ({
  inbox: copyOf('inbox'),
  intake: copyOf('intake'),
  board: copyOf('board'),
  urgency: copyOf('urgency'),
});

beforeEach(() => {
  pickUpPhone();
});

const due = (dueAt: number): Ball => ({
  holder: 'unit',
  sentence: '等住建局签收，最迟 11月20日 18:00 签收',
  startedAt: dueAt - 10 * day,
  dueAt,
});

function task(id: string, ball: Ball, part: Partial<TaskView> = {}): TaskView {
  return {
    id,
    status: 'pending',
    unit: 'housing',
    zh: '住建局',
    role: 'lead',
    brief: { number: id, matterZh: '房屋漏水', address: '柳林巷 3 号' },
    ball,
    missed: [],
    contacts: 0,
    works: 0,
    ...part,
  };
}

describe('紧急程度', () => {
  test.each([
    ['过了时限，哪怕一毫秒，是超时', now, 'late'],
    ['今天 23:59 到期，是今天', Date.UTC(2026, 10, 20, 15, 59), 'today'],
    ['明天 00:00 到期，不是今天', Date.UTC(2026, 10, 20, 16), 'later'],
    ['没有时限', undefined, 'none'],
  ])('%s', (_, dueAt, urgency) => {
    expect(urgencyOf({ ...(dueAt !== undefined && { dueAt }) }, now)).toBe(urgency);
  });

  test('三件超时、五件今天到期，后面还有今天以后的：数得准', () => {
    const list = [...Array(3).fill('late'), ...Array(5).fill('today'), 'later'];
    expect(tallySentence(tally(list, false), copyOf('urgency'))).toBe('3 件超时 · 5 件今天到期');
  });

  test('一整页都超时，后面还有没加载的：说“以上”', () => {
    expect(tallySentence(tally(Array(20).fill('late'), false), copyOf('urgency'))).toBe('20+ 件超时');
  });

  test('都不急：明说', () => {
    expect(tallySentence(tally(['later'], true), copyOf('urgency'))).toBe('没有超时，今天没有到期');
  });
});

describe('待办', () => {
  const late = task('1', due(now - 2 * hour));
  const today = task('2', due(now + hour), { whistle: 'w', status: 'acknowledged' });
  const later = task('3', due(now + 3 * day), {
    status: 'handling',
    contacts: 1,
    works: 1,
    sentBack: '照片不清',
  });

  test('按超时、今天、其余分组，每组只有第一行有标题', () => {
    const rows = openRows([late, task('1b', due(now - hour)), today, later], 'all', now, words());
    expect(rows.map(({ head }) => head)).toEqual(['已超时', '', '今天到期', '今天以后到期']);
    expect(rows[0]).toMatchObject({ mark: '▲', left: '超时 2 小时', sentence: '等住建局签收', role: '主办' });
  });

  test('待签收的一点就签收，其余的一点就打开下一步', () => {
    const rows = openRows([late, today, later], 'all', now, words());
    expect(rows.map(({ label, act }) => [label, act])).toEqual([
      ['签收', true],
      ['出发', false],
      ['提交结果', false],
    ]);
  });

  test('按类别筛选', () => {
    const ids = (filter: 'whistle' | 'dispatch' | 'redo') =>
      openRows([late, today, later], filter, now, words()).map(({ id }) => id);
    expect([ids('whistle'), ids('dispatch'), ids('redo')]).toEqual([['2'], ['1', '3'], ['3']]);
  });

  test('顶上的一句话不随筛选变', () => {
    expect(summary([late, today, later], true, now, words())).toBe('1 件超时 · 1 件今天到期');
  });

  test('签收之后时限变了，就换到自己的位置；交出之后就离开', () => {
    const signed = { ...late, status: 'acknowledged' as const, ball: due(now + day) };
    expect(withTask([late, today, later], signed).map(({ id }) => id)).toEqual(['2', '1', '3']);
    const handed = { ...late, status: 'submitted' as const, ball: { holder: 'none' as const, sentence: '' } };
    expect(withTask([late, today], handed).map(({ id }) => id)).toEqual(['2']);
  });

  test('已交出：按办公室给的顺序，新的在前', () => {
    const none = { holder: 'none' as const, sentence: '已提交结果，等审核' };
    const rows = doneRows(
      [task('a', none, { status: 'accepted' }), task('b', none, { status: 'submitted' })],
      'all',
      now,
      words(),
    );
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('下一步', () => {
  test('没有吹哨的任务签收后先联系居民，吹哨的先出发', () => {
    const signed = task('1', due(now + day), { status: 'acknowledged' });
    expect(nextOf(signed)?.type).toBe('contact');
    expect(nextOf({ ...signed, whistle: 'w' })?.type).toBe('setOut');
  });
  test('吹哨的，联系的时限先到，先联系居民；联系过了再出发', () => {
    const ball = { ...due(now + day), clock: 'contact' };
    const called = task('1', ball, { status: 'acknowledged', whistle: 'w' });
    expect(nextOf(called)?.type).toBe('contact');
    expect(nextOf({ ...called, contacts: 1, ball: { ...ball, clock: 'reportIn' } })?.type).toBe('setOut');
    const all = { task: ['setOut', 'reportIn', 'contact'], appeal: [] };
    const main = buttonsOf(all, called).find((button) => button.main);
    expect(main?.zh).toBe('联系居民');
  });

  test('结果交了、还欠居民一个答复的，下一步是答复', () => {
    const owed = task('1', due(now + day), { status: 'submitted' });
    expect(nextOf({ ...owed, ball: { ...owed.ball, holder: 'unit' } })?.zh).toBe('答复居民');
    expect(nextOf({ ...owed, ball: { ...owed.ball, holder: 'none' } })).toBeUndefined();
  });

  test('联系过、办理过，主按钮就是提交结果；顺序不变', () => {
    const all = { task: ['contact', 'work', 'submit'], appeal: [] };
    const buttons = buttonsOf(all, { contacts: 1, works: 2 });
    expect(buttons.map(({ zh, main }) => [zh, main === true])).toEqual([
      ['联系居民', false],
      ['记录办理', false],
      ['提交结果', true],
    ]);
  });

  test('办理中，联系、记录、提交都摆在外面；报告、回避、申请收进“更多”', () => {
    const all = { task: ['contact', 'work', 'submit', 'interim', 'recuse'], appeal: ['ask'] };
    const { near, far } = split(buttonsOf(all, { contacts: 0, works: 1 }));
    expect(near.map(({ zh, main }) => [zh, main])).toEqual([
      ['联系居民', true],
      ['记录办理', false],
      ['提交结果', false],
    ]);
    expect(far.map(({ zh }) => zh)).toEqual(['阶段性报告', '回避', '申请']);
  });

  test('只由负责人交结果的，经办人的主按钮也不会是回避', () => {
    const buttons = buttonsOf({ task: ['contact', 'work', 'recuse'], appeal: [] }, { contacts: 1, works: 1 });
    expect(buttons.find(({ main }) => main)?.zh).toBe('联系居民');
  });

  test('诉求上只取“答复居民”', () => {
    expect(buttonsOf({ task: [], appeal: ['withdraw', 'reply'] }, { contacts: 0, works: 0 })).toEqual([
      { type: 'reply', zh: '答复居民', main: true },
    ]);
  });
});

describe('受理', () => {
  const brief: Brief = {
    id: 'a',
    way: 'dispatch',
    matter: { id: 'heating', zh: '暖气不热', confidence: 0.8 },
    lead: { id: 'heating', zh: '供暖公司' },
    matched: ['暖气', '不热'],
  };
  const appeal = (part: Partial<AppealView>): AppealView => ({
    id: 'a',
    number: 'XL1',
    status: 'submitted',
    relation: 'coordinator',
    ball: { ...due(now + hour), holder: 'coordinator' },
    submittedAt: now,
    round: 0,
    following: 0,
    urges: 0,
    missed: [],
    identity: 'open',
    text: '家里暖气不热两天了',
    photos: [],
    units: [],
    ...part,
  });

  test('待受理的带着建议和理由，派出去的不再建议', () => {
    const units = [{ task: 't', unit: 'heating', role: 'lead', status: 'pending', zh: '供暖公司' }] as const;
    const given = appeal({ id: 'b', units, ball: due(now + day) });
    const rows = intakeRows([appeal({}), given], { a: brief, b: { ...brief, id: 'b' } }, now, words());
    expect(rows.map(({ proposal }) => proposal)).toEqual(['暖气不热 → 供暖公司「暖气」「不热」', '']);
  });

  test('没有把握的，不写派给谁，写怎么办', () => {
    const [row] = intakeRows([appeal({})], { a: { ...brief, way: 'consult' } }, now, words());
    expect(row?.proposal).toBe('暖气不热 → 先会商「暖气」「不热」');
  });

  test('办公室还没给建议，列表照样在', () => {
    expect(intakeRows([appeal({})], {}, now, words())).toMatchObject([{ id: 'a', proposal: '' }]);
  });

  test('一个人写九十遍，在列表里是一行', () => {
    const many = Array.from({ length: 90 }, (_, n) => appeal({ id: `a${n}` }));
    const briefs = Object.fromEntries(
      many.map(({ id }) => [id, { ...brief, id, ...(id !== 'a0' && { repeats: 'a0' }) }]),
    );
    const rows = intakeRows([...many, appeal({ id: 'b' })], briefs, now, words());
    expect(rows.map(({ id, again }) => [id, again])).toEqual([
      ['a0', '同一个人还有 89 件说的一样'],
      ['b', ''],
    ]);
    expect(intakeRows([...many, appeal({ id: 'b' })], briefs, now, words(), ['a0'])).toHaveLength(91);
  });

  test('已经受理的，不会被折起来', () => {
    const taken = appeal({ id: 'a1', status: 'accepted' });
    const briefs = { a: brief, a1: { ...brief, id: 'a1', repeats: 'a' } };
    expect(intakeRows([appeal({}), taken], briefs, now, words()).map(({ id }) => id)).toEqual(['a', 'a1']);
  });

  test('换了手的离开这张台面', () => {
    const given = appeal({ status: 'dispatched', ball: due(now + day) });
    expect(withAppeal([appeal({})], given, 'coordinator')).toEqual([]);
    expect(withAppeal([appeal({})], appeal({ status: 'accepted' }), 'coordinator')).toHaveLength(1);
  });
});

describe('哨图', () => {
  type Unit = WhistleView['units'][number];
  const unit = (name: string, status: Unit['status'], late: readonly string[] = []): Unit => ({
    ...{ unit: name, zh: name, role: 'assist', need: '到场', task: name, asOf: 1 },
    status,
    late,
  });
  const whistle = (id: string, units: readonly Unit[]): WhistleView => ({
    ...{ id, status: 'mustering', theme: 'appeal', subject: '山脚落石', brief: {}, partners: [] },
    ...{ grounds: { because: 'tried', words: '社区先看过' }, approval: 'streetLeader', askedAt: now - day },
    ...{ missed: [], escalations: [], scores: [], verdicts: [] },
    blownAt: now - day,
    sentence: '',
    units,
  });
  const clock = (dueAt: number): Ball => ({ ...due(dueAt), startedAt: dueAt - 10 * day });

  test('两个报到超时，一个还剩 20 分钟', () => {
    const watched = [
      {
        whistle: whistle('w', [
          unit('a', 'acknowledged', ['reportIn']),
          unit('b', 'onTheWay'),
          unit('c', 'acknowledged'),
        ]),
        balls: [undefined, clock(now - minute), clock(now + 20 * minute)],
      },
    ];
    expect(headline(watched, now, copyOf('board'))).toBe('2 个部门报到超时 · 1 个还剩 20 分钟');
  });

  test('签收晚过、现在已报到的，不再算超时', () => {
    const watched = [
      { whistle: whistle('w', [unit('a', 'reportedIn', ['acknowledge'])]), balls: [clock(now + 9 * day)] },
    ];
    expect(headline(watched, now, copyOf('board'))).toBe('1 声哨都在时限内');
  });

  test('几个都快到期：说几个，最近的还剩多久', () => {
    const watched = [
      {
        whistle: whistle('w', [unit('a', 'pending'), unit('b', 'pending')]),
        balls: [clock(now + 30 * minute), clock(now + 50 * minute)],
      },
    ];
    expect(headline(watched, now, copyOf('board'))).toBe('2 个快到期，最近还剩 30 分钟');
  });

  test('没有哨', () => {
    expect(headline([], now, copyOf('board'))).toBe('现在没有进行中的哨');
  });

  test('超时的哨在前；每盏灯有形状、有字', () => {
    const calm = { whistle: whistle('calm', [unit('a', 'handling')]), balls: [clock(now + day)] };
    const late = { whistle: whistle('late', [unit('b', 'pending', ['acknowledge'])]), balls: [undefined] };
    const rows = boardRows([calm, late], now, words());
    expect(rows.map(({ id }) => id)).toEqual(['late', 'calm']);
    expect(rows[0]?.lights[0]).toMatchObject({ shape: 'late', word: '签收超时', colour: 'red' });
    expect(rows[1]?.lights[0]).toMatchObject({ shape: 'handling', word: '办理中', left: '还剩 1 天' });
  });

  test('灯没有变，就不再问时钟', () => {
    const one = whistle('w', [unit('a', 'pending')]);
    expect(versionOf({ ...one, sentence: '别的' })).toBe(versionOf(one));
    expect(versionOf(whistle('w', [unit('a', 'pending', ['acknowledge'])]))).not.toBe(versionOf(one));
  });
});

describe('长列表', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: `${at}`, text: '字'.repeat(300) }));
  const weight = (patch: object) => Buffer.byteLength(JSON.stringify(patch));

  test('五百行分几次画，每次不到 64 KB', () => {
    const parts = patches([], rows(500));
    expect(Math.max(...parts.map(weight))).toBeLessThan(64 * 1024);
    expect(parts.flatMap((part) => Object.keys(part))).toHaveLength(500);
  });

  test('变了一个字段，只送这一个', () => {
    const after = rows(3).map((row) => (row.id === '1' ? { ...row, text: '新' } : row));
    expect(patches(rows(3), after)).toEqual([{ 'rows[1].text': '新' }]);
  });

  test('变短了，也不整张重送', () => {
    const parts = patches(rows(500), rows(400));
    expect(Math.max(...parts.map(weight))).toBeLessThan(64 * 1024);
    expect(parts[0]).toHaveProperty('rows');
  });
});

test('没办成的：从哪里到哪里，什么时候的，试了几次', () => {
  const letter = { _id: 'task.t1.2', process: 'task', kind: 'acknowledged', at: now - hour, attempts: 20 };
  expect(letterRows([{ ...letter, to: ['appeal', 'whistle'], deadAt: now }], now, copyOf('letters'))).toEqual(
    [
      {
        _id: 'task.t1.2',
        title: '任务的进展没有传到诉求、哨',
        when: '11月20日 16:00 发生，11月20日 17:00 搁下',
        tried: '试了 20 次',
      },
    ],
  );
});

describe('会议', () => {
  const shown = (meetAt: number) =>
    meetingShown(
      {
        view: { id: 'm1', kind: 'weekly', zh: '周例会', status: 'convened', meetAt, resolved: [] },
        moves: ['resolve', 'conclude', 'cancel'],
        lines: [],
        agenda: [],
        titles: [],
      },
      now,
      copyOf('agenda'),
    );

  test('没到开会的日子，只能取消；到了那天，几点都可以议', () => {
    const tomorrow = shown(now + 8 * hour);
    expect(tomorrow.early).toBe(true);
    expect(tomorrow.moves.map(({ zh }) => zh)).toEqual(['取消会议']);
    const tonight = shown(now + 6 * hour);
    expect(tonight.early).toBe(false);
    expect(tonight.moves.map(({ zh }) => zh)).toEqual(['散会', '取消会议']);
  });
});
