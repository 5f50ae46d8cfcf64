import { init, SYMBOL_CURRENT_ENV } from '@cloudbase/node-sdk';
import { openCloudBase } from '../../cloudfunctions/cloudbase/store.ts';
import { type Double, openDouble } from '../../local/double/server.ts';
import { contractCollections as collections, storeContract } from './store.contract.ts';

const names = collections.map(({ name }) => name);
const { TCB_ENV, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY } = process.env;
const real = Boolean(TCB_ENV && TENCENTCLOUD_SECRETID && TENCENTCLOUD_SECRETKEY);

if (real) onRealEnvironment();
else onDouble();

/** The real SDK, finding the double as it finds the platform: by the variables of its environment. */
function onDouble(): void {
  let double: Double;
  afterEach(() => double.close());

  const open = async () => {
    double = await openDouble({ collections: names });
    Object.assign(process.env, double.variables);
    return openCloudBase(init({ env: SYMBOL_CURRENT_ENV, keepalive: true }), collections);
  };

  storeContract('CloudBase through its SDK, against the protocol double,', open, { runs: 40 });
}

/** Costs calls of that environment, and empties its collections `thing` and `note`. */
function onRealEnvironment(): void {
  jest.setTimeout(600_000);
  const app = init({ env: TCB_ENV ?? '' });
  const database = app.database();

  beforeAll(async () => {
    for (const name of names) await database.createCollection(name).catch(mustBeThere);
  });

  const open = async () => {
    for (const name of names) await empty(name);
    return openCloudBase(app, collections);
  };

  async function empty(name: string): Promise<void> {
    const { command } = database;
    const { deleted } = await database
      .collection(name)
      .where({ _id: command.neq('') })
      .remove();
    if (Number(deleted) > 0) await empty(name);
  }

  storeContract(`CloudBase, environment ${TCB_ENV},`, open, { runs: 5 });
}

function mustBeThere(fault: { readonly code?: string }): void {
  if (!/EXIST/.test(String(fault.code))) throw fault;
}
