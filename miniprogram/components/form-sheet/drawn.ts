import { asked, type Errors, type Field, type Form, listOf, type Option, type Values } from '../../lib/form';
import { gather } from '../../lib/gather';

/** One field as it is drawn now. */
export type Drawn = Field & {
  readonly value: unknown;
  readonly error: string;
  readonly length: number;
  readonly chosen: string;
  readonly found: readonly (Option & { readonly on: boolean })[];
};

const most = 30;

interface Beside {
  readonly given: Values;
  readonly errors: Errors;
  /** What is looked for in each list of many. */
  readonly search: Readonly<Record<string, string>>;
}

export function drawn(form: Form, values: Values, { given, errors, search }: Beside): Drawn[] {
  return asked(form, values).map((field) => {
    const value = values[field.name];
    return {
      ...field,
      hint: field.hint ?? '',
      ...('options' in field && { options: field.kind === 'pick' ? [] : field.options }),
      value: (isTyped(field) ? given[field.name] : value) ?? '',
      error: errors[field.name] ?? '',
      length: typeof value === 'string' ? value.trim().length : 0,
      chosen: labelOf(field, value),
      found: field.kind === 'pick' ? lit(found(field.options, search[field.name] ?? ''), value) : [],
    } as Drawn;
  });
}

/** Options whose name or note holds the words looked for; the first ones only, a list of hundreds is not sent. */
export function found(options: readonly Option[], search: string): readonly Option[] {
  const wanted = search.trim();
  return options.filter(({ zh, note = '' }) => `${zh}${note}`.includes(wanted)).slice(0, most);
}

function lit(options: readonly Option[], value: unknown): Drawn['found'] {
  return options.map((option) => ({ ...option, on: listOf(value).includes(option.value) }));
}

/** What is asked before a final move: what was chosen, and its warning. */
export function warningOf(form: Form, values: Values): string {
  const notes = gather(asked(form, values), (field) => {
    const { zh = '', note = '' } = optionOf(field, values[field.name]) ?? {};
    return zh ? [`${field.label}：${zh}${note && field.kind === 'choice' ? `（${note}）` : ''}`] : [];
  });
  return [...notes, form.warn ?? ''].join('\n');
}

/** What a person is typing is not drawn again. */
function isTyped({ kind }: Field): boolean {
  return kind === 'words' || kind === 'digits';
}

function labelOf(field: Field, value: unknown): string {
  const named = listOf(value).map((one) => optionOf(field, one)?.zh ?? '');
  return named.filter((zh) => zh !== '').join('、');
}

function optionOf(field: Field, value: unknown): Option | undefined {
  return 'options' in field ? field.options.find((option) => option.value === value) : undefined;
}
