import { readFileSync } from 'node:fs';
import { account } from '../../domain/account/index.ts';
import { appeal } from '../../domain/appeal/index.ts';
import { objection } from '../../domain/objection/index.ts';
import { request } from '../../domain/request/index.ts';
import { task } from '../../domain/task/index.ts';
import { whistle } from '../../domain/whistle/index.ts';
import {
  accountStatus,
  appealStatus,
  clock,
  identity,
  objectionStatus,
  purpose,
  requestKind,
  requestStatus,
  role,
  taskRole,
  taskStatus,
  theme,
  whistleStatus,
} from '../../domain/words.ts';

const glossary = readFileSync('docs/glossary.md', 'utf8').replace(/ +/g, ' ');

/** The rows of one section of the glossary. */
const section = (title: string) =>
  glossary.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';

test.each([
  ['角色', role],
  ['诉求的状态', appealStatus],
  ['诉求的动作', appeal.moves],
  ['任务的状态', taskStatus],
  ['任务的动作', task.moves],
  ['哨的状态', whistleStatus],
  ['哨的动作', whistle.moves],
  ['申请的种类', requestKind],
  ['申请的状态', requestStatus],
  ['申请的动作', request.moves],
  ['异议的状态', objectionStatus],
  ['异议的动作', objection.moves],
  ['账户的状态', accountStatus],
  ['账户的动作', account.moves],
  ['微信提醒', purpose],
  ['时限', clock],
  ['四种哨', theme],
  ['责任', { ...identity, ...taskRole }],
])(
  '词汇表“%s”一节写全了，中文与界面一致',
  (title, words: Readonly<Record<string, { readonly zh: string }>>) => {
    const rows = section(title);
    const missing = Object.entries(words).filter(([id, { zh }]) => !rows.includes(`| ${zh} | \`${id}\` | `));
    expect(missing).toEqual([]);
  },
);
