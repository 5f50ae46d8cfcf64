import { officeId, officeOf } from '../../cloudfunctions/office-store.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import type { CatalogueShown, Preview } from '../../domain/routing/contract.ts';
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
