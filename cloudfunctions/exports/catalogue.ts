import type { Matter, Office } from '../../domain/office/office.ts';
import { columns } from '../catalogue/columns.ts';
import type { Sheet } from './sheet.ts';

/** The dispatch catalogue, a row a line: what is in force, then what begins later. */
export function catalogueSheet(rows: readonly Matter[], office: Office): Sheet {
  return {
    head: columns.map(({ head }) => head),
    rows: rows.map((row) => columns.map((column) => column.write(row, office))),
  };
}
