import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { collections } from '../../cloudfunctions/collections.ts';
import { noFiles } from '../../local/host/no-files.ts';
import { furnish, officeOf } from '../../local/host/office-store.ts';
import { demoOffice } from '../../local/office/office.ts';
import { demoPeople } from '../../local/office/people.ts';
import { openSqlite, type SqliteStore } from '../../local/store/sqlite.ts';

export interface Workshop {
  readonly cloud: Cloud;
  readonly store: SqliteStore;
  readonly folder: string;
  close(): Promise<void>;
}

/** The office on a SQLite file of its own, thrown away afterwards. */
export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'onewhistle-bench-'));
  const store = await openSqlite({ file: join(folder, 'bench.sqlite'), collections });
  await furnish(store, demoOffice, demoPeople);
  const log = ({ error }: { error: unknown }) => {
    throw error;
  };
  const cloud: Cloud = {
    store,
    now: () => Date.now(),
    office: officeOf(store),
    files: noFiles,
    log,
  };
  const close = async () => {
    await store.close();
    await rm(folder, { recursive: true });
  };
  return { cloud, store, folder, close };
}

/** A message of ordinary length, a place and a name: what a resident sends. */
export function submission(place: number) {
  const grid = demoOffice.grids[place % demoOffice.grids.length];
  return {
    type: 'submit',
    text: `第 ${place} 件：楼下路灯坏了三天，晚上看不清台阶，老人出门容易摔倒，请派人来修一下，谢谢。`,
    photos: [],
    identity: 'open',
    contact: { name: '卓玛', phone: '13900000001' },
    place: { address: '格桑路 12 号院门口', grid: grid?.id ?? '' },
  };
}
