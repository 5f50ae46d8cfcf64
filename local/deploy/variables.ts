import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tellsAnything } from '../../domain/office/messages.ts';
import type { Rules } from '../../domain/office/office.ts';

interface Variable {
  readonly functions: readonly string[];
  readonly form: RegExp;
  readonly zh: string;
}

/** What is filled in for the functions in the console of CloudBase; see docs/deploy.md. */
export const variables: Readonly<Record<string, Variable>> = {
  WECHAT_APPID: {
    functions: ['api', 'sweep', 'gateway'],
    form: /^wx[0-9a-f]{16}$/,
    zh: 'wx 开头，18 位',
  },
  WECHAT_SECRET: { functions: ['api', 'sweep'], form: /^[0-9a-f]{32}$/, zh: '32 位' },
  WECHAT_PUSH_TOKEN: { functions: ['gateway'], form: /^[A-Za-z0-9]{3,32}$/, zh: '3 到 32 位字母和数字' },
  WECHAT_PUSH_KEY: { functions: ['gateway'], form: /^[A-Za-z0-9]{43}$/, zh: '43 位字母和数字' },
  ADVISER_URL: { functions: ['api'], form: /^https:\/\//, zh: ' https:// 开头的地址' },
  ADVISER_KEY: { functions: ['api'], form: /^\S+$/, zh: '没有空格的一串' },
};

const all = Object.keys(variables);
const calling = ['WECHAT_APPID', 'WECHAT_SECRET'];
const pushed = [...calling, 'WECHAT_PUSH_TOKEN', 'WECHAT_PUSH_KEY'];

type Environment = Readonly<Record<string, string | undefined>>;

/** What the office wants of WeChat needs variables; those that are set must look right. Never says what they are. */
export function variableMistakes(
  { checks, messages }: Pick<Rules, 'checks' | 'messages'>,
  environment: Environment,
  appid: string,
): string[] {
  const needed = checks ? pushed : tellsAnything(messages) ? calling : [];
  const why = checks ? '街道要送检（rules.checks）' : '街道要发微信提醒（rules.messages.templates）';
  const missing = needed.filter((name) => !environment[name]);
  const odd = all.filter((name) => environment[name] && !variables[name]?.form.test(environment[name]));
  const other = environment.WECHAT_APPID && environment.WECHAT_APPID !== appid;
  return [
    ...missing.map((name) => `${why}，没有设 ${name}：云函数 ${variables[name]?.functions.join('、')} 要用`),
    ...odd.map((name) => `${name} 的写法不对，应是${variables[name]?.zh}`),
    ...(other ? ['WECHAT_APPID 与 project.config.json 里的 appid 不是同一个'] : []),
  ];
}

/** The rules of the office that is to be imported; `undefined` where there is none yet. */
export async function rulesToImport(root: string): Promise<Rules | undefined> {
  const path = join(root, 'dist/cloudbase/import/office.json');
  if (!existsSync(path)) return undefined;
  const { doc } = JSON.parse(await readFile(path, 'utf8')) as { readonly doc: string };
  return (JSON.parse(doc) as { readonly office: { readonly rules: Rules } }).office.rules;
}
