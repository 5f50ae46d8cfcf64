import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Office } from '../../domain/office/office.ts';
import type { Person } from '../../domain/office/person.ts';

const roster = v.array(
  v.looseObject({
    id: v.pipe(v.string(), v.minLength(1)),
    name: v.string(),
    title: v.string(),
    roles: v.array(v.string()),
  }),
);
const officeLike = v.looseObject({
  id: v.string(),
  zh: v.string(),
  units: v.array(v.looseObject({ id: v.string() })),
  grids: v.array(v.looseObject({ id: v.string() })),
  matters: v.array(v.looseObject({ id: v.string(), lead: v.string() })),
  rules: v.looseObject({}),
  calendar: v.looseObject({}),
});

/** The office in a file. Throws an Error with one sentence where there is none. */
export async function readOffice(path: string): Promise<Office> {
  return (await read(path, officeLike)) as unknown as Office;
}

/** The people in a file, each with his openid. Throws as {@link readOffice}. */
export async function readPeople(path: string): Promise<Person[]> {
  return (await read(path, roster)) as unknown as Person[];
}

async function read<Output>(path: string, schema: v.GenericSchema<unknown, Output>): Promise<Output> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`没有找到文件 ${path}。`);
  });
  const result = v.safeParse(schema, json(text));
  if (result.success) return result.output;
  const where = result.issues[0].path?.map((step) => String(step.key)).join('.') ?? '';
  throw new Error(`${path} 读不懂：${where || '不是 JSON'}。`);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
