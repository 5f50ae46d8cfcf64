import { join } from 'node:path';
import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { collections } from '../../cloudfunctions/collections.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import { demoOffice } from '../office/office.ts';
import { demoPeople } from '../office/people.ts';
import { sample } from '../office/sample.ts';
import { openSqlite } from '../store/sqlite.ts';
import { movableClock } from './clock.ts';
import { demoOf } from './demo.ts';
import { openFiles } from './files.ts';
import { identityOf } from './identity.ts';
import { furnish, officeOf } from './office-store.ts';
import type { Options } from './options.ts';
import type { Host } from './server.ts';
import { openSessions, thirtyDays } from './sessions.ts';

export interface Setting extends Partial<Pick<Options, 'weChat' | 'lasts'>> {
  /** The folder of the database and the files. */
  readonly data: string;
  /** What is served beside the door: the pages, by path. */
  readonly assets: Host['assets'];
  /** No sample appeals. */
  readonly empty: boolean;
}

/** How often the sweep goes round, in ms. */
const round = 5_000;

/** Everything of one machine, opened; `close` leaves nothing behind. */
export async function openHost({
  data,
  assets,
  empty,
  weChat,
  lasts = thirtyDays,
}: Setting): Promise<Host & { close(): Promise<void> }> {
  const { picker, exchange } = identityOf(demoPeople, weChat);
  const store = await openSqlite({ file: join(data, 'onewhistle.sqlite'), collections });
  const clock = await movableClock(store);
  const files = openFiles(join(data, 'files'), store);
  const now = picker ? clock.now : Date.now;
  const cloud: Cloud = { store, now, office: officeOf(store), files, log };
  const settle = async () => {
    await furnish(store, demoOffice, demoPeople);
    if (picker && !empty) await sample(cloud, clock.now());
  };
  if (!(await store.get('office', 'office'))) await settle();
  const sweeping = every(round, () => sweep(cloud));
  const stage = { office: demoOffice, people: demoPeople, clock, sweep: () => sweep(cloud), reset };
  let resetting: Promise<void> | undefined;
  /** One at a time: whoever asks meanwhile gets the one that runs. */
  function reset(): Promise<void> {
    resetting ??= anew().finally(() => {
      resetting = undefined;
    });
    return resetting;
  }
  async function anew(): Promise<void> {
    await store.clear();
    await files.clear();
    await clock.move(0);
    await settle();
  }
  return {
    cloud,
    files,
    sessions: openSessions(store, exchange, { realm: weChat?.appid ?? 'picker', lasts, now: Date.now }),
    assets,
    picker,
    demo: picker ? demoOf(stage) : async () => undefined,
    async close() {
      await sweeping.stop();
      await store.close();
    },
  };
}

function log({ commandId, error }: { readonly commandId: string; readonly error: unknown }): void {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${new Date().toISOString()} fault ${commandId || '-'} ${what}\n`);
}

/** Does something again and again, never twice at once. */
function every(ms: number, doing: () => Promise<unknown>): { stop(): Promise<void> } {
  let last: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    last = doing()
      .catch((error) => log({ commandId: 'sweep', error }))
      .finally(() => {
        busy = false;
      });
  }, ms);
  return {
    async stop() {
      clearInterval(timer);
      await last;
    },
  };
}
