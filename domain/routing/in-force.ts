import type { Automatic } from '../catalogue/catalogue.ts';
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
  const rules = { ...defaultRules, ...office.rules };
  return amended({ ...office, rules, matters: baseOf(office) }, amendments, day);
}

/** An office of a day with further rows: of each matter the one in force, and what has ended by then. */
export function amended(office: Office, rows: readonly Matter[], day: string): Office {
  const begun = newestOn([...(office.former ?? []), ...office.matters, ...rows], day);
  const ended = (row: Matter) => row.until !== undefined && row.until < day;
  return { ...office, matters: begun.filter((row) => !ended(row)), former: begun.filter(ended) };
}

/** Matters an office has switched on and off since it was set up, on top of what it was set up with. */
export function switchedOn(office: Office, automatic: Automatic): Office {
  const { rules } = office;
  const all = Object.entries<number | 'off'>({ ...rules.routing.automatic, ...automatic });
  const on = all.filter((each): each is [string, number] => each[1] !== 'off');
  const routing = { ...rules.routing, automatic: Object.fromEntries(on) };
  return { ...office, rules: { ...rules, routing } };
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
  return newestOn(rows, day).filter(({ until }) => until === undefined || day <= until);
}

function newestOn(rows: readonly Matter[], day: string): Matter[] {
  const newest = new Map<string, Matter>();
  for (const row of rows) {
    const key = `${row.id}@${(row.areas ?? []).join()}`;
    const known = newest.get(key);
    if ((row.from ?? '') <= day && (row.from ?? '') >= (known?.from ?? '')) newest.set(key, row);
  }
  return [...newest.values()];
}

/** The matter that an ended one went into, however often; itself where it has not ended or nothing took its place. */
export function heirOf({ matters, former = [] }: Office, id: string): string {
  let heir = id;
  for (let left = former.length; left > 0 && !matters.some((row) => row.id === heir); left -= 1)
    heir = former.find((row) => row.id === heir)?.successor ?? heir;
  return heir;
}

/** What the router reads: the matters in force, what their predecessors were called, and words for second levels. */
export function catalogueOf(office: Office): Catalogue {
  const base = shipped[office.catalogue ?? ''];
  const inherited = (office.former ?? []).map((row) => ({ ...row, id: heirOf(office, row.id) }));
  const matters = [...inherited.filter((row) => inForce(office, row)), ...office.matters];
  return { version: base?.version ?? '', branches: base?.branches ?? [], matters };
}

function inForce({ matters }: Office, { id }: Matter): boolean {
  return matters.some((row) => row.id === id);
}
