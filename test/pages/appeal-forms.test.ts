import { moves } from '../../domain/appeal/moves.ts';
import type { Answer, AppealView } from '../../domain/client.ts';
import { demoOffice } from '../../local/office/office.ts';
import { candidates, numbered, numberIn } from '../../miniprogram/coordinator/pages/appeal/candidates.ts';
import { turnsOf } from '../../miniprogram/coordinator/pages/appeal/turns.ts';
import { formFor, pages } from '../../miniprogram/coordinator/pages/appeal/ways.ts';
import { copyOf } from '../../miniprogram/lib/copy.ts';
import { newDraft, commandOf as submitOf } from '../../miniprogram/lib/drafts.ts';
import { commandOf, errorsOf, type Form } from '../../miniprogram/lib/form.ts';
import { contentOf, residentMoves } from '../../miniprogram/pages/appeal/content.ts';
import { residentForm } from '../../miniprogram/pages/appeal/forms.ts';
import { relapsed } from '../../miniprogram/pages/submit/content.ts';
import { formOf as taskForm } from '../../miniprogram/staff/pages/task/forms.ts';
import { appealView } from '../support/appeal-view.ts';
import { pickUpPhone } from '../support/phone.ts';

/** 2026-11-20 10:00 in Beijing. */
const now = Date.UTC(2026, 10, 20, 2);

beforeEach(() => {
  pickUpPhone();
});

const view = (part: Partial<AppealView> = {}) => appealView(now, part);

function deskForm(type: string, part: Partial<AppealView> = {}): Form | undefined {
  return formFor({ process: 'appeal', id: 'a1', type }, { view: view(part), office: demoOffice, now });
}

function form(type: string, part: Partial<AppealView> = {}): Form {
  const found = deskForm(type, part);
  if (!found) throw new Error(type);
  return found;
}

function ownForm(type: string, questions: readonly string[] = []): Form | undefined {
  return residentForm('a1', type, questions, copyOf('appeal'));
}

describe('没有按了没反应的按钮', () => {
  const table = Object.entries(moves).map(([type, { by }]) => ({ type, by }));
  const made = (roles: readonly string[]) =>
    table.filter(({ by }) => by.some((role) => roles.includes(role))).map(({ type }) => type);

  test.each(made(['coordinator', 'streetLeader', 'secretary', 'supervisor']))('街道的「%s」', (type) => {
    expect(pages[type] ?? deskForm(type)).toBeDefined();
  });

  test.each(made(['resident']).filter((type) => type !== 'submit' && type !== 'follow'))(
    '居民的「%s」',
    (type) => {
      expect(residentMoves).toContain(type);
      const flows = ['rate', 'withdraw', 'urge'];
      expect(flows.includes(type) || ownForm(type) !== undefined).toBe(true);
    },
  );

  test.each(made(['handler', 'unitLeader']))('单位的「%s」', (type) => {
    const about = { task: 't1', appeal: 'a1', phone: '', replyLength: 20 };
    expect(taskForm(type, about, copyOf('taskForms')) ?? deskForm(type)).toBeDefined();
  });
});

