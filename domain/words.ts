import { appealNotice } from './appeal/words.ts';
import type { Word, Words } from './kernel/word.ts';
import { objectionNotice } from './objection/words.ts';
import { officeNotice } from './office/words.ts';
import { requestNotice } from './request/words.ts';
import { taskNotice } from './task/words.ts';
import { whistleNotice } from './whistle/words.ts';

export * from './account/words.ts';
export * from './appeal/words.ts';
export * from './kernel/word.ts';
export * from './objection/words.ts';
export * from './office/words.ts';
export * from './request/words.ts';
export * from './task/words.ts';
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
  | 'firstReport'
  | 'remind'
  | 'red'
  | 'decide'
  | 'hold'
> = {
  infoSoon: { zh: '提醒补充' },
  infoLast: { zh: '再次提醒补充' },
  info: { zh: '补充' },
  accept: { zh: '受理' },
  dispatch: { zh: '派单' },
  finish: { zh: '办结' },
  review: { zh: '审核' },
  redo: { zh: '重办' },
  acknowledge: { zh: '签收' },
  contact: { zh: '先行联系' },
  reportIn: { zh: '报到' },
  firstReport: { zh: '首报' },
  remind: { zh: '报到提醒' },
  red: { zh: '报到红灯' },
  decide: { zh: '审批' },
  hold: { zh: '挂账复核' },
};

/** Notices in an inbox: never a name, a phone or a resident's words. */
export const notice: Readonly<Record<string, Word>> = {
  ...appealNotice,
  ...taskNotice,
  ...whistleNotice,
  ...officeNotice,
  ...requestNotice,
  ...objectionNotice,
};
