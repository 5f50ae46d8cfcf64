import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { collections } from '../../cloudfunctions/collections.ts';
import { databaseOf, rules } from './environment.ts';

/** One function of `cloudbaserc.json`. */
export interface FunctionSetting {
  readonly name: string;
  readonly handler: string;
  readonly runtime: string;
  /** In s. */
  readonly timeout: number;
  /** In MB. */
  readonly memorySize: number;
  readonly installDependency: boolean;
  readonly triggers?: readonly { readonly name: string; readonly type: string; readonly config: string }[];
}

export interface CloudSetting {
  readonly envId: string;
  readonly functionRoot: string;
  readonly functions: readonly FunctionSetting[];
}

export interface Built {
  readonly name: string;
  readonly bytes: number;
}

/** The most one function may weigh, in bytes: a cold start reads it whole. */
export const heaviestFunction = 1.5 * 1024 * 1024;

export async function cloudSetting(root: string): Promise<CloudSetting> {
  return JSON.parse(await readFile(join(root, 'cloudbaserc.json'), 'utf8'));
}

/** Every function as it is deployed, one file each, and beside them what the environment itself needs. */
export async function buildFunctions(root: string, to = join(root, 'dist')): Promise<Built[]> {
  const { functions } = await cloudSetting(root);
  const folder = join(to, 'cloudfunctions');
  await rm(folder, { recursive: true, force: true });
  const built = await Promise.all(
    functions.map((each) => buildFunction(root, join(folder, each.name), each)),
  );
  await writeJson(join(to, 'cloudbase'), 'database.json', databaseOf(collections));
  await writeJson(join(to, 'cloudbase'), 'rules.json', rules);
  return built;
}

async function buildFunction(root: string, folder: string, setting: FunctionSetting): Promise<Built> {
  const { name, triggers = [] } = setting;
  const outfile = join(folder, 'index.js');
  await build({
    entryPoints: [join(root, 'cloudfunctions', name, 'main.ts')],
    outfile,
    bundle: true,
    minify: true,
    keepNames: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    charset: 'utf8',
    legalComments: 'linked',
    plugins: [lean],
    logLevel: 'error',
  });
  await writeJson(folder, 'package.json', { name, version: '1.0.0', main: 'index.js', private: true });
  await writeJson(folder, 'config.json', { permissions: { openapi: [] }, triggers });
  return { name, bytes: (await stat(outfile)).size };
}

/** Parts of the SDK that serve models, AI, tickets and WeChat's protobuf interface: half of a cold start, never called. */
const unused =
  /^(@cloudbase\/(ai|app|wx-cloud-client-sdk)|axios|form-data|jsonwebtoken|web-streams-polyfill)$/;

/** Whoever does call one of them is told so by name. */
const lean: Plugin = {
  name: 'lean',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: unused }, ({ path }) => ({ path, namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({
      contents: `const say = () => { throw new Error(${JSON.stringify(`${path} is not part of this function`)}); };
        module.exports = new Proxy(say, { get: (_, key) => (key === '__esModule' ? false : say()), construct: say });`,
    }));
  },
};

async function writeJson(folder: string, name: string, value: unknown): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), `${JSON.stringify(value, undefined, 2)}\n`);
}
