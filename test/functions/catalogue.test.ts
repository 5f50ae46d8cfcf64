import { officeId, officeOf } from '../../cloudfunctions/office-store.ts';
import { headOf } from '../../cloudfunctions/router/model.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import type { CatalogueShown, Explained, Preview } from '../../domain/routing/contract.ts';
import { demoOffice } from '../../local/office/office.ts';
import { city } from '../support/city.ts';
import { Desk } from '../support/desk.ts';
import { coordinator, housing, resident } from '../support/office.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open(undefined, { office: async () => city });
});
afterEach(() => desk.store.close());

const power = city.matters.find(({ id }) => id === 'power-cut');
const revise = (part: object) => ({ type: 'revise', row: { ...power, ...part }, words: '职责调整' });
const asked = async <Value>(who: Actor, query: string, input: object = {}) => {
  const answer = await desk.ask(who, query, input);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as Value;
};

test('改了目录，到了那天这个街道就按新的走', async () => {
  await desk.store.transact((tx) => tx.put('office', { _id: officeId, office: demoOffice }));
  await desk.done([coordinator, 'catalogue', 'catalogue', revise({ lead: 'housing', from: '2026-04-01' })]);
  const leadOn = async (day: string) => {
    const office = await officeOf(desk.store, () => Date.parse(`${day}T12:00:00+08:00`))();
    return office.matters.find(({ id }) => id === 'power-cut')?.lead;
  };
  expect(await leadOn('2026-03-31')).toBe('power');
  expect(await leadOn('2026-04-01')).toBe('housing');
});

describe('部门改名、职责调整，只改目录，不用再学一遍', () => {
  const texts = ['停电一天', '跳闸没电', '半夜停电', '电压低灯暗', '又停电了'];
  const others = ['垃圾没人清', '垃圾桶满了', '门口垃圾很臭', '垃圾堆了一周', '乱倒垃圾'];
  const submit = (text: string) => ({ type: 'submit', text, photos: [], identity: 'open' });

  /** Twenty decisions, and the model learnt of them; gives its version. */
  async function learnt(): Promise<string | undefined> {
    for (const [n, text] of [...texts, ...others, ...texts, ...others].entries()) {
      const matter = text.includes('垃圾') ? 'rubbish' : 'power-cut';
      desk.pass(60_000);
      await desk.done(
        [resident, 'appeal', `appeal-${1000 + n}`, submit(`${text}，请来看看`)],
        [coordinator, 'appeal', `appeal-${1000 + n}`, { type: 'accept', kind: 'help', tier: 'T3', matter }],
      );
    }
    await sweep(desk.cloud);
    return (await headOf(desk.store))?.version;
  }
  const proposal = async (id: string) => {
    await desk.done([resident, 'appeal', id, submit('又停电了，从昨晚跳闸没电到现在，请来看看')]);
    return asked<Explained>(coordinator, 'proposal', { id });
  };
  /** As its door reads it from the store, so that what was changed holds. */
  const fromStore = async () => {
    await desk.store.transact((tx) => tx.put('office', { _id: officeId, office: demoOffice }));
    desk.cloud.office = () => officeOf(desk.store, () => desk.now)();
  };

  test('主办换了单位：同一个模型，建议派给新的单位', async () => {
    await fromStore();
    const version = await learnt();
    expect((await proposal('appeal-2000')).lead?.zh).toBe('供电公司');
    await desk.done([coordinator, 'catalogue', 'catalogue', revise({ lead: 'housing' })]);
    expect(await proposal('appeal-2001')).toMatchObject({
      matter: { id: 'power-cut' },
      lead: { zh: '住建局' },
    });
    expect((await headOf(desk.store))?.version).toBe(version);
  });

  test('事项并入另一个事项：学过的、旧案、群众用语都归过去；旧诉求还叫原来的名字', async () => {
    await fromStore();
    const version = await learnt();
    const retire = {
      type: 'retire',
      matter: 'power-cut',
      until: '2026-03-09',
      successor: 'street-lamp',
      words: '合并',
    };
    await desk.done([coordinator, 'catalogue', 'catalogue', retire]);
    desk.pass(24 * 3_600_000);
    const { matter, past } = await proposal('appeal-2000');
    expect(matter?.id).toBe('street-lamp');
    expect(matter?.confidence).toBeGreaterThan(0.7);
    expect(new Set(past.map((each) => each.matter))).toEqual(new Set(['street-lamp']));
    expect((await headOf(desk.store))?.version).toBe(version);
    const old = await asked<{ view: { matter: { zh: string } } }>(coordinator, 'appeal', {
      id: 'appeal-1000',
    });
    expect(old.view.matter.zh).toBe('停电、电压不稳');
    expect(
      await desk.send([
        coordinator,
        'appeal',
        'appeal-2000',
        { type: 'accept', kind: 'help', tier: 'T3', matter: 'power-cut' },
      ]),
    ).toMatchObject({ code: 'unknown-matter' });
  });

  test('开通自动派单，到下一次巡检就自己派；停了就不派', async () => {
    await fromStore();
    const automate = (least: number | 'off') => ({
      type: 'automate',
      matter: 'power-cut',
      least,
      words: '单一职责',
    });
    const swept = async (id: string) => {
      await desk.done([resident, 'appeal', id, submit('停电跳闸，电压低')]);
      await sweep(desk.cloud);
      return (await desk.state<{ status: string }>('appeal', id)).status;
    };
    expect(await swept('appeal-0001')).toBe('submitted');
    await desk.done([coordinator, 'catalogue', 'catalogue', automate(0.6)]);
    expect(await swept('appeal-0002')).toBe('dispatched');
    await desk.done([coordinator, 'catalogue', 'catalogue', automate('off')]);
    expect(await swept('appeal-0003')).toBe('submitted');
  });
});

