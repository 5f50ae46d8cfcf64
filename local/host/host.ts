import { join } from 'node:path';
import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import { mustBeWhole } from '../move/unfinished.ts';
import { demoOffice } from '../office/office.ts';
import { demoPeople } from '../office/people.ts';
import { sample } from '../office/sample.ts';
import { type Address, inFolder } from './address.ts';
import { movableClock } from './clock.ts';
import { demoOf } from './demo.ts';
import { openFiles } from './files.ts';
import { identityOf } from './identity.ts';
import { furnish, officeOf } from './office-store.ts';
import type { Options } from './options.ts';
import type { Host } from './server.ts';
import { openSessions, thirtyDays } from './sessions.ts';
import { openStore } from './store.ts';

export interface Setting extends Partial<Pick<Options, 'weChat' | 'lasts'>> {
  /** The folder of the files, and of the database unless `store` says where that is. */
  readonly data: string;
  readonly store?: Address;
  /** What is served beside the door: the pages, by path. */
  readonly assets: Host['assets'];
  /** No sample appeals. */
  readonly empty: boolean;
}

/** How often the sweep goes round, in ms. */
const round = 5_000;

type Running = Host & { close(): Promise<void> };

/** Everything of one machine, opened; `close` leaves nothing behind. Throws {@link Usage} when the store cannot be. */
export async function openHost({
  data,
  store: address,
  assets,
  empty,
  weChat,
  lasts = thirtyDays,
}: Setting): Promise<Running> {
  const { picker, exchange } = identityOf(demoPeople, weChat);
  const { store, shared, ...house } = await openStore(address ?? inFolder(data));
  await mustBeWhole(store).catch(async (error) => {
    await house.close();
    throw error;
  });
  const clock = await movableClock(store, shared);
  const files = openFiles(join(data, 'files'), store);
  const now = picker ? clock.now : Date.now;
  const cloud: Cloud = { store, now, office: officeOf(store, now), files, log };
  // Of hosts that start together on an empty database one finds it empty.
  const settle = async () => {
    const first = await furnish(store, demoOffice, demoPeople);
    if (first && picker && !empty) await sample(cloud, clock.now());
  };
  await settle();
  const sweeping = every(round, () => house.alone(() => sweep(cloud)));
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
    await house.clear();
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
      clock.stop();
      await sweeping.stop();
      await house.close();
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
