/** Rows of one call: with a few hundred characters each, well under what a phone takes at once. */
const most = 30;

type Patch = Record<string, unknown>;
type Row = Readonly<Record<string, unknown>>;

/** What changed between two drawings of a list, as calls of setData that stay small however long the list is. */
export function patches<Item extends object>(
  before: readonly Item[],
  after: readonly Item[],
  list = 'rows',
): Patch[] {
  if (after.length < before.length)
    return [{ [list]: after.slice(0, most) }, ...patches(after.slice(0, most), after, list)];
  const changed = after.map((row, at) =>
    difference(before[at] as Row | undefined, row as Row, `${list}[${at}]`),
  );
  return inParts(changed.filter((patch) => Object.keys(patch).length > 0));
}

function difference(before: Row | undefined, after: Row, path: string): Patch {
  if (before === undefined) return { [path]: after };
  const patch: Patch = {};
  for (const name of Object.keys(after))
    if (!same(before[name], after[name])) patch[`${path}.${name}`] = after[name];
  return patch;
}

function inParts(all: readonly Patch[]): Patch[] {
  const parts: Patch[] = [];
  for (let from = 0; from < all.length; from += most)
    parts.push(Object.assign({}, ...all.slice(from, from + most)));
  return parts;
}

function same(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}
