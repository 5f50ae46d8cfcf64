import type { BaseIssue, GenericSchema } from 'valibot';
import { safeParse } from 'valibot';

/** What a person sent cannot be read: which field, and a sentence for it. Nothing has been changed. */
export class BadInput extends Error {
  readonly field: string;

  constructor(field: string, sentence: string) {
    super(sentence);
    this.field = field;
  }
}

/** The value as the schema has it; throws {@link BadInput} for the first thing that is wrong. */
export function parse<Output>(schema: GenericSchema<unknown, Output>, value: unknown): Output {
  const result = safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  throw new BadInput(fieldOf(result.issues[0]), sentenceOf(result.issues[0]));
}

function fieldOf(issue: BaseIssue<unknown>): string {
  return issue.path?.map((step) => String(step.key)).join('.') ?? 'request';
}

/** Our schemas speak Chinese; what valibot says itself is about shape, and not for people. */
function sentenceOf(issue: BaseIssue<unknown>): string {
  if (/^[\u4e00-\u9fff]/.test(issue.message)) return issue.message;
  return issue.expected === 'never' ? '有不认识的内容，请刷新后重试' : '内容不完整或格式不对，请检查后重试';
}

const deepest = 8;
const longest = 100_000;
const mostKeys = 500;
const plainKey = /^(?!__proto__$|constructor$|prototype$)[A-Za-z0-9_]{1,40}$/;

/** Refuses operators (`$…`, `a.b`), depth and size before anything else looks at the value. */
export function mustBePlain(value: unknown, path: readonly string[] = []): void {
  const field = path.join('.') || 'request';
  if (path.length > deepest) throw new BadInput(field, '内容层次太深');
  if (typeof value === 'string' && value.length > longest) throw new BadInput(field, '内容太长');
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  if (entries.length > mostKeys) throw new BadInput(field, '内容太多');
  for (const [key, inner] of entries) {
    if (!plainKey.test(key)) throw new BadInput(field, '有不认识的内容，请刷新后重试');
    mustBePlain(inner, [...path, key]);
  }
}
