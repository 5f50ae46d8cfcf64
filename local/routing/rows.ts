import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';

/** A sentence for whoever typed the command. */
export class Complaint extends Error {}

/** Rows of a JSON-lines file; a malformed line is reported by its number and skipped. */
export function readRows<S extends v.GenericSchema>(path: string, schema: S): v.InferOutput<S>[] {
  const rows: v.InferOutput<S>[] = [];
  for (const [at, line] of textOf(path).split('\n').entries()) {
    if (line.trim() === '') continue;
    const row = parsed(line, schema);
    if (row) rows.push(row.output);
    else process.stderr.write(`${path}: line ${at + 1} is malformed, skipped\n`);
  }
  if (rows.length === 0) throw new Complaint(`${path} holds no usable row.`);
  return rows;
}

/** One JSON value of a file. */
export function readJson<S extends v.GenericSchema>(path: string, schema: S): v.InferOutput<S> {
  const value = parsed(textOf(path), schema);
  if (!value) throw new Complaint(`${path} is not of the expected form.`);
  return value.output;
}

function textOf(path: string): string {
  if (!existsSync(path)) throw new Complaint(`${path} does not exist.`);
  return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
}

function parsed<S extends v.GenericSchema>(
  text: string,
  schema: S,
): { output: v.InferOutput<S> } | undefined {
  try {
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? { output: result.output } : undefined;
  } catch {
    return undefined;
  }
}

/** Runs a command's body: help on demand, complaints as one sentence, the exit code as a promise. */
export async function command(
  args: string[],
  help: string,
  body: () => void | Promise<void>,
): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(`${help.trim()}\n`);
    return 0;
  }
  try {
    await body();
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const usage = error instanceof Complaint || 'code' in error;
    process.stderr.write(`${usage ? error.message : (error.stack ?? error.message)}\n`);
    return 1;
  }
}
