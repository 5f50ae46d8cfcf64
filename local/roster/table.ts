import { csvCells } from '../../cloudfunctions/imports/csv.ts';
import { Usage } from '../host/usage.ts';

/** The rows of a CSV (RFC 4180) by the names in its first line; a mark of byte order before it is passed over. */
export function rowsOf(text: string): Record<string, string>[] {
  const [head = [], ...lines] = cellsOf(text);
  const names = head.map((name) => name.trim());
  return lines
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .map((cells) => Object.fromEntries(names.map((name, place) => [name, (cells[place] ?? '').trim()])));
}

function cellsOf(text: string): string[][] {
  const cells = csvCells(text);
  if (!cells) throw new Usage('名册的引号不成对，请检查。');
  return cells;
}
