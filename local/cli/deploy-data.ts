import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { writeImports } from '../deploy/data.ts';
import { readOffice, readPeople } from '../deploy/files.ts';
import { demoOffice } from '../office/office.ts';

const help = `npm run deploy:data -- [--office OFFICE.json] [--people PEOPLE.json]

生成云开发控制台的导入文件 dist/cloudbase/import/office.json 和 person.json（每行一条）。
OFFICE.json 是街道：单位、网格、事项、时限；不给时用演示街道，只适合试用。
PEOPLE.json 是名册：[{"id": "openid", "name": "姓名", "title": "职务", "roles": ["coordinator"], "unit": "street"}]；
不给时名册为空，人人都是居民。怎样得到 openid 见 docs/deploy.md。`;

export async function main(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { office: { type: 'string' }, people: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return said(help, 0);
  try {
    const office = values.office === undefined ? demoOffice : await readOffice(values.office);
    const people = values.people === undefined ? [] : await readPeople(values.people);
    const to = join(root, 'dist/cloudbase/import');
    const paths = await writeImports(to, office, people);
    return said(paths.map((path) => relative(root, path)).join('\n'), 0);
  } catch (error) {
    return said(error instanceof Error ? error.message : String(error), 1);
  }
}

function said(text: string, status: number): number {
  process.stdout.write(`${text}\n`);
  return status;
}
