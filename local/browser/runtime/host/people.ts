import { make } from '../dom.ts';
import { person } from '../world.ts';

export type Person = { id: string; name: string; title: string; kind: string };

const KINDS: [string, string][] = [
  ['resident', '居民'],
  ['grid', '网格'],
  ['department', '部门'],
  ['coordinator', '街道'],
];

/** The people one may be here; none where the picker is off. */
export async function findPeople(): Promise<Person[]> {
  const answer = await fetch('/demo/people').catch(() => undefined);
  return answer?.ok === true ? ((await answer.json()) as Person[]) : [];
}

/** A small button that opens a list of people grouped by kind. */
export function mountPicker(parent: HTMLElement, people: Person[], choose: (person: Person) => void): void {
  const label = make('label', 'ow-person');
  const select = make('select', '', '', { 'aria-label': '换一个人' });
  for (const [kind, title] of KINDS) {
    const group = make('optgroup', '', '', { label: title });
    for (const one of people.filter((item) => item.kind === kind)) {
      const option = make('option', '', `${one.name}　${one.title}`, { value: one.id });
      option.selected = one.id === person;
      group.append(option);
    }
    if (group.childElementCount > 0) select.append(group);
  }
  select.addEventListener('change', () => {
    const chosen = people.find((one) => one.id === select.value);
    if (chosen !== undefined) choose(chosen);
  });
  label.append(select);
  parent.append(label);
}
