import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Collection, Store } from '../../cloudfunctions/store.ts';
import { connectDouble } from '../double/connect.ts';
import { missing, startPostgres } from './postgres/server.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** A store for one run; `close` leaves nothing behind but what lies in a database of somebody else's. */
export interface Engine {
  readonly store: Store;
  /** Calls to the engine's own interface so far, where they are what people pay for. */
  calls?(): number;
  close(): Promise<void>;
}

type Opener = (collections: readonly Collection[]) => Promise<Engine>;

const engines: Readonly<Record<string, Opener>> = {
  async sqlite(collections) {
    const folder = await mkdtemp(join(tmpdir(), 'onewhistle-'));
    const store = await openSqlite({ file: join(folder, 'store.sqlite'), collections });
    return { store, close: () => store.close().then(() => rm(folder, { recursive: true })) };
  },
  async postgres(collections) {
    const why = missing();
    if (why !== undefined) throw new Error(`PostgreSQL cannot be started here: ${why}`);
    const server = await startPostgres();
    const store = await openPostgres({ url: server.url, collections });
    return { store, close: () => store.close().then(server.stop) };
  },
  async 'cloudbase-double'(collections) {
    const { store, double } = await connectDouble(collections);
    const calls = () => [...double.calls.values()].reduce((sum, each) => sum + each, 0);
    return { store, calls, close: () => store.close().then(double.close) };
  },
};

/** What `--store` takes beside the address of a PostgreSQL database. */
export const engineNames = Object.keys(engines);

/** Opens a store by name, or by the address of a PostgreSQL database; `undefined` when there is none of that name. */
export async function openEngine(
  name: string,
  collections: readonly Collection[],
): Promise<Engine | undefined> {
  if (/^postgres(ql)?:\/\//.test(name)) {
    const store = await openPostgres({ url: name, collections });
    return { store, close: () => store.close() };
  }
  return Object.hasOwn(engines, name) ? engines[name]?.(collections) : undefined;
}
