import { defaultRules } from '../office/defaults.ts';
import type { Matter, Office } from '../office/office.ts';
import { type Catalogue, shippedCatalogue } from './catalogue.ts';

/** The catalogue of a version as shipped; an office names the one its own rows stand on. */
const shipped: Readonly<Record<string, Catalogue>> = { [shippedCatalogue.version]: shippedCatalogue };

/**
 * The office as it is on a day (a Beijing date): its own rows in place of the shipped ones they stand in for, what its
 * coordinators have changed since, and of each matter the row in force. Rules it has never heard of are the defaults.
 */
export function officeOn(office: Office, amendments: readonly Matter[], day: string): Office {
  const rows = [...baseOf(office), ...amendments];
  return { ...office, rules: { ...defaultRules, ...office.rules }, matters: rowsOn(rows, day) };
}

function baseOf({ catalogue = '', matters }: Office): readonly Matter[] {
  const ours = matters.flatMap(({ id, instead }) => [id, ...(instead === undefined ? [] : [instead])]);
  const theirs = shipped[catalogue]?.matters ?? [];
  return [...matters.map((own) => onTop(own, theirs)), ...theirs.filter((row) => !ours.includes(row.id))];
}

/** An own row keeps what it says; the rest, and the words people use, it takes from the row it stands in for. */
function onTop(own: Matter, theirs: readonly Matter[]): Matter {
  const like = theirs.find(({ id }) => id === (own.instead ?? own.id));
  if (!like) return own;
  const { group, branch } = like;
  return { ...like, ...own, group, branch, words: [...new Set([...own.words, ...like.words])] };
}

/** Of rows in the order they were written, for each matter and area the newest that has begun, unless it has ended. */
export function rowsOn(rows: readonly Matter[], day: string): Matter[] {
  const newest = new Map<string, Matter>();
  for (const row of rows) {
    const key = `${row.id}@${(row.areas ?? []).join()}`;
    const known = newest.get(key);
    if ((row.from ?? '') <= day && (row.from ?? '') >= (known?.from ?? '')) newest.set(key, row);
  }
  return [...newest.values()].filter(({ until }) => until === undefined || day <= until);
}

/** What the router reads: the matters of an office in force, with the words that point at their second levels. */
export function catalogueOf(office: Office): Catalogue {
  const base = shipped[office.catalogue ?? ''];
  return { version: base?.version ?? '', branches: base?.branches ?? [], matters: office.matters };
}
