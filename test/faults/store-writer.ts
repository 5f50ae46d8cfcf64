import { writeSync } from 'node:fs';
import { openSqlite } from '../../local/store/sqlite.ts';
import { pairCollections as collections, intact, step } from './store-pairs.ts';

/** The program the fault tests kill: writes steps of some streams and says each one only once it is durable. */
const [file = '', ...streams] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

async function write(): Promise<void> {
  const store = await openSqlite({ file, collections });
  say('open');
  const endless = async (stream: string): Promise<never> => {
    for (;;) say(`${stream} ${await step(store, stream, '志'.repeat(400))}`);
  };
  await Promise.all(streams.map(endless)).catch(async (fault: Error) => {
    for (const stream of streams) say(`stands ${stream} ${await intact(store, stream)}`);
    say(`fault ${fault.message}`);
    process.exit(1);
  });
}

write().catch((fault: Error) => {
  say(`fault ${fault.message}`);
  process.exit(1);
});
