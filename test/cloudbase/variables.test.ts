import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rules } from '../../domain/office/office.ts';
import { variableMistakes, variables } from '../../local/deploy/variables.ts';
import { office } from '../support/office.ts';

const appid = 'wx0123456789abcdef';
const secret = '0123456789abcdef0123456789abcdef';
const calling = { WECHAT_APPID: appid, WECHAT_SECRET: secret };
const push = { WECHAT_PUSH_TOKEN: 'token123', WECHAT_PUSH_KEY: 'k'.repeat(43) };
const { rules } = office;
const checking: Rules = { ...rules, checks: true };
const progress = { id: 't', fields: { what: 'thing1' } } as const;
const telling: Rules = { ...rules, messages: { ...rules.messages, templates: { progress } } };

describe('部署前核对环境变量', () => {
  test.each([
    ['什么都不用微信做', rules, {}, []],
    ['要发提醒，都齐了', telling, calling, []],
    ['要送检，都齐了', checking, { ...calling, ...push }, []],
    ['要发提醒，一个没设', telling, {}, ['WECHAT_APPID', 'WECHAT_SECRET']],
    ['要送检，没有推送的', checking, calling, ['WECHAT_PUSH_TOKEN', 'WECHAT_PUSH_KEY']],
    ['不用，可是设错了', rules, { WECHAT_SECRET: 'short' }, ['WECHAT_SECRET']],
    ['别的小程序的', telling, { ...calling, WECHAT_APPID: 'wxffffffffffffffff' }, ['不是同一个']],
  ] as const)('%s', (_, wanted, environment, named) => {
    const mistakes = variableMistakes(wanted, environment, appid);
    expect(mistakes).toHaveLength(named.length);
    for (const [place, name] of named.entries()) expect(mistakes[place]).toContain(name);
  });

  test('错了也不说是什么', () => {
    const wrong = { ...calling, WECHAT_SECRET: 'this-is-no-secret', WECHAT_PUSH_KEY: 'nor-is-this' };
    const said = variableMistakes(checking, wrong, 'wxffffffffffffffff').join();
    for (const hidden of [appid, 'this-is-no-secret', 'nor-is-this']) expect(said).not.toContain(hidden);
  });
});

/** The variables the sources of a folder read. */
function readIn(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  return new Set(texts.flatMap((text) => text.match(/\b(WECHAT|FACTOR|ADVISER)_[A-Z_]+\b/g) ?? []));
}

test('云函数读的，正是核对的，也都写在 docs/deploy.md 里', () => {
  expect(readIn('cloudfunctions')).toEqual(new Set(Object.keys(variables)));
  const page = readFileSync('docs/deploy.md', 'utf8');
  for (const [name, { functions }] of Object.entries(variables)) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\``));
    for (const each of functions) expect([name, row]).toEqual([name, expect.stringContaining(`\`${each}\``)]);
  }
});

test('主机读的，都写在 docs/own-server.md 里', () => {
  const page = readFileSync('docs/own-server.md', 'utf8');
  const read = new Set([...readIn('cloudfunctions'), ...readIn('local/host')]);
  expect([...read].filter((name) => !page.includes(name))).toEqual([]);
});

test('微信推送的路径，两边都写着程序认的那一条', () => {
  const [gateway, server] = ['cloudfunctions/gateway/main.ts', 'local/host/server.ts'].map((file) =>
    readFileSync(file, 'utf8'),
  );
  expect(gateway).toContain("'wechat-push'");
  expect(readFileSync('docs/deploy.md', 'utf8')).toContain('/wechat-push`');
  expect(server).toContain("'/wechat/push'");
  expect(readFileSync('docs/own-server.md', 'utf8')).toContain('/wechat/push`');
});
