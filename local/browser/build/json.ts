import { type TransformFailure, transformSync } from 'esbuild';
import type { Report } from './diagnostics.ts';
import { lineAt } from './diagnostics.ts';
import { readText } from './places.ts';

export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

export function stringMap(value: unknown): Record<string, string> {
  if (!isJson(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

export function readJson(root: string, path: string, report: Report): Json | undefined {
  const text = readText(root, path);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (isJson(value)) return value;
    report(path, 1, 'not a JSON object');
  } catch (error) {
    report(path, lineOfSyntaxError(text), `bad JSON: ${String(error)}`);
  }
  return {};
}

/** JSON.parse does not always say where; esbuild does. */
function lineOfSyntaxError(text: string): number {
  try {
    transformSync(text, { loader: 'json', logLevel: 'silent' });
    return 1;
  } catch (failure) {
    return (failure as TransformFailure).errors[0]?.location?.line ?? 1;
  }
}

/** The line on which a word first stands in a file, to point at the culprit of a diagnostic. */
export function lineOfWord(root: string, path: string, word: string): number {
  const text = readText(root, path) ?? '';
  return lineAt(text, text.indexOf(word));
}
