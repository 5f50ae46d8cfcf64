import { join } from 'node:path';
import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { WeChat } from '../../cloudfunctions/wechat/port.ts';
import { mustBeWhole } from '../move/unfinished.ts';
import { demoOffice } from '../office/office.ts';
import { past } from '../office/past.ts';
import { demoPeople } from '../office/people.ts';
import { sample } from '../office/sample.ts';
import { type Address, inFolder } from './address.ts';
import { movableClock } from './clock.ts';
import { demoOf } from './demo.ts';
import { openFiles } from './files.ts';
import { identityOf } from './identity.ts';
import { furnish, officeOf } from './office-store.ts';
import type { Options } from './options.ts';
import { rekey } from './rekey.ts';
import type { Host } from './server.ts';
import { bothOf, openSessions, thirtyDays } from './sessions.ts';
import { openStore } from './store.ts';
import { openTray, withTemplates } from './tray.ts';
import { openWeb } from './web.ts';

export interface Setting
  extends Partial<Pick<Options, 'adviser' | 'weChat' | 'lasts' | 'push' | 'url' | 'seal' | 'proxied'>> {
  /** The folder of the files, and of the database unless `store` says where that is. */
  readonly data: string;
  readonly store?: Address;
  /** What is served beside the door: the pages, by path. */
  readonly assets: Host['assets'];
  /** No sample appeals. */
  readonly empty: boolean;
  /** The sample has two months of closed work behind it. */
  readonly lived?: boolean;
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
  lived = false,
  adviser,
  weChat,
  lasts = thirtyDays,
  push,
  url,
  seal,
  proxied = false,
}: Setting): Promise<Running> {
  const { picker, exchange, ...known } = identityOf(demoPeople, weChat);
  const { store, shared, ...house } = await openStore(address ?? inFolder(data));
  const isReady = async () => {
    await mustBeWhole(store);
    if (!picker) await rekey(store, seal, Date.now());
  };
  await isReady().catch(async (error) => {
    await house.close();
    throw error;
  });
  const clock = await movableClock(store, shared);
  const files = openFiles(join(data, 'files'), store);
  const now = picker ? clock.now : Date.now;
  const realm = weChat?.appid ?? 'picker';
  const phones = openSessions(store, exchange, { kind: 'phone', realm, lasts, now: Date.now });
  const web = picker || !seal ? undefined : openWeb(store, realm, seal, Date.now);
  const tray = openTray(now);
  const office = officeOf(store, now);
  const cloud: Cloud = {
    store,
    now,
    office: picker ? async () => withTemplates(await office()) : office,
    files,
    forget: (person) => (web ? bothOf(phones, web.sessions) : phones).revoke(person),
    weChat: known.weChat ? reachable(known.weChat, url) : { send: tray.send },
    log,
    ...(adviser && { adviser }),
  };
  // Of hosts that start together on an empty database one finds it empty.
  const settle = async () => {
    const first = await furnish(store, demoOffice, picker ? demoPeople : []);
    if (!first || !picker || empty) return;
    if (lived) await past(cloud, clock.now());
    await sample(cloud, clock.now());
  };
  await settle();
  const sweeping = every(round, () => house.alone(() => sweep(cloud)));
  const stage = { office: demoOffice, people: demoPeople, clock, tray, sweep: () => sweep(cloud), reset };
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
    tray.clear();
    await settle();
  }
  return {
    cloud,
    files,
    sessions: web ? bothOf(phones, web.sessions) : phones,
    ...(web && { web: { ...web, phones } }),
    assets,
    proxied,
    ...(push && !picker && { push }),
    picker,
    demo: picker ? demoOf(stage) : async () => undefined,
    async close() {
      clock.stop();
      await sweeping.stop();
      await house.close();
    },
  };
}

/** WeChat loads pictures from the outside: where this machine cannot be reached it is not asked to look at them. */
function reachable({ checkMedia, ...weChat }: WeChat, url: string | undefined): Partial<WeChat> {
  if (url === undefined) return weChat;
  const look: WeChat['checkMedia'] = (media) => checkMedia({ ...media, url: new URL(media.url, url).href });
  return { ...weChat, checkMedia: look };
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
