import { type CatalogueShown, words } from '../../../lib/domain';

export interface Row {
  readonly key: string;
  readonly id: string;
  readonly zh: string;
  readonly path: string;
  readonly lead: string;
  /** From when, where it has not begun. */
  readonly from: string;
}

interface Units {
  readonly units: readonly { readonly id: string; readonly zh: string }[];
}

type Matter = CatalogueShown['rows'][number];

/** Only so many are drawn at once. */
export const most = 30;

/** Rows whose names, lead or words hold what is looked for; what begins later stands first. */
export function rowsFound({ rows, planned }: CatalogueShown, { units }: Units, search: string): Row[] {
  const wanted = search.trim();
  const leadOf = ({ lead }: Matter) => units.find(({ id }) => id === lead)?.zh ?? lead;
  const holds = (row: Matter) =>
    [row.zh, row.group, row.branch ?? '', leadOf(row), ...row.words].join(' ').includes(wanted);
  const drawn = (row: Matter, from: string): Row => ({
    key: `${row.id}@${from}@${(row.areas ?? []).join()}`,
    id: row.id,
    zh: row.zh,
    path: [row.group, row.branch, words.tier[row.tier].zh].filter(Boolean).join(' · '),
    lead: leadOf(row),
    from,
  });
  return [
    ...planned.filter(holds).map((row) => drawn(row, row.from ?? '')),
    ...rows.filter(holds).map((row) => drawn(row, '')),
  ];
}