describe('街道的表单', () => {
  test('请居民补充：一行一个问题，空行不算', () => {
    const questions = '几号楼几单元？\n\n 从哪天开始的？ ';
    expect(commandOf(form('question'), { questions, vital: 'yes' })).toEqual({
      type: 'question',
      questions: ['几号楼几单元？', '从哪天开始的？'],
      vital: true,
    });
    expect(errorsOf(form('question'), {})).toEqual({
      questions: '请写要问什么',
      vital: '请选择不补充能不能办',
    });
  });

  test('网格：地图上没有标位置的才问，可以先不定', () => {
    const asked = (place?: AppealView['place']) => form('accept', { place }).fields.map(({ name }) => name);
    expect(asked({ address: '河边' })).toContain('grid');
    expect(asked({ address: '河边', grid: 'grid-hewan' })).not.toContain('grid');

    const sorted = { kind: 'help', tier: 'T3', matter: 'street-lamp' };
    expect(commandOf(form('accept'), { ...sorted, grid: 'grid-hewan' })).toMatchObject({
      grid: 'grid-hewan',
    });
    for (const grid of ['', undefined])
      expect(commandOf(form('accept'), { ...sorted, grid })).not.toHaveProperty('grid');
    expect(errorsOf(form('accept'), sorted)).toEqual({});
  });

  test('改网格：列出别的网格，要写理由', () => {
    const { title, fields } = form('regrid', { place: { address: '河边', grid: 'grid-hewan' } });
    const [grid] = fields;
    if (grid?.kind !== 'pick') throw new Error('grid');
    expect(title).toBe('改网格');
    expect(grid.options).toHaveLength(demoOffice.grids.length - 1);
    expect(grid.options.map(({ value }) => value)).not.toContain('grid-hewan');
    const asked = form('regrid', { place: { grid: 'grid-hewan' } });
    expect(errorsOf(asked, { grid: 'grid-dukou' })).toHaveProperty('words');
    expect(commandOf(asked, { grid: 'grid-dukou', words: '现场在渡口' })).toEqual({
      type: 'regrid',
      grid: 'grid-dukou',
      words: '现场在渡口',
    });
  });

  test('移送：每个去处写着号码和依据，提交前再问一次', () => {
    const { fields, warn } = form('transfer');
    const [channel] = fields;
    if (channel?.kind !== 'choice') throw new Error('channel');
    expect(channel.options[0]).toEqual({
      value: 'police',
      zh: '公安 110',
      note: '《北京市接诉即办工作条例》第十一条第（一）项',
    });
    expect(channel.options.find(({ value }) => value === 'court')).toMatchObject({
      zh: '法院 12368',
      note: '《北京市接诉即办工作条例》第十一条第（二）项',
    });
    expect(warn).toBe('提交后不能撤回。');
  });

  test('复核不予受理：先看别人怎么提的；不同意要写理由', () => {
    const declineProposal = { zh: '违反法律法规、社会公序良俗', words: '内容是辱骂他人，不是诉求。' };
    const asked = form('confirmDecline', { declineProposal });
    expect(asked.fields[0]?.hint).toContain('内容是辱骂他人');
    expect(commandOf(asked, { agree: 'yes' })).toEqual({ type: 'confirmDecline', agree: true });
    expect(errorsOf(asked, {})).toEqual({ agree: '请选择同意或不同意' });
    expect(errorsOf(asked, { agree: 'no' })).toHaveProperty('words');
  });

  test('并案：要选并入哪一件', () => {
    expect(errorsOf(form('merge'), {})).toEqual({ into: '请选择并入哪一件' });
    expect(commandOf(form('merge'), { into: 'a2' })).toEqual({ type: 'merge', into: 'a2' });
  });

  test('回避不能反悔', () => {
    expect(form('recuse').warn).toBe('提交后不能撤回。');
  });

  test('并入的、催过的、问过的，都写在这一件上', () => {
    const followers = [{ id: 'a2', number: 'JSJB-20261120-0002' }];
    expect(turnsOf(view({ followers, urges: 2, questions: ['几号楼？'] }))).toEqual([
      { zh: '已请居民补充：几号楼？' },
      { zh: '并入这一件的 JSJB-20261120-0002', id: 'a2' },
      { zh: '居民已催办 2 次' },
    ]);
    expect(turnsOf(view())).toEqual([]);
  });
});

describe('并入哪一件', () => {
  const like = {
    id: 'a2',
    number: 'JSJB-20261120-XL-0000A2',
    text: '路灯又不亮',
    at: now,
    status: 'accepted',
  };
  const ended = { ...like, id: 'a3', number: 'JSJB-20261120-XL-0000A3', status: 'closed' };
  const office = (sent: readonly object[]): Answer => {
    const asked = (sent.at(-1) as { query: string }).query;
    const items = asked === 'alike' ? [like, ended] : [{ ...ended, submittedAt: now }];
    return { ok: true, now, value: { items }, links: {} };
  };

  test('一次就问完：说得像的、还能并的', async () => {
    const phone = pickUpPhone();
    phone.door = () => office(phone.sent);
    const found = await candidates('a1', now);
    expect(found.map(({ value, zh }) => [value, zh])).toEqual([['a2', 'JSJB-20261120-XL-0000A2']]);
    expect(found[0]?.note).toContain('路灯又不亮');
    expect(phone.sent).toHaveLength(1);
  });

  test('编号写全了才去找；已经结束的不给', async () => {
    expect(numberIn(' jsjb-20261120-xl-0000a3 ')).toBe('JSJB-20261120-XL-0000A3');
    expect(numberIn('JSJB-20261120-XL-0000')).toBeUndefined();
    const phone = pickUpPhone();
    phone.door = () => office(phone.sent);
    expect(await numbered('JSJB-20261120-XL-0000A3', 'a1', now)).toEqual([]);
    expect(phone.sent).toEqual([{ query: 'numbered', input: { number: 'JSJB-20261120-XL-0000A3' } }]);
  });
});

