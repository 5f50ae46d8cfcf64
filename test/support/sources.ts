import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

type Node = { readonly type?: string; readonly [part: string]: unknown };

/**
 * The texts that stand at one place of the calls of a function, in all sources of a folder: `test('…')` as well as
 * `test.each(rows)('…')` are calls of `test`. What is not written out as text is passed over.
 */
export function textsIn(folder: string, callee: string, place: number): Set<string> {
  const texts = new Set<string>();
  for (const call of callsIn(folder)) {
    if (nameOf(call.callee as Node) !== callee) continue;
    const argument = (call.arguments as { expression: Node }[] | undefined)?.[place]?.expression;
    if (argument?.type === 'StringLiteral') texts.add(String(argument.value));
  }
  return texts;
}

const kept = new Map<string, Node[]>();

function callsIn(folder: string): Node[] {
  const before = kept.get(folder);
  if (before) return before;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const calls = files.flatMap((file) =>
    callsUnder(parseSync(readFileSync(join(folder, file), 'utf8'), { syntax: 'typescript' })),
  );
  kept.set(folder, calls);
  return calls;
}

function callsUnder(part: unknown): Node[] {
  if (typeof part !== 'object' || part === null) return [];
  const { type } = part as Node;
  const inner = Object.values(part).flatMap(callsUnder);
  return type === 'CallExpression' || type === 'NewExpression' ? [part as Node, ...inner] : inner;
}

function nameOf({ type, value, object, callee }: Node): string {
  if (type === 'Identifier') return String(value);
  const from = object ?? callee;
  return from ? nameOf(from as Node) : '';
}
