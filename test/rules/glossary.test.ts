import { readFileSync } from 'node:fs';
import { account } from '../../domain/account/index.ts';
import { alert } from '../../domain/alert/index.ts';
import { appeal } from '../../domain/appeal/index.ts';
import { attendance } from '../../domain/attendance/index.ts';
import { attendanceStatus } from '../../domain/attendance/words.ts';
import { catalogue } from '../../domain/catalogue/index.ts';
import { followUp } from '../../domain/followUp/index.ts';
import { meeting } from '../../domain/meeting/index.ts';
import { objection } from '../../domain/objection/index.ts';
import { request } from '../../domain/request/index.ts';
import { sign } from '../../domain/sign/index.ts';
import { signStatus } from '../../domain/sign/words.ts';
import { supervision } from '../../domain/supervision/index.ts';
import { task } from '../../domain/task/index.ts';
import { topic } from '../../domain/topic/index.ts';
import { whistle } from '../../domain/whistle/index.ts';
import {
  accountStatus,
  alertStatus,
  appealStatus,
  climbReason,
  clock,
  followUpStatus,
  identity,
  meetingStatus,
  objectionStatus,
  purpose,
  requestKind,
  requestStatus,
  role,
  step,
  supervisionKind,
  supervisionStatus,
  taskRole,
  taskStatus,
  theme,
  topicStatus,
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
  ['应急状态', alertStatus],
  ['应急状态的动作', alert.moves],
  ['回访的状态', followUpStatus],
  ['回访的动作', followUp.moves],
  ['督办的状态', supervisionStatus],
  ['督办的动作', supervision.moves],
  ['三种督办', supervisionKind],
  ['逐级上报', { ...step, ...climbReason }],
  ['议题的状态', topicStatus],
  ['议题的动作', topic.moves],
  ['会议的状态', meetingStatus],
  ['会议的动作', meeting.moves],
  ['目录的动作', catalogue.moves],
  ['报到记录的状态', attendanceStatus],
  ['报到记录的动作', attendance.moves],
  ['苗头的处理', signStatus],
  ['苗头的动作', sign.moves],
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
