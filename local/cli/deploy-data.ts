import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import type { Office } from '../../domain/office/office.ts';
import type { Person } from '../../domain/office/person.ts';
import { writeImports } from '../deploy/data.ts';
import { demoOffice } from '../office/office.ts';

const help = `npm run deploy:data -- [--office OFFICE.json] [--people PEOPLE.json]

生成云开发控制台的导入文件 dist/cloudbase/import/office.json 和 person.json（每行一条）。
OFFICE.json 是街道：单位、网格、事项、时限；不给时用演示街道，只适合试用。
PEOPLE.json 是名册：[{"id": "openid", "name": "姓名", "title": "职务", "roles": ["coordinator"], "unit": "street"}]；
不给时名册为空，人人都是居民。怎样得到 openid 见 docs/deploy.md。`;

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

export async function main(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { office: { type: 'string' }, people: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return said(help, 0);
  try {
    const office = values.office === undefined ? demoOffice : await read(values.office, officeLike);
    const people = values.people === undefined ? [] : await read(values.people, roster);
    const to = join(root, 'dist/cloudbase/import');
    const paths = await writeImports(to, office as Office, people as unknown as Person[]);
    return said(paths.map((path) => relative(root, path)).join('\n'), 0);
  } catch (error) {
    return said(error instanceof Error ? error.message : String(error), 1);
  }
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

function said(text: string, status: number): number {
  process.stdout.write(`${text}\n`);
  return status;
}
