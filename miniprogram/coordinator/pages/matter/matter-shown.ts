import type { CatalogueShown, PublicOffice } from '../../../lib/domain';
import { mayGoAlone } from './matter-moves';

type Matter = CatalogueShown['rows'][number];

interface Area {
  readonly id: string;
  readonly zh: string;
  readonly on: boolean;
}

/** What stands of a matter beside the row that is written: who else leads it where, and whether it goes out by itself. */
export interface Beside {
  readonly others: readonly { readonly areas: string; readonly zh: string; readonly lead: string }[];
  readonly automatic: 'on' | 'off' | 'never';
  readonly least: string;
  /** Where it ends: after which day, and what takes its place. */
  readonly ends: string;
}

type Office = Pick<PublicOffice, 'grids' | 'units'>;

interface MatterCopy {
  readonly until: string;
  readonly into: string;
}

export function besideOf(
  row: Matter,
  { rows, automatic }: CatalogueShown,
  office: Office,
  t: MatterCopy,
): Beside {
  const least = automatic[row.id];
  const others = rows.filter(({ id, areas }) => id === row.id && areas !== undefined);
  return {
    others: others.map(({ areas = [], lead }) => ({
      areas: areas.join(),
      zh: areas.map((area) => nameOf(area, office)).join('、'),
      lead: nameOf(lead, office),
    })),
    automatic: least !== undefined ? 'on' : mayGoAlone(row) ? 'off' : 'never',
    least: least === undefined ? '' : `${Math.round(least * 100)}%`,
    ends: endsOf(row, rows, t),
  };
}

function endsOf({ until, successor }: Matter, rows: readonly Matter[], t: MatterCopy): string {
  if (until === undefined) return '';
  const heir = rows.find(({ id }) => id === successor)?.zh;
  return [`${t.until} ${until}`, heir ? `${t.into}“${heir}”` : ''].filter(Boolean).join('，');
}

/** Communities first, then grids; those chosen are on. */
export function areasShown(chosen: readonly string[], { grids, units }: Office): Area[] {
  const communities = units.filter(({ kind }) => kind === 'community');
  return [...communities, ...grids].map(({ id, zh }) => ({ id, zh, on: chosen.includes(id) }));
}

function nameOf(wanted: string, { grids, units }: Office): string {
  return [...grids, ...units].find(({ id }) => id === wanted)?.zh ?? wanted;
}

/** The row a page is about: of everywhere, of some areas, or a new one for areas still to be chosen. */
export function rowFor({ rows, planned }: CatalogueShown, id: string, areas: string): Matter | undefined {
  const own = [...planned, ...rows].filter((row) => row.id === id);
  const whole = own.find((row) => row.areas === undefined);
  if (areas === 'new') return whole && { ...whole, areas: [] };
  return areas === '' ? whole : own.find((row) => row.areas?.join() === areas);
}
