import { alertNotice } from './alert/words.ts';
import { appealNotice } from './appeal/words.ts';
import { attendanceNotice } from './attendance/words.ts';
import { followUpNotice } from './followUp/words.ts';
import type { Word, Words } from './kernel/word.ts';
import { meetingNotice } from './meeting/words.ts';
import { objectionNotice } from './objection/words.ts';
import { officeNotice } from './office/words.ts';
import { requestNotice } from './request/words.ts';
import { supervisionNotice } from './supervision/words.ts';
import { taskNotice } from './task/words.ts';
import { topicNotice } from './topic/words.ts';
import { whistleNotice } from './whistle/words.ts';

export * from './account/words.ts';
export * from './alert/words.ts';
export * from './appeal/words.ts';
export * from './figures/words.ts';
export * from './followUp/words.ts';
export * from './kernel/word.ts';
export * from './meeting/words.ts';
export * from './objection/words.ts';
export * from './office/words.ts';
export * from './request/words.ts';
export * from './supervision/words.ts';
export * from './task/words.ts';
export * from './topic/words.ts';
export * from './whistle/words.ts';

export const clock: Words<
  | 'accept'
  | 'infoSoon'
  | 'infoLast'
  | 'info'
  | 'dispatch'
  | 'finish'
  | 'review'
  | 'redo'
  | 'acknowledge'
  | 'contact'
  | 'reportIn'
  | 'followUp'
  | 'wait'
  | 'answer'
  | 'letter'
  | 'circular'
  | 'firstReport'
  | 'remind'
  | 'red'
  | 'approve'
  | 'confirm'
  | 'evaluate'
  | 'archive'
  | 'decide'
  | 'hold'
> = {
  accept: { zh: '受理' },
  infoSoon: { zh: '提醒补充' },
  infoLast: { zh: '再次提醒补充' },
  info: { zh: '补充' },
  dispatch: { zh: '派单' },
  finish: { zh: '办结' },
  review: { zh: '审核' },
  redo: { zh: '重办' },
  acknowledge: { zh: '签收' },
  contact: { zh: '先行联系' },
  reportIn: { zh: '报到' },
  followUp: { zh: '回访' },
  wait: { zh: '等候评价' },
  answer: { zh: '说明' },
  letter: { zh: '催办通知书' },
  circular: { zh: '通报' },
  firstReport: { zh: '首报' },
  remind: { zh: '报到提醒' },
  red: { zh: '报到红灯' },
  decide: { zh: '审定' },
  approve: { zh: '审批' },
  confirm: { zh: '确认险情' },
  evaluate: { zh: '评哨' },
  archive: { zh: '归档' },
  hold: { zh: '挂账复核' },
};

/** Notices in an inbox: never a name, a phone or a resident's words. */
export const notice: Readonly<Record<string, Word>> = {
  ...alertNotice,
  ...appealNotice,
  ...taskNotice,
  ...whistleNotice,
  ...attendanceNotice,
  ...followUpNotice,
  ...supervisionNotice,
  ...topicNotice,
  ...meetingNotice,
  ...officeNotice,
  ...requestNotice,
  ...objectionNotice,
};
