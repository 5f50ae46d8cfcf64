import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openCloudBase } from '../../cloudfunctions/cloudbase/store.ts';
import type { Collection, Store } from '../../cloudfunctions/store.ts';
import { type Double, openDouble } from './server.ts';

/** As a module Node cannot see the names it exports. */
const sdk: typeof import('@cloudbase/node-sdk') = createRequire(join(process.cwd(), 'package.json'))(
  '@cloudbase/node-sdk',
);

/**
 * The CloudBase store on a double of its own, through the real SDK. The SDK finds it by variables of this
 * process, so one process talks to one double at a time.
 */
export async function connectDouble(
  collections: readonly Collection[],
): Promise<{ readonly store: Store; readonly double: Double }> {
  const double = await openDouble({ collections: collections.map(({ name }) => name) });
  Object.assign(process.env, double.variables);
  const app = sdk.init({ env: sdk.SYMBOL_CURRENT_ENV, keepalive: true });
  return { double, store: openCloudBase(app, collections) };
}
