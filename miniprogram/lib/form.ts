import { newId } from './api';
import { appealInput, safeParse, taskInput, whistleInput } from './domain';

export interface Option {
  readonly value: string;
  readonly zh: string;
  readonly note?: string;
}

interface Named {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: true;
  /** Asked only while another field has this value. */
  readonly when?: { readonly name: string; readonly value: unknown };
}

export type Field = Named &
  (
    | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly as?: 'boolean' }
    | { readonly kind: 'pick'; readonly options: readonly Option[] }
    | {
        readonly kind: 'words';
        readonly max: number;
        readonly least?: number;
        readonly templates?: readonly string[];
      }
    | { readonly kind: 'photos' }
    | { readonly kind: 'switch' }
    | { readonly kind: 'place' }
    | { readonly kind: 'call' }
  );

/** One move as a person fills it in. */
export interface Form {
  readonly process: 'appeal' | 'task' | 'whistle';
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly done: string;
  /** Asked before sending what cannot be undone, with the note of the choice made. */
  readonly warn?: string;
  readonly fields: readonly Field[];
  readonly first: Values;
}

export type Values = Readonly<Record<string, unknown>>;

/** A form on its way. The same values are sent under the same id however often; other values are another order. */
export interface Draft {
  readonly values: Values;
  readonly commandId: string;
  readonly tried: boolean;
}

const keyOf = ({ process, id, type }: Form) => `draft.${process}.${id}.${type}`;

export function draftOf(form: Form): Draft {
  return wx.getStorageSync<Draft>(keyOf(form)) || { values: form.first, commandId: newId(), tried: false };
}

export function keep(form: Form, draft: Draft): void {
  wx.setStorageSync(keyOf(form), draft);
}

export function discard(form: Form): void {
  wx.removeStorageSync(keyOf(form));
}

export function edited(draft: Draft, name: string, value: unknown): Draft {
  const commandId = draft.tried ? newId() : draft.commandId;
  return { values: { ...draft.values, [name]: value }, commandId, tried: false };
}

/** The fields asked now. */
export function asked(form: Form, values: Values): Field[] {
  return form.fields.filter(({ when }) => when === undefined || values[when.name] === when.value);
}

export type Command = { readonly type: string } & Values;

/** What is missing stays in it, empty, so that the schema says what it misses. */
export function commandOf(form: Form, values: Values): Command {
  return asked(form, values).reduce<Command>(
    (command, field) => {
      const value = meant(field, values[field.name]);
      const left = field.kind === 'call' || (field.optional && (value === undefined || value === ''));
      return left ? command : { ...command, [field.name]: value };
    },
    { type: form.type },
  );
}

function meant(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'words':
      return typeof value === 'string' ? value.trim() : '';
    case 'photos':
      return value ?? [];
    case 'switch':
      return value === true;
    case 'choice':
      return field.as === 'boolean' && value !== undefined ? value === 'yes' : value;
    default:
      return value;
  }
}

export type Errors = Readonly<Record<string, string>>;

const schemas = { appeal: appealInput, task: taskInput, whistle: whistleInput };

/** What the office would not take, by field; and what only the desk asks for. */
export function errorsOf(form: Form, values: Values): Errors {
  const { success, issues } = safeParse(schemas[form.process], commandOf(form, values));
  const found = success ? [] : issues.map(({ path, message }) => [String(path?.[0]?.key), message] as const);
  return [...found, ...own(form, values)].reduce<Errors>(
    (errors, [name, message]) => (name in errors ? errors : { ...errors, [name]: message }),
    {},
  );
}

function own(form: Form, values: Values): (readonly [string, string])[] {
  return asked(form, values).flatMap((field) => {
    if (field.kind !== 'words') return [];
    const text = String(values[field.name] ?? '').trim();
    if (field.least !== undefined && text.length < field.least)
      return [[field.name, `${field.label}至少 ${field.least} 字`] as const];
    return blanks(text) > 0 ? [[field.name, `还有 ${blanks(text)} 处【】没有填写`] as const] : [];
  });
}

/** Places of a template still to be filled in. */
export function blanks(text: string): number {
  return (text.match(/【[^】]*】/g) ?? []).length;
}
