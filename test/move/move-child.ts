import { openFolderTarget } from '../../local/move/folder.ts';
import { move } from '../../local/move/move.ts';
import { openSource } from '../../local/move/sources.ts';
import { openStoreTarget } from '../../local/move/store-target.ts';

/** Moves a SQLite file in small steps and says each; ends with `done`. */
async function main([file = '', to = '']: readonly string[]): Promise<void> {
  const source = await openSource({ kind: 'sqlite', file }, { live: false });
  const target = to.startsWith('postgres:')
    ? await openStoreTarget({ kind: 'postgres', url: to })
    : openFolderTarget(to);
  const say = (collection: string, done: number) => process.stdout.write(`${collection} ${done}\n`);
  await move({ source, target, say, page: 5 });
  await target.close();
  await source.close();
  process.stdout.write('done\n');
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
