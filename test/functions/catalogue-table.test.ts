import { strToU8, zipSync } from 'fflate';
import { write } from '../../cloudfunctions/exports/sheet.ts';
import type { FileOut } from '../../domain/contract.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import type { CatalogueShown, TableRead } from '../../domain/routing/contract.ts';
import { city } from '../support/city.ts';
import { Desk } from '../support/desk.ts';
import { coordinator, housing, leader, resident } from '../support/office.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open(undefined, { office: async () => city });
});
afterEach(() => desk.store.close());

const head = [
  ...['编号', '一级', '二级', '三级', '主办', '协办', '办理时限', '通常类型', '吹哨理由', '职责依据'],
  ...['社区', '同一处多人会遇到', '群众用语', '片区', '施行日期', '停用日期'],
];
type Cells = Readonly<Record<string, string>>;

const asked = async <Value>(who: Actor, query: string, input: object = {}) => {
  const answer = await desk.ask(who, query, input);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as Value;
};
const cut = (file: Uint8Array) =>
  Buffer.from(file)
    .toString('base64')
    .match(/.{1,90000}/g) ?? [];
const reads = (file: Uint8Array) => asked<TableRead>(coordinator, 'catalogueTable', { pieces: cut(file) });
const refused = async (file: Uint8Array) => {
  const answer = await desk.ask(coordinator, 'catalogueTable', { pieces: cut(file) });
  return answer.ok ? 'taken' : answer.message;
};

/** The exported table as rows of named cells, changed by somebody, and brought back in a format. */
async function edited(change: (rows: Cells[]) => Cells[], format: 'xlsx' | 'csv' = 'xlsx'): Promise<Buffer> {
  const { content } = await asked<FileOut>(coordinator, 'catalogueFile', { format: 'csv' });
  const text = Buffer.from(content, 'base64')
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const lines = [...text.matchAll(/(?:"((?:[^"]|"")*)"|)(,|\n)/g)];
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of lines) {
    rows.at(-1)?.push(cell.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
  }
  const named = rows
    .slice(1, -1)
    .map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])));
  return write(
    { head, rows: change(named).map((row) => head.map((name) => row[name] || undefined)) },
    format,
  );
}

const withLine = (id: string, part: Cells) => (rows: Cells[]) =>
  rows.map((row) => (row.编号 === id ? { ...row, ...part } : row));
const only = (id: string, part: Cells) => (rows: Cells[]) =>
  rows.filter((row) => row.编号 === id).map((row) => ({ ...row, ...part }));

