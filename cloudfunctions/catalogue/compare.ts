import type { Matter, Office } from '../../domain/office/office.ts';
import type { RowChange } from '../../domain/routing/contract.ts';
import { type Column, columns } from './columns.ts';

/** Words told of a change. */
const mostTold = 5;

/** What differs, cell by cell; a new last day is the end of it. */
export function changeOf(
  known: Matter | undefined,
  matter: Matter,
  office: Office,
  dated: boolean,
): RowChange | undefined {
  if (!known) return { kind: 'added', zh: matter.zh, what: said(matter, 'lead', office) };
  const other = columns.filter(
    ({ key, write }) => key !== 'from' && write(known, office) !== write(matter, office),
  );
  if (other.length === 0 && !dated) return undefined;
  const kind = matter.until !== undefined && known.until !== matter.until ? 'retired' : 'changed';
  const what = other.map((column) => told(column, known, matter, office));
  return { kind, zh: matter.zh, what: [...what, ...(dated ? [`${matter.from} 起`] : [])].join('；') };
}

/** Of many words only those that come and go. */
function told({ head, key, write }: Column, known: Matter, matter: Matter, office: Office): string {
  if (key !== 'words') return `${head}：${write(known, office) || '空'} → ${write(matter, office) || '空'}`;
  const parts = [added('加', matter.words, known.words), added('去', known.words, matter.words)];
  return `${head}：${parts.filter(Boolean).join('，')}`;
}

function added(verb: string, words: readonly string[], others: readonly string[]): string {
  const fresh = words.filter((word) => !others.includes(word));
  const few = fresh.slice(0, mostTold).map((word) => `「${word}」`);
  if (fresh.length === 0) return '';
  return `${verb}${few.join('')}${fresh.length > few.length ? `等 ${fresh.length} 个` : ''}`;
}

function said(matter: Matter, key: Column['key'], office: Office): string {
  const column = columns.find((each) => each.key === key);
  return column ? `${column.head}：${column.write(matter, office)}` : '';
}
