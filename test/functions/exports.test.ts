import { unzipSync } from 'fflate';
import { figureSheet } from '../../cloudfunctions/exports/figures.ts';
import { maskedName, maskedPhone, maskedWords } from '../../cloudfunctions/exports/masked.ts';
import { write } from '../../cloudfunctions/exports/sheet.ts';
import type { FileOut } from '../../domain/contract.ts';
import { Desk } from '../support/desk.ts';
import { coordinator, leader, resident } from '../support/office.ts';
import * as told from './told.ts';

/** What a spreadsheet would compute, each of them written by somebody into his complaint. */
const formulas = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '\r=1+1', '＝1+1', '＋1', '－1', '＠x', ' =1+1'],
  '=HYPERLINK("http://x","点这里")',
];

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const partsOf = (xlsx: Buffer) =>
  Object.entries(unzipSync(new Uint8Array(xlsx))).map(([name, content]) => [name, text(content)] as const);

describe('导出的表，表格软件打开也不会算', () => {
  const sheet = { head: ['内容'], rows: formulas.map((each) => [each]) };

  test('CSV：每一格都加引号，像公式的前面加撇号', async () => {
    const lines = (await write(sheet, 'csv')).toString('utf8');
    expect(lines.startsWith('\ufeff"内容"\n')).toBe(true);
    for (const each of formulas) expect(lines).toContain(`"'${each.replaceAll('"', '""')}"`);
    expect(lines).not.toMatch(/"[=+\-@＝＋－＠]/);
  });

  test('XLSX：没有一格是公式', async () => {
    const parts = partsOf(await write(sheet, 'xlsx'));
    expect(parts.filter(([, content]) => /<f[ >]/.test(content))).toEqual([]);
    const strings = parts.map(([, content]) => content).join('');
    expect(strings).toContain("<t>'=1+1</t>");
  });

  test('数还是数，空的还是空的', async () => {
    const csv = await write({ head: ['件', '率'], rows: [[3, undefined]] }, 'csv');
    expect(csv.toString('utf8')).toBe('\ufeff"件","率"\n"3",\n');
    const parts = partsOf(await write({ head: ['件'], rows: [[3]] }, 'xlsx'));
    expect(parts.find(([name]) => name.endsWith('sheet1.xml'))?.[1]).toContain('<v>3</v>');
  });

  test('没有分母的是空格，不是 0', () => {
    const row = {
      key: 'a',
      zh: '住建局',
      appeals: 1,
      open: 1,
      closed: 0,
      raw: {},
      adjusted: { response: 0.5 },
    };
    expect(figureSheet('单位', [row]).rows).toEqual([
      ['住建局', 1, 1, 0, undefined, undefined, '50.0%', ...Array(6).fill(undefined)],
    ]);
  });
});

describe('姓名电话遮住', () => {
  test.each([
    ['张三丰', '张＊＊'],
    ['卓玛', '卓＊'],
    ['张', '张＊'],
    ['𠮷田', '𠮷＊'],
  ])('%s → %s', (name, shown) => {
    expect(maskedName(name)).toBe(shown);
  });

  test.each([
    ['13900000101', '139****0101'],
    ['0891-6330000', '089*****0000'],
    ['12345', '*****'],
  ])('%s → %s', (phone, shown) => {
    expect(maskedPhone(phone)).toBe(shown);
  });

  test('写在正文里的电话、身份证号也遮住，别的数不动', () => {
    expect(maskedWords('请打13900000101或0891-6330000，身份证540102199001011234，共 12345678 元')).toBe(
      '请打139****0101或089*****0000，身份证5401**********1234，共 12345678 元',
    );
  });
});

describe('诉求清单', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.store.close());

  async function csvOf(actor = coordinator): Promise<FileOut & { readonly words: string }> {
    const answer = await desk.ask(actor, 'export', { period: '2026-03', what: 'appeals', format: 'csv' });
    if (!answer.ok) throw new Error(answer.message);
    const file = answer.value as FileOut;
    return { ...file, words: Buffer.from(file.content, 'base64').toString('utf8') };
  }

  test('有编号、事项、单位、时限和结果；没有全名和全号；文件名不带人', async () => {
    await desk.done(...told.untilAnswered, told.rated);
    const { name, words } = await csvOf();
    expect(name).toBe('莲花街道-2026-03-诉求清单.csv');
    for (const each of ['JSJB-20260309-LH-', '屋顶漏水', '住建局', '供水公司', '已结案', '解决了', '满意'])
      expect(words).toContain(each);
    expect(words).toContain('卓＊');
    expect(words).toContain('139****0101');
    expect(words).not.toMatch(/卓玛|13900000101/);
  });

  test.each(['nameHidden', 'anonymous'])('%s 的，连遮住的也没有', async (identity) => {
    const [actor, process, id, command] = told.asked;
    await desk.done([actor, process, id, { ...command, identity }]);
    const { words } = await csvOf(leader);
    expect(words).not.toMatch(/卓|139/);
  });

  test('一年的清单太大，请选一个月；居民导不出', async () => {
    const ask = (period: string) => desk.ask(leader, 'export', { period, what: 'appeals', format: 'xlsx' });
    expect(await ask('2026')).toMatchObject({ ok: false, code: 'too-much' });
    expect(await ask('2026-03')).toMatchObject({ ok: true });
    expect(
      await desk.ask(resident, 'export', { period: '2026-03', what: 'unit', format: 'csv' }),
    ).toMatchObject({ code: 'not-found' });
  });
});
