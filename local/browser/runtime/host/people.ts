import { make } from '../dom.ts';

export type Person = { id: string; name: string; title: string; kind: string };

const KINDS: readonly (readonly [kind: string, title: string])[] = [
  ['resident', '居民'],
  ['grid', '网格'],
  ['department', '部门'],
  ['coordinator', '街道'],
];

export function titleOf(kind: string): string {
  return KINDS.find(([name]) => name === kind)?.[1] ?? '';
}

/** The people one may be here; none where the picker is off. */
export async function findPeople(): Promise<Person[]> {
  const answer = await fetch('/demo/people').catch(() => undefined);
  return answer?.ok === true ? ((await answer.json()) as Person[]) : [];
}

/** Fills a list with the people, grouped by kind, and calls back with the one chosen. */
export function listPeople(
  select: HTMLSelectElement,
  people: readonly Person[],
  current: string,
  choose: (person: Person) => void,
): void {
  for (const [kind, label] of KINDS) {
    const group = make('optgroup', '', '', { label });
    const options = people.filter((one) => one.kind === kind).map((one) => optionOf(one, current));
    group.append(...options);
    if (options.length > 0) select.append(group);
  }
  select.addEventListener('change', () => {
    const chosen = people.find((one) => one.id === select.value);
    if (chosen !== undefined) choose(chosen);
  });
}

function optionOf({ id, name, title }: Person, current: string): HTMLOptionElement {
  const option = make('option', '', `${name}　${title}`, { value: id });
  option.selected = id === current;
  return option;
}
