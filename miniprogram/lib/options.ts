import type { words } from './domain';
import type { Option } from './form';

/** A table of words as the options of a form. */
export function optionsOf(table: Readonly<Record<string, words.Word>>): Option[] {
  return Object.keys(table).map((value) => ({ value, zh: table[value]?.zh ?? value }));
}
