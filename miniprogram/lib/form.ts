import { newId } from './api';
import {
  alertInput,
  appealInput,
  followUpInput,
  meetingInput,
  objectionInput,
  requestInput,
  safeParse,
  supervisionInput,
  taskInput,
  topicInput,
  whistleInput,
} from './domain';

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
  /** Said where nothing is chosen and the schema has no words for it. */
  readonly missing?: string;
  /** Asked only while another field has this value. */
  readonly when?: { readonly name: string; readonly value: unknown };
}

export type Field = Named &
  (
    | {
        readonly kind: 'choice';
        readonly options: readonly Option[];
        readonly as?: 'boolean' | 'number' | 'list';
      }
    | { readonly kind: 'pick'; readonly options: readonly Option[]; readonly as?: 'list' }
    | {
        readonly kind: 'words';
        readonly max: number;
        readonly least?: number;
        readonly templates?: readonly string[];
        /** Each line is one of them. */
        readonly as?: 'lines';
      }
    | { readonly kind: 'photos' }
    | { readonly kind: 'switch' }
    /** Digits in one line. */
    | { readonly kind: 'digits'; readonly max: number }
    /** `here`: only where the phone is, never a place on the map. */
    | { readonly kind: 'place'; readonly here?: true }
    | { readonly kind: 'call' }
  );

/** One move as a person fills it in. */
export interface Form {
  readonly process:
    | 'appeal'
    | 'task'
    | 'whistle'
    | 'alert'
    | 'request'
    | 'objection'
    | 'followUp'
    | 'supervision'
    | 'topic'
    | 'meeting'
    | 'catalogue'
    | 'sign';
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly done: string;
  /** Asked before sending what cannot be undone, with the note of the choice made. */
  readonly warn?: string;
  readonly fields: readonly Field[];
  readonly first: Values;
  /** Sent along without being asked. */
  readonly beside?: Values | undefined;
  /** What was spoken is heard above the fields. */
  readonly listen?: true;
}

export type Values = Readonly<Record<string, unknown>>;

/** A form on its way. The same values are sent under the same id however often; other values are another order. */
export interface Draft {
  readonly values: Values;
  readonly commandId: string;
  readonly tried: boolean;
  /** Photos handed in already: the id of each path. */
  readonly uploaded: Readonly<Record<string, string>>;
}

/** Where it is kept: one place for one move of one thing. */
export const keyOf = ({ process, id, type, beside }: Form) => {
  const apart = Object.values(beside ?? {}).filter((value) => typeof value === 'string');
  return `draft.${process}.${id}.${type}${apart.join()}`;
};

export function draftOf(form: Form): Draft {
  const kept = wx.getStorageSync<Draft | ''>(keyOf(form));
  return kept || { values: form.first, commandId: newId(), tried: false, uploaded: {} };
}

export function keep(form: Form, draft: Draft): void {
  wx.setStorageSync(keyOf(form), draft);
}

export function discard(form: Form): void {
  wx.removeStorageSync(keyOf(form));
}

export function edited(draft: Draft, name: string, value: unknown): Draft {
  const commandId = draft.tried ? newId() : draft.commandId;
  return { ...draft, values: { ...draft.values, [name]: value }, commandId, tried: false };
}

/** The fields asked now. */
export function asked(form: Form, values: Values): Field[] {
  return form.fields.filter(({ when }) => when === undefined || values[when.name] === when.value);
}

export type Command = { readonly type: string } & Values;

/** What is missing stays in it, empty, so that the schema says what it misses. */
export function commandOf(form: Form, values: Values, photos: readonly string[] = []): Command {
  const command: Record<string, unknown> & { type: string } = { type: form.type, ...form.beside };
  for (const field of asked(form, values)) {
    const value = field.kind === 'photos' ? photos : meant(field, values[field.name]);
    const left = field.kind === 'call' || (field.optional && (value === undefined || value === ''));
    if (!left) command[field.name] = value;
  }
  return command;
}

function meant(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'words':
      return field.as === 'lines' ? linesOf(value) : typeof value === 'string' ? value.trim() : '';
    case 'digits':
      return typeof value === 'string' ? value.trim() : '';
    case 'switch':
      return value === true;
    case 'choice':
    case 'pick':
      return value === undefined ? value : chosen(field.as, value);
    default:
      return value;
  }
}

function linesOf(value: unknown): string[] {
  return String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What a choice stands for: options are text, what they mean may be more. */
function chosen(as: 'boolean' | 'number' | 'list' | undefined, value: unknown): unknown {
  switch (as) {
    case 'boolean':
      return value === 'yes';
    case 'number':
      return Number(value);
    case 'list':
      return listOf(value);
    default:
      return value;
  }
}

/** Several are kept as one text. */
export function listOf(value: unknown): string[] {
  return String(value ?? '')
    .split(',')
    .filter((one) => one !== '');
}

/**
 * What a pick holds after a tap: only that, or, where several may be picked, the others with or without it. What may
 * be left out is left out again by a second tap.
 */
export function repicked(field: Field | undefined, before: unknown, tapped: string): string {
  if (field?.kind !== 'pick' || field.as !== 'list')
    return field?.optional && before === tapped ? '' : tapped;
  const others = listOf(before).filter((one) => one !== tapped);
  return (others.length < listOf(before).length ? others : [...others, tapped]).join();
}

/** The photos of a form, still on this phone. */
export function photosOf(form: Form, values: Values): readonly string[] {
  const field = asked(form, values).find(({ kind }) => kind === 'photos');
  return (field && (values[field.name] as readonly string[] | undefined)) ?? [];
}

export type Errors = Readonly<Record<string, string>>;

/** Of what is not here the office itself says what it would not take. */
const schemas: Partial<Record<Form['process'], Parameters<typeof safeParse>[0]>> = {
  appeal: appealInput,
  task: taskInput,
  whistle: whistleInput,
  alert: alertInput,
  followUp: followUpInput,
  supervision: supervisionInput,
  topic: topicInput,
  meeting: meetingInput,
  request: requestInput,
  objection: objectionInput,
};

/** What the office would not take, by field; and what only the desk asks for. */
export function errorsOf(form: Form, values: Values): Errors {
  const errors: Record<string, string> = {};
  for (const field of asked(form, values)) {
    const error = field.kind === 'words' ? deskError(field, values[field.name]) : undefined;
    if (error) errors[field.name] = error;
  }
  const schema = schemas[form.process];
  const { issues = [] } = schema ? safeParse(schema, commandOf(form, values)) : {};
  for (const { path, message } of issues) errors[String(path?.[0]?.key)] = message;
  for (const { name, missing } of asked(form, values))
    if (missing && values[name] === undefined) errors[name] = missing;
  return errors;
}

function deskError({ label, least = 0 }: Field & { kind: 'words' }, value: unknown): string | undefined {
  const text = String(value ?? '').trim();
  if (text.length < least) return `${label}至少 ${least} 字`;
  return blanks(text) > 0 ? `还有 ${blanks(text)} 处【】没有填写` : undefined;
}

/** Places of a template still to be filled in. */
export function blanks(text: string): number {
  return (text.match(/【[^】]*】/g) ?? []).length;
}