test('专班看得到现行的、将要施行的、谁改过；别人看不到', async () => {
  await desk.done([coordinator, 'catalogue', 'catalogue', revise({ lead: 'housing', from: '2026-04-01' })]);
  const shown = await asked<CatalogueShown>(coordinator, 'catalogue');
  expect(shown.rows.length).toBeGreaterThanOrEqual(200);
  expect(shown.rows.find(({ id }) => id === 'power-cut')?.lead).toBe('power');
  expect(shown.planned).toMatchObject([{ id: 'power-cut', lead: 'housing', from: '2026-04-01' }]);
  expect(shown.lines).toMatchObject([{ zh: '“停电、电压不稳”由住建局主办，自 2026-04-01 起' }]);
  for (const who of [resident, housing])
    for (const [query, input] of [
      ['catalogue', {}],
      ['preview', { row: power }],
    ] as const)
      expect(await desk.ask(who, query, input)).toMatchObject({ ok: false, code: 'not-found' });
});

test('目录可以带走：一行一个事项，打开就是表格；别人拿不到', async () => {
  const file = await asked<{ name: string; content: string }>(coordinator, 'catalogueFile', {
    format: 'csv',
  });
  const lines = Buffer.from(file.content, 'base64').toString('utf8').trim().split('\n');
  expect(file.name).toBe('雪莲河街道-派单目录-2026-03-09.csv');
  expect(lines[0]).toContain('"编号","一级","二级","三级","主办","协办"');
  expect(lines.find((line) => line.startsWith('"power-cut"'))).toContain('"停电、电压不稳","供电公司"');
  expect(lines.length).toBeGreaterThan(200);
  const sheet = await asked<{ content: string }>(coordinator, 'catalogueFile', { format: 'xlsx' });
  expect(Buffer.from(sheet.content, 'base64').subarray(0, 2).toString()).toBe('PK');
  expect(await desk.ask(resident, 'catalogueFile', { format: 'csv' })).toMatchObject({ code: 'not-found' });
});

test('改之前先看：上个月的诉求哪些会派到别处', async () => {
  for (const [n, text] of ['停电跳闸', '垃圾没人清，垃圾桶满了', '又停电了，电压低'].entries())
    await desk.done([
      resident,
      'appeal',
      `appeal-000${n}`,
      { type: 'submit', text: `${text}，请来看看`, photos: [], identity: 'open' },
    ]);
  const { looked, moved } = await asked<Preview>(coordinator, 'preview', {
    row: { ...power, lead: 'housing' },
  });
  expect(looked).toBe(3);
  expect(moved).toMatchObject([
    { id: 'appeal-0000', before: '停电、电压不稳 → 供电公司', after: '停电、电压不稳 → 住建局' },
    { id: 'appeal-0002', before: '停电、电压不稳 → 供电公司', after: '停电、电压不稳 → 住建局' },
  ]);
  const same = await asked<Preview>(coordinator, 'preview', { row: power });
  expect(same.moved).toEqual([]);
});

test.each([
  ['多了一项', { extra: 1 }],
  ['没有名称', { zh: ' ' }],
  ['用语太长', { words: ['长'.repeat(41)] }],
  ['日期写法不对', { from: '2026/4/1' }],
])('%s，先被挡下', async (_, part) => {
  const answer = await desk.send([coordinator, 'catalogue', 'catalogue', revise(part)]);
  expect(answer).toMatchObject({ ok: false, kind: 'input' });
});
