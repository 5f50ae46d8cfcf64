import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rowOf } from '../../cloudfunctions/cloudbase/row.ts';
import { collections } from '../../cloudfunctions/collections.ts';
import { officeId } from '../../cloudfunctions/office-store.ts';
import type { Doc } from '../../cloudfunctions/store.ts';
import type { Office } from '../../domain/office/office.ts';
import { type Person, withActing } from '../../domain/office/person.ts';

/** Documents as the console of CloudBase imports them: one row of the store in each line. */
export function importLines(name: string, docs: readonly Doc[]): string {
  const collection = collections.find((each) => each.name === name);
  if (!collection) throw new Error(`there is no collection “${name}”`);
  return docs.map((doc) => `${JSON.stringify(rowOf(collection, doc))}\n`).join('');
}

/** Writes the office and its roster to be imported; gives the paths. */
export async function writeImports(to: string, office: Office, people: readonly Person[]): Promise<string[]> {
  const docs = {
    office: [{ _id: officeId, office }],
    person: withActing(people).map((person) => ({ _id: person.id, ...person })),
  };
  await mkdir(to, { recursive: true });
  const writing = Object.entries(docs).map(async ([name, list]) => {
    const path = join(to, `${name}.json`);
    await writeFile(path, importLines(name, list));
    return path;
  });
  return Promise.all(writing);
}