describe('派单目录：导出的表，改了再导回来', () => {
  test.each(['xlsx', 'csv'] as const)('%s：没有改过的，导回来一行也不变', async (format) => {
    const { content } = await asked<FileOut>(coordinator, 'catalogueFile', { format });
    const read = await reads(Buffer.from(content, 'base64'));
    expect(read).toMatchObject({ wrong: [], changes: [], rows: [], unnamed: 0 });
    expect(read.same).toBeGreaterThanOrEqual(200);
  });

  test.each(['xlsx', 'csv'] as const)(
    '%s：改一行、加一行、停一行，先列出来，再看上个月哪些会改派',
    async (format) => {
      await desk.done([
        resident,
        'appeal',
        'appeal-0001',
        { type: 'submit', text: '停电跳闸，请来看看', photos: [], identity: 'open' },
      ]);
      const file = await edited(
        (rows) => [
          ...withLine('power-cut', { 主办: '住建局' })(
            withLine('stray-dog', { 停用日期: '2026/12/31' })(rows),
          ),
          {
            一级: '农牧',
            三级: '虫草采集秩序',
            主办: '派出所',
            办理时限: '7 天（一般）',
            群众用语: '虫草 采挖',
          },
        ],
        format,
      );
      const read = await reads(file);
      expect(read.wrong).toEqual([]);
      expect(read.changes).toMatchObject([
        { kind: 'changed', zh: '停电、电压不稳', what: expect.stringContaining('主办：供电公司 → 住建局') },
        { kind: 'retired', zh: '流浪犬、犬只伤人', what: '停用日期：空 → 2026-12-31' },
        { kind: 'added', zh: '虫草采集秩序', what: '主办：派出所' },
      ]);
      expect(read.preview).toMatchObject({
        looked: 1,
        moved: [{ before: '停电、电压不稳 → 供电公司', after: '停电、电压不稳 → 住建局' }],
      });
    },
  );

  test('看过再启用：一次写成一版，没有列进表里的照旧', async () => {
    const read = await reads(await edited(only('power-cut', { 主办: '住建局', 协办: '' })));
    expect(read.unnamed).toBeGreaterThanOrEqual(200);
    const adopt = { type: 'adopt', rows: read.rows, words: '职责划转' };
    await desk.done([coordinator, 'catalogue', 'catalogue', adopt]);
    const shown = await asked<CatalogueShown>(coordinator, 'catalogue');
    expect(shown.rows.find(({ id }) => id === 'power-cut')?.lead).toBe('housing');
    expect(shown.rows.length).toBeGreaterThanOrEqual(200);
    expect(shown.lines).toMatchObject([{ zh: '导入目录：1 行', words: '职责划转' }]);
  });

  test('同一个新事项导两次，还是一个', async () => {
    const fresh = {
      一级: '农牧',
      三级: '虫草采集秩序',
      主办: '派出所',
      办理时限: '7 天（一般）',
      群众用语: '虫草',
    };
    const file = await edited(() => [fresh]);
    const { rows } = await reads(file);
    await desk.done([coordinator, 'catalogue', 'catalogue', { type: 'adopt', rows, words: '新增' }]);
    expect(await reads(file)).toMatchObject({ changes: [], same: 1 });
  });

  test('写了以后的施行日期，到那天才算', async () => {
    const { rows } = await reads(
      await edited(only('power-cut', { 主办: '住建局', 施行日期: '2026年4月1日' })),
    );
    expect(rows).toMatchObject([{ id: 'power-cut', lead: 'housing', from: '2026-04-01' }]);
  });

  test('群众用语改了，只说加了哪些、去了哪些', async () => {
    const { changes } = await reads(
      await edited((rows) =>
        rows
          .filter((row) => row.编号 === 'power-cut')
          .map((row) => ({ ...row, 群众用语: `${(row.群众用语 ?? '').replace('跳闸 ', '')} 黑灯瞎火` })),
      ),
    );
    expect(changes).toMatchObject([{ what: '群众用语：加「黑灯瞎火」，去「跳闸」' }]);
  });

  test('Excel 把日期存成了数，也认得', async () => {
    const { rows } = await reads(await edited(only('power-cut', { 施行日期: '46113' })));
    expect(rows).toMatchObject([{ from: '2026-04-01' }]);
  });

  test('少了选填的列，原来写的还在', async () => {
    const table = {
      head: ['编号', '一级', '三级', '主办', '群众用语'],
      rows: [['power-cut', '公用事业', '停电', '住建局', '停电']],
    };
    const { rows } = await reads(await write(table, 'xlsx'));
    const before = city.matters.find(({ id }) => id === 'power-cut');
    expect(rows).toMatchObject([{ zh: '停电', lead: 'housing', tier: before?.tier, duty: before?.duty }]);
  });
});

describe('写错了的，逐格说，一行也不启用', () => {
  test.each([
    ['主办', { 主办: '水利局' }, '主办', '“水利局”不在本街道名册上，名称要写得一样'],
    ['协办', { 协办: '住建局、水利局' }, '协办', '“水利局”不在本街道名册上，名称要写得一样'],
    ['主办兼协办', { 协办: '供电公司' }, '协办', '主办单位不用再列为协办'],
    ['时限', { 办理时限: '三天' }, '办理时限', expect.stringMatching(/^请写.*之一$/)],
    ['日期', { 停用日期: '年底' }, '停用日期', '日期写作 2026-01-31'],
    ['没有的日子', { 停用日期: '2026-02-30' }, '停用日期', '日期写作 2026-01-31'],
    ['倒签', { 施行日期: '2026-01-01' }, '施行日期', '施行日期不能早于今天'],
    ['片区', { 片区: '月亮网格' }, '片区', '没有叫“月亮网格”的网格或社区，名称要写得一样'],
    ['没有名称', { 三级: '' }, '三级', '请填写三级'],
    ['用语太长', { 群众用语: '长'.repeat(41) }, '群众用语', '群众用语最多 40 字'],
    ['社区', { 主办: '团结社区' }, '主办', '社区职责清单里没有这样写，不能交给社区'],
  ])('%s', async (_, part, column, zh) => {
    const read = await reads(await edited(withLine('power-cut', part)));
    expect(read.wrong).toEqual([{ row: expect.any(Number), column, zh }]);
    expect(read.rows).toEqual([]);
  });

  test('几处错一次说完，行号就是表格里的行号', async () => {
    const read = await reads(
      await edited((rows) => [
        rows[0] as Cells,
        { ...rows[1], 主办: '甲' },
        { ...rows[2], 主办: '乙', 办理时限: '丙' },
      ]),
    );
    expect(read.wrong.map(({ row, column }) => [row, column])).toEqual([
      [3, '主办'],
      [4, '主办'],
      [4, '办理时限'],
    ]);
  });

  test('同一个事项写了两行', async () => {
    const read = await reads(
      await edited((rows) => [rows[0] as Cells, rows[1] as Cells, { ...rows[0], 主办: '住建局' }]),
    );
    expect(read.wrong).toEqual([{ row: 4, column: '编号', zh: '和第 2 行是同一个事项' }]);
  });

  test('同一个事项的两行，片区重叠', async () => {
    const areas = (...all: readonly string[]) => all.map((片区) => ({ 片区 }));
    const read = await reads(
      await edited((rows) =>
        areas('河湾网格、渡口网格', '渡口网格', '白杨网格').map((area) => ({ ...rows[0], ...area })),
      ),
    );
    expect(read.wrong).toEqual([{ row: 3, column: '片区', zh: '和第 2 行的片区重叠，请改开' }]);
  });

  test('公式不算数', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>一级</t></is></c>' +
      '<c r="B1" t="inlineStr"><is><t>三级</t></is></c><c r="C1" t="inlineStr"><is><t>主办</t></is></c>' +
      '<c r="D1" t="inlineStr"><is><t>群众用语</t></is></c></row><row r="2"><c r="A2" t="str"><f>B2&amp;"x"</f><v>农牧</v></c>' +
      '<c r="B2" t="inlineStr"><is><t>虫草</t></is></c><c r="C2" t="inlineStr"><is><t>派出所</t></is></c></row></sheetData></worksheet>';
    const read = await reads(workbook(sheet));
    expect(read.wrong).toContainEqual({ row: 2, column: '一级', zh: '这一格是公式，请改成文字' });
    expect(await reads(Buffer.from('一级,三级,主办,群众用语\n=1+1,虫草,派出所,虫草'))).toMatchObject({
      wrong: [{ row: 2, column: '一级', zh: '这一格是公式，请改成文字' }],
    });
  });
});

