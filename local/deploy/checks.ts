import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { collections } from '../../cloudfunctions/collections.ts';
import { type Deployment, deployment } from '../../miniprogram/deployment.ts';
import { databaseOf, rules } from '../build/environment.ts';
import { type CloudSetting, cloudSetting, heaviestFunction } from '../build/functions.ts';
import { rulesToImport, variableMistakes } from './variables.ts';

/** Something that must be right before anything is deployed. `look` gives what is wrong, nothing when all is well. */
export interface Check {
  readonly zh: string;
  look(root: string): Promise<readonly string[]>;
}

export const checks: readonly Check[] = [
  { zh: '环境和 AppID 已填写', look: async (root) => environmentMistakes(await settingsOf(root)) },
  { zh: '云函数的名称、运行环境、触发器', look: async (root) => functionMistakes(await cloudSetting(root)) },
  { zh: '云函数已打包，大小合格，能启动', look: bundleMistakes },
  { zh: '数据库集合和索引与代码一致', look: (root) => same(root, 'database.json', databaseOf(collections)) },
  { zh: '安全规则：客户端只能调用 api', look: (root) => same(root, 'rules.json', rules) },
  { zh: '街道和名册的导入文件', look: importMistakes },
  { zh: '微信能力要的环境变量（要先在这个终端里设好）', look: wechatMistakes },
];

export interface Settings {
  readonly deployment: Deployment;
  readonly envId: string;
  readonly appid: string;
}

async function settingsOf(root: string): Promise<Settings> {
  const { appid } = JSON.parse(await readFile(join(root, 'project.config.json'), 'utf8'));
  return { deployment, appid, envId: (await cloudSetting(root)).envId };
}

/** The environment's id stands in two places, which no tool keeps together. */
export function environmentMistakes({ deployment, envId, appid }: Settings): string[] {
  const mistakes: string[] = [];
  if (deployment.kind !== 'cloudbase')
    return ['miniprogram/deployment.ts 里的 kind 是 server：这样的小程序不用云开发，不必部署云函数'];
  if (deployment.env === 'onewhistle') mistakes.push('miniprogram/deployment.ts 里还没有填您的环境 ID');
  if (deployment.env !== envId)
    mistakes.push(`环境 ID 不一致：deployment.ts 是 ${deployment.env}，cloudbaserc.json 是 ${envId}`);
  if (!/^wx[0-9a-f]{16}$/.test(appid))
    mistakes.push('project.config.json 里还没有填您的 AppID（wx 开头，18 位）');
  return mistakes;
}

const names = ['api', 'sweep', 'gateway'];
const sevenFields = /^\S+( \S+){6}$/;

export function functionMistakes({ functions, functionRoot }: CloudSetting): string[] {
  const mistakes: string[] = [];
  if (functionRoot !== 'dist/cloudfunctions')
    mistakes.push(`functionRoot 应是 dist/cloudfunctions，不是 ${functionRoot}`);
  if (functions.map(({ name }) => name).join() !== names.join())
    mistakes.push(`云函数应是 ${names.join('、')}`);
  for (const { name, handler, runtime, timeout, installDependency, triggers = [] } of functions) {
    if (handler !== 'index.main') mistakes.push(`${name}：handler 应是 index.main`);
    if (!/^Nodejs(20\.19|18\.15)$/.test(runtime))
      mistakes.push(`${name}：runtime 应是 Nodejs20.19 或 Nodejs18.15`);
    if (!(timeout >= 10 && timeout <= 60)) mistakes.push(`${name}：timeout 应在 10 到 60 秒之间`);
    if (installDependency) mistakes.push(`${name}：已打包成一个文件，不需要 installDependency`);
    const timers = triggers.filter(({ type, config }) => type === 'timer' && sevenFields.test(config));
    if (timers.length !== triggers.length || timers.length !== (name === 'sweep' ? 1 : 0))
      mistakes.push(`${name}：触发器不对，只有 sweep 有一个七段的定时触发器`);
  }
  return mistakes;
}

async function bundleMistakes(root: string): Promise<string[]> {
  const { functions, functionRoot } = await cloudSetting(root);
  const mistakes = functions.map(async ({ name }) => {
    const file = join(root, functionRoot, name, 'index.js');
    if (!existsSync(file)) return [`${name} 还没有打包，请先运行 npm run build`];
    const { size } = await stat(file);
    if (size > heaviestFunction) return [`${name} 有 ${size} 字节，超过 ${heaviestFunction}`];
    return starts(file) ? [] : [`${name} 打包后不能启动`];
  });
  return (await Promise.all(mistakes)).flat();
}

/** Alone in a process, without the packages folder in reach, as it will be. */
function starts(file: string): boolean {
  const load = 'process.exit(typeof require(process.argv[1]).main === "function" ? 0 : 1)';
  const env = { TENCENTCLOUD_RUNENV: 'SCF', NODE_PATH: '' };
  return (
    spawnSync(process.execPath, ['-e', load, file], { env, timeout: 20_000, stdio: 'ignore' }).status === 0
  );
}

async function same(root: string, name: string, wanted: unknown): Promise<string[]> {
  const path = join(root, 'dist/cloudbase', name);
  if (!existsSync(path)) return [`没有 dist/cloudbase/${name}，请先运行 npm run build`];
  const there = JSON.parse(await readFile(path, 'utf8'));
  return isDeepStrictEqual(there, JSON.parse(JSON.stringify(wanted)))
    ? []
    : [`dist/cloudbase/${name} 与代码不一致，请重新运行 npm run build`];
}

async function importMistakes(root: string): Promise<string[]> {
  const missing = ['office', 'person'].filter(
    (name) => !existsSync(join(root, 'dist/cloudbase/import', `${name}.json`)),
  );
  return missing.map((name) => `没有 dist/cloudbase/import/${name}.json，请先运行 npm run deploy:data`);
}

async function wechatMistakes(root: string): Promise<string[]> {
  const [rules, { appid }] = await Promise.all([rulesToImport(root), settingsOf(root)]);
  return rules ? variableMistakes(rules, process.env, appid) : [];
}
