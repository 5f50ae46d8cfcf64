import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { send } from '../../local/journey/caller.ts';
import { cpu, median, rounded, timed } from './measure.ts';
import { type Row, recording } from './recording.ts';
import { openWorkshop, submission, type Workshop } from './workshop.ts';

const resident = 'resident-zhuoma';
const rounds = 7;
const perRound = 300;

/**
 * Submits through the door, and the very rows they wrote put raw into SQLite at synchronous=FULL, in turns;
 * the raw tables have no index but their key. `together`: how many are under way at once.
 */
export async function* commits(): AsyncGenerator<object> {
  for (const together of [1, 16, 64]) {
    const workshop = await openWorkshop();
    const raw = openRaw(workshop);
    const rates: { door: number; raw: number; cpu: number }[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const { rows, store } = recording(workshop.store);
      const before = cpu();
      const door = await timed(() => submitAll({ ...workshop.cloud, store }, together));
      const used = (cpu() - before) / perRound;
      const plain = await timed(async () => {
        for (const each of rows) raw.write(each);
      });
      if (round > 0)
        rates.push({ door: (perRound / door) * 1000, raw: (perRound / plain) * 1000, cpu: used });
    }
    yield {
      what: 'commits',
      together,
      doorPerSecond: rounded(median(rates.map((rate) => rate.door))),
      rawPerSecond: rounded(median(rates.map((rate) => rate.raw))),
      ratio: rounded(median(rates.map((rate) => rate.door / rate.raw))),
      cpuMsPerCommit: rounded(median(rates.map((rate) => rate.cpu))),
    };
    raw.close();
    await workshop.close();
  }
}

async function submitAll(cloud: Workshop['cloud'], together: number): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < perRound) {
      next += 1;
      await send(cloud, resident, { process: 'appeal', id: randomUUID(), command: submission(next) });
    }
  };
  await Promise.all(Array.from({ length: together }, work));
}

function openRaw({ folder }: Workshop) {
  const db = new Database(join(folder, `raw-${randomUUID()}.sqlite`));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const names = ['appeal', 'event', 'inbox'];
  for (const name of names)
    db.exec(`CREATE TABLE ${name} (_id TEXT PRIMARY KEY NOT NULL, doc TEXT NOT NULL)`);
  const put = new Map(
    names.map((name) => [name, db.prepare(`INSERT OR REPLACE INTO ${name} VALUES (?, ?)`)]),
  );
  const write = db.transaction((rows: readonly Row[]) => {
    for (const { collection, doc } of rows) put.get(collection)?.run(doc._id, JSON.stringify(doc));
  });
  return { write: (rows: readonly Row[]) => write.immediate(rows), close: () => db.close() };
}
