import type { CatalogueCommand, CatalogueShown, Kind, Tier } from '../../../lib/domain';
import { type Chosen, choiceError } from '../../lib/chosen';

type Matter = CatalogueShown['rows'][number];

/** A row being written. `words` by spaces; `from` a Beijing date; empty: not said. */
export interface MatterForm {
  readonly id: string;
  readonly zh: string;
  readonly group: string;
  readonly branch: string;
  readonly units: readonly Chosen[];
  readonly tier: Tier;
  readonly kind: Kind;
  readonly community: 'never' | 'assist' | 'lead';
  readonly shared: boolean;
  readonly whistle: string;
  readonly duty: string;
  readonly words: string;
  readonly from: string;
  readonly why: string;
  readonly areas?: readonly string[] | undefined;
}

/** As it is in force; a new matter begins empty, under an id of its own. */
export function formOf(row: Matter | undefined, today: string, newId: string): MatterForm {
  const assists = (row?.assists ?? []).map((unit) => ({ unit, role: 'assist' as const, need: '' }));
  return {
    id: row?.id ?? newId,
    zh: row?.zh ?? '',
    group: row?.group ?? '',
    branch: row?.branch ?? '',
    units: row ? [{ unit: row.lead, role: 'lead', need: '' }, ...assists] : [],
    tier: row?.tier ?? 'T3',
    kind: row?.kind ?? 'help',
    community: row?.community ?? 'never',
    shared: row?.shared === true,
    whistle: row?.whistle ?? '',
    duty: row?.duty ?? '',
    words: (row?.words ?? []).join(' '),
    from: today,
    why: '',
    areas: row?.areas,
  };
}

const said = <Name extends string>(name: Name, value: string) =>
  value.trim() === '' ? {} : ({ [name]: value.trim() } as { readonly [Key in Name]: string });

export function rowOf(form: MatterForm): Matter {
  const { id, zh, group, units, tier, kind, community, shared, words, areas } = form;
  const ids = (role: Chosen['role']) => units.filter((unit) => unit.role === role).map(({ unit }) => unit);
  return {
    id,
    zh: zh.trim(),
    group: group.trim(),
    lead: ids('lead')[0] ?? '',
    assists: ids('assist'),
    tier,
    kind,
    words: words.split(/\s+/).filter((word) => word !== ''),
    ...said('branch', form.branch),
    ...said('whistle', form.whistle),
    ...said('duty', form.duty),
    ...said('from', form.from),
    ...(community !== 'never' && { community }),
    ...(shared && { shared }),
    ...(areas && { areas }),
  };
}

export function reviseOf(form: MatterForm): CatalogueCommand {
  return { type: 'revise', row: rowOf(form), words: form.why.trim() };
}

/** What is missing before it may be sent; the door says the rest. */
type Labels = Readonly<Record<'missing' | 'zh' | 'group' | 'words' | 'why' | 'areas', string>>;

export function matterErrors(form: MatterForm, t: Labels): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const name of ['zh', 'group', 'words', 'why'] as const)
    if (form[name].trim() === '') errors[name] = `${t.missing}${t[name]}`;
  if (form.areas?.length === 0) errors.areas = `${t.missing}${t.areas}`;
  const units = choiceError(form.units, 1);
  if (units) errors.units = units;
  return errors;
}