describe('居民的页面', () => {
  const own = (part: Partial<AppealView>, can: string[] = []) =>
    contentOf({ view: view({ relation: 'owner', ...part }), moves: can, lines: [], links: {} }, now);

  test('补充：问题就在要写的地方上面', () => {
    const asked = ownForm('supplement', ['几号楼？', '从哪天开始的？']);
    expect(asked?.fields[0]?.hint).toBe('1. 几号楼？ 2. 从哪天开始的？');
    expect(asked && commandOf(asked, { words: '三号楼' }, [])).toEqual({
      type: 'supplement',
      words: '三号楼',
      photos: [],
    });
  });

  test('问了才是主要的；平时补充、催办不抢位置', () => {
    expect(own({ status: 'needsInfo' }, ['supplement']).moves).toEqual([
      { type: 'supplement', zh: '补充情况', danger: false },
    ]);
    expect(own({ status: 'inProgress' }, ['supplement', 'urge']).moves.every((move) => move.quiet)).toBe(
      true,
    );
  });

  test('并入别的：说并到哪一件；被并入的：说还有几个人', () => {
    const parent = { id: 'a0', number: 'JSJB-20261120-0000' };
    expect(own({ status: 'merged', parent }).together).toBe(
      '已并入 JSJB-20261120-0000 一起办，有结果会告诉您',
    );
    expect(own({ status: 'inProgress', following: 2 }).together).toBe('还有 2 人反映同一件事，一起办理');
    expect(own({}).together).toBe('');
  });

  test('只是关注的：撤回叫取消关注', () => {
    const { moves, leaving } = own({ status: 'merged', follows: true }, ['withdraw']);
    expect(moves.map(({ zh }) => zh)).toEqual(['取消关注']);
    expect(leaving).toMatchObject({ title: '取消关注', confirm: '取消关注', done: '已取消关注' });
    expect(own({ status: 'merged' }, ['withdraw']).moves.map(({ zh }) => zh)).toEqual(['撤回']);
  });

  test('移送的：找谁、拨哪个号码；没有统一号码的不给按钮', () => {
    const end = (channel: { zh: string; phone?: string }) => ({ zh: '已移送', channel, at: now });
    expect(own({ end: end({ zh: '公安 110', phone: '110' }) }).channel).toEqual({
      zh: '公安 110',
      phone: '110',
    });
    expect(own({ end: end({ zh: '信访部门' }) }).channel).toEqual({ zh: '信访部门', phone: '' });
    expect(own({}).channel).toBeNull();
  });

  test('只有本人结了案、还没有再提的，才有「又出现了」', () => {
    expect(own({ status: 'closed' }).mayRelapse).toBe(true);
    expect(own({ status: 'closed', relapsedBy: 'a9' }).mayRelapse).toBe(false);
    expect(own({ status: 'closed', relation: 'supervisor' }).mayRelapse).toBe(false);
    expect(own({ status: 'inProgress' }).mayRelapse).toBe(false);
  });

  test('又出现了：连着以前那一件，上次的话和地点先填好', () => {
    const before = view({ text: '路灯不亮', place: { address: '滨河路 12 号' }, identity: 'nameHidden' });
    const draft = relapsed(newDraft(), 'a1', before, copyOf('submit'));
    expect(submitOf(draft, [])).toEqual({
      type: 'submit',
      text: '又出现了：路灯不亮',
      photos: [],
      identity: 'nameHidden',
      place: { address: '滨河路 12 号' },
      relapseOf: 'a1',
    });
  });
});
