import { invalid } from './fault.ts';

const NUMBERS = ['$numberInt', '$numberLong', '$numberDouble'];

/** Reads canonical EJSON as the SDK sends it; refuses every type but text, numbers, null, lists and objects. */
export function readEjson(text: unknown): unknown {
  if (typeof text !== 'string') throw invalid('EJSON comes as a string');
  return plain(JSON.parse(text));
}

/** A document: an object whose keys hold neither `$` in front nor dots. */
export function readDocument(text: unknown): Readonly<Record<string, unknown>> {
  const document = readEjson(text);
  if (!isObject(document)) throw invalid('a document is an object');
  mustHavePlainKeys(document);
  return document;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function plain(value: unknown): unknown {
  if (value === null || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) throw invalid(`a ${typeof value} is not what the SDK sends`);
  const [first] = Object.entries(value);
  if (first && NUMBERS.includes(first[0])) return Number(first[1]);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function mustHavePlainKeys(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('$') || key.includes('.')) throw invalid(`“${key}” cannot be a key`);
    mustHavePlainKeys(inner);
  }
}
