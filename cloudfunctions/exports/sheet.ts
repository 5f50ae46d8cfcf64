import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';

/** A table to be read in a spreadsheet; `undefined` is an empty cell. */
export interface Sheet {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

export const formats = ['xlsx', 'csv'] as const;
export type Format = (typeof formats)[number];

export async function write(sheet: Sheet, format: Format): Promise<Buffer> {
  return format === 'xlsx' ? xlsx(sheet) : csv(sheet);
}

/** What a spreadsheet would take for a formula, half or full width, even behind blanks. */
const formula = /^[\s\u200b\ufeff]*[=+\-@\t\r\n＝＋－＠]/;

/** Words are words: with a mark before them, nothing is computed from what somebody wrote. */
function inert(cell: string | number | undefined): string | number | undefined {
  return typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell;
}

/** Quoted throughout, with the mark by which Excel knows UTF-8. */
function csv({ head, rows }: Sheet): Buffer {
  return Buffer.from(
    stringify(
      [head, ...rows].map((row) => row.map(inert)),
      { bom: true, quoted: true },
    ),
  );
}

async function xlsx({ head, rows }: Sheet): Promise<Buffer> {
  const bold = head.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map(inert).map(typed));
  return writeXlsxFile([bold, ...cells]).toBuffer();
}

function typed(value: string | number | undefined) {
  if (value === undefined) return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}
