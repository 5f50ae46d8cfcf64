import { type CatalogueShown, words } from '../../../lib/domain';

export interface Row {
  readonly key: string;
  readonly id: string;
  readonly areas: string;
  readonly zh: string;
  readonly path: string;
  readonly lead: string;
  /** From when, where it has not begun; until when, where it ends. */
  readonly mark: string;
}

interface Named {
  readonly id: string;
  readonly zh: string;
}

interface Known {
  readonly units: readonly Named[];
  readonly grids: readonly Named[];
}

interface CatalogueCopy {
  readonly from: string;
  readonly until: string;
}

type Matter = CatalogueShown['rows'][number];

/** Only so many are drawn at once. */
export const most = 30;

/** Rows whose names, lead or words hold what is looked for; what begins later stands first. */
export function rowsFound(
  { rows, planned }: CatalogueShown,
  { units, grids }: Known,
  search: string,
  t: CatalogueCopy,
): Row[] {
  const wanted = search.trim();
  const nameOf = (wanted: string) => [...units, ...grids].find(({ id }) => id === wanted)?.zh ?? wanted;
  const leadOf = ({ lead }: Matter) => nameOf(lead);
  const areasOf = ({ areas = [] }: Matter) => areas.map(nameOf).join('、');
  const holds = (row: Matter) =>
    [row.zh, row.group, row.branch ?? '', leadOf(row), ...row.words].join(' ').includes(wanted);
  const drawn = (row: Matter, mark: string): Row => ({
    key: `${row.id}@${mark}@${(row.areas ?? []).join()}`,
    id: row.id,
    areas: (row.areas ?? []).join(),
    zh: row.zh,
    path: [areasOf(row), row.group, row.branch, words.tier[row.tier].zh].filter(Boolean).join(' · '),
    lead: leadOf(row),
    mark,
  });
  return [
    ...planned.filter(holds).map((row) => drawn(row, `${row.from} ${t.from}`)),
    ...rows.filter(holds).map((row) => drawn(row, row.until ? `${t.until} ${row.until}` : '')),
  ];
}