/** A workbook whose only sheet is written by hand. */
function workbook(sheet: string): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  });
}

describe('不是表格的、装了别的东西的', () => {
  const entry = Buffer.from('504b0102', 'hex');
  const tooMuch = '这个表格打不开，或内容太多，请另存为 xlsx 再试';

  test.each([
    ['照片', Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2]), '这不是表格，请选择 xlsx 或 csv 文件'],
    [
      '旧版 xls',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      '这是旧版 xls 或加了密码的表格，请另存为不加密的 xlsx',
    ],
    ['只有两个字母的压缩包', Buffer.from('PK'), tooMuch],
    ['别的压缩包', zipSync({ 'a.txt': strToU8('a') }), tooMuch],
    ['引号不成对的', Buffer.from('"一级,三级'), '这不是表格，请选择 xlsx 或 csv 文件'],
    ['断了的', workbook('<worksheet/>').subarray(0, 300), tooMuch],
    ['空的', Buffer.from('一级,三级,主办,群众用语\n'), '表里一行也没有'],
    ['别的表', Buffer.from('姓名,电话\n甲,1'), '第一行缺少“一级”这一列，请从导出的表格改起'],
    ['太大的', Buffer.alloc(500_001, 'a'), '文件太大，请只留派单目录这一张表'],
  ])('%s', async (_, file, sentence) => {
    expect(await refused(file)).toBe(sentence);
  });

  test('压缩炸弹：展开到限度就停，说了假大小也一样', async () => {
    const bomb = workbook(`<worksheet>${' '.repeat(9_000_000)}</worksheet>`);
    expect(bomb.length).toBeLessThan(500_000);
    expect(await refused(bomb)).toBe(tooMuch);
    const lying = Buffer.from(bomb);
    for (let at = lying.indexOf(entry); at >= 0; at = lying.indexOf(entry, at + 4))
      lying.writeUInt32LE(1, at + 24);
    expect(await refused(lying)).toBe(tooMuch);
  });

  test('一格写在第十万行、第一万列的，不收', async () => {
    for (const at of ['A100000', 'NTP1'])
      expect(await refused(workbook(`<worksheet><c r="${at}"><v>1</v></c></worksheet>`))).toBe(tooMuch);
  });

  test('中文 Excel 存的 CSV（GBK）也认得', async () => {
    const gbk =
      'd2bbbcb62cc8fdbcb62cd6f7b0ec2cb0ecc0edcab1cfde2cc8bad6dad3c3' +
      'd3ef0ac5a9c4c12cb3e6b2dd2cc5c9b3f6cbf92c3720cceca3a8d2bbb0e3a3a92cb3e6b2dd0a';
    const read = await reads(Buffer.from(gbk, 'hex'));
    expect(read.wrong).toEqual([]);
    expect(read.changes).toEqual([{ kind: 'added', zh: '虫草', what: '主办：派出所' }]);
  });

  test('别人导不进来', async () => {
    for (const who of [resident, housing])
      expect(await desk.ask(who, 'catalogueTable', { pieces: ['AAAA'] })).toMatchObject({
        code: 'not-found',
      });
    const answer = await desk.send([
      leader,
      'catalogue',
      'catalogue',
      { type: 'adopt', rows: [city.matters[0]], words: '试试' },
    ]);
    expect(answer).toMatchObject({ ok: false, code: 'not-yours' });
  });
});
