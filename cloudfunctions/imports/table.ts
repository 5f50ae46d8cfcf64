import { BadInput } from '../bad-input.ts';
import { csvCells } from './csv.ts';
import { firstSheet, type Table } from './workbook.ts';
import { BadZip } from './zip.ts';

/** What a file may weigh, in bytes. */
export const heaviest = 500_000;

const signs = { zip: Buffer.from('PK'), old: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) };

/** What somebody brings as a table: XLSX, or CSV as UTF-8 or as Chinese Excel writes it. Throws {@link BadInput}. */
export function tableIn(file: Buffer): Table {
  if (file.length > heaviest) throw new BadInput('file', '文件太大，请只留派单目录这一张表');
  const begins = (sign: Buffer) => file.subarray(0, sign.length).equals(sign);
  if (begins(signs.old)) throw new BadInput('file', '这是旧版 xls 或加了密码的表格，请另存为不加密的 xlsx');
  return begins(signs.zip) ? workbook(file) : csv(file);
}

function workbook(file: Buffer): Table {
  try {
    return firstSheet(file);
  } catch (error) {
    if (error instanceof BadZip) throw new BadInput('file', '这个表格打不开，或内容太多，请另存为 xlsx 再试');
    throw error;
  }
}

function csv(file: Buffer): Table {
  const cells = file.includes(0) ? undefined : csvCells(decoded(file));
  if (!cells) throw new BadInput('file', '这不是表格，请选择 xlsx 或 csv 文件');
  return cells.map((row) =>
    row.map((text) => (text.startsWith('=') ? { text, formula: true } : text === '' ? undefined : { text })),
  );
}

function decoded(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('gb18030').decode(file);
  }
}
