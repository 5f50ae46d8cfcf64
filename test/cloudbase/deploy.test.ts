import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections } from '../../cloudfunctions/collections.ts';
import { officeOf } from '../../cloudfunctions/office-store.ts';
import { officeOn } from '../../domain/routing/in-force.ts';
import { type CollectionFile, databaseOf, rules } from '../../local/build/environment.ts';
import { buildFunctions, cloudSetting, heaviestFunction } from '../../local/build/functions.ts';
import { checks, environmentMistakes, functionMistakes } from '../../local/deploy/checks.ts';
import { writeImports } from '../../local/deploy/data.ts';
import { connectDouble } from '../../local/double/connect.ts';
import { demoOffice } from '../../local/office/office.ts';
import { demoPeople } from '../../local/office/people.ts';

const root = process.cwd();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deploy-'));
});
afterEach(() => rm(folder, { recursive: true }));

const read = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'));

describe('what is deployed', () => {
  test('every function is one file that a cold start can read at once, with its settings beside it', async () => {
    const built = await buildFunctions(root, folder);
    expect(built.map(({ name }) => name)).toEqual(['api', 'sweep', 'gateway']);
    for (const { bytes } of built) expect(bytes).toBeLessThanOrEqual(heaviestFunction);
    expect(await read('cloudfunctions/api/package.json')).toMatchObject({ main: 'index.js' });
    expect(await read('cloudfunctions/api/config.json')).toEqual({
      permissions: { openapi: [] },
      triggers: [],
    });
    expect(await read('cloudfunctions/sweep/config.json')).toMatchObject({ triggers: [{ type: 'timer' }] });
  });

  test('no bundle holds a path of the machine it was built on', async () => {
    await buildFunctions(root, folder);
    for (const name of ['api', 'sweep', 'gateway'])
      expect(await readFile(join(folder, 'cloudfunctions', name, 'index.js'), 'utf8')).not.toContain(root);
  });

  test('every collection is closed to clients and has exactly the indexes of the manifest, closed by _id', async () => {
    await buildFunctions(root, folder);
    const database: CollectionFile[] = await read('cloudbase/database.json');
    const fields = database.map(({ CollectionName, AclTag, CreateIndexes }) => [
      CollectionName,
      AclTag,
      CreateIndexes.map(({ MgoKeySchema }) => MgoKeySchema.MgoIndexKeys.map(({ Name }) => Name)),
    ]);
    expect(fields).toEqual(
      collections.map(({ name, indexes }) => [name, 'ADMINONLY', indexes.map((index) => [...index, '_id'])]),
    );
    const names = database.flatMap(({ CreateIndexes }) => CreateIndexes.map(({ IndexName }) => IndexName));
    expect(names).toContain('owner_at_id');
  });

  test('a client can read nothing, write nothing and call nothing but the door', async () => {
    await buildFunctions(root, folder);
    expect(await read('cloudbase/rules.json')).toEqual({
      database: { read: false, write: false },
      storage: { read: false, write: false },
      functions: { '*': { invoke: false }, api: { invoke: 'auth != null' } },
    });
  });
});

describe('the check before deploying', () => {
  const set = {
    deployment: { kind: 'cloudbase', env: 'street-1a2b' },
    envId: 'street-1a2b',
    appid: 'wx0123456789abcdef',
  } as const;

  test.each<[string, object, RegExp | undefined]>([
    ['all is set', {}, undefined],
    [
      'the environment is still ours',
      { deployment: { kind: 'cloudbase', env: 'onewhistle' }, envId: 'onewhistle' },
      /环境 ID/,
    ],
    ['two environments', { envId: 'other' }, /不一致/],
    ['no AppID', { appid: 'touristappid' }, /AppID/],
    ['an own server', { deployment: { kind: 'server', url: 'https://example' } }, /server/],
  ])('%s', (_, changed, said) => {
    const mistakes = environmentMistakes({ ...set, ...changed });
    if (said) expect(mistakes.join()).toMatch(said);
    else expect(mistakes).toEqual([]);
  });

  test('our own settings pass; a timer elsewhere, another runtime or one that installs packages do not', async () => {
    const setting = await cloudSetting(root);
    expect(functionMistakes(setting)).toEqual([]);
    const [api, ...rest] = setting.functions;
    if (!api) throw new Error('there is no api');
    const triggers = [{ name: 'x', type: 'timer', config: '0 0 * * * * *' }];
    for (const changed of [
      { triggers },
      { runtime: 'Nodejs10.15' },
      { installDependency: true },
      { timeout: 3 },
    ])
      expect(functionMistakes({ ...setting, functions: [{ ...api, ...changed }, ...rest] })).toHaveLength(1);
  });

  test('where nothing was built, everything that is missing is said', async () => {
    await rm(join(folder, 'dist'), { recursive: true, force: true });
    const [, , , database, rulesCheck, imports] = checks;
    for (const check of [database, rulesCheck, imports])
      expect((await check?.look(folder))?.join()).toMatch(/请先运行 npm run/);
  });
});

test('what is imported is what the store reads', async () => {
  const [office = '', person = ''] = await writeImports(folder, demoOffice, demoPeople);
  const { store, double } = await connectDouble(collections);
  const { init, SYMBOL_CURRENT_ENV } = await import('@cloudbase/node-sdk');
  const database = init({ env: SYMBOL_CURRENT_ENV }).database();
  for (const [name, path] of [['office', office] as const, ['person', person] as const]) {
    const lines = (await readFile(path, 'utf8')).trim().split('\n');
    await database.collection(name).add(lines.map((line) => JSON.parse(line)));
  }
  expect(await officeOf(store)()).toEqual(officeOn(JSON.parse(JSON.stringify(demoOffice)), [], '2026-03-09'));
  expect(await store.get('person', 'coordinator-pubu')).toMatchObject({
    roles: ['resident', 'coordinator'].slice(1),
  });
  await double.close();
});

test('the index file is made from the manifest, whatever stands in it', () => {
  const [one] = databaseOf([{ name: 'thing', indexes: [['kind', 'at']] }]);
  expect(one?.CreateIndexes).toEqual([
    {
      IndexName: 'kind_at_id',
      MgoKeySchema: {
        MgoIndexKeys: [
          { Name: 'kind', Direction: '1' },
          { Name: 'at', Direction: '1' },
          { Name: '_id', Direction: '1' },
        ],
        MgoIsUnique: false,
      },
    },
  ]);
  expect(rules.functions.api.invoke).toBe('auth != null');
});
