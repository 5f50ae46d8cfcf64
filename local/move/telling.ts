import { parseArgs } from 'node:util';
import { Usage } from '../host/usage.ts';

/** Runs a command; a mistake of the one who started it is one sentence and status 1. */
export async function told(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

export function said(text: string): 0 {
  process.stdout.write(`${text}\n`);
  return 0;
}

/** The values of these options, and whether help was asked for. Throws {@link Usage} on any other option. */
export function wordsOf<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): Partial<Record<Name, string>> & { readonly help?: boolean } {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args: [...args], options: { ...options, help: { type: 'boolean' } } });
    return values as Partial<Record<Name, string>> & { help?: boolean };
  } catch {
    throw new Usage('选项不对。用 --help 看有哪些。');
  }
}

export function must(value: string | undefined, option: string): string {
  if (value === undefined) throw new Usage(`缺少 ${option}。用 --help 看怎么写。`);
  return value;
}
