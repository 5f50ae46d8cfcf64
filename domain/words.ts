import { appealNotice } from './appeal/words.ts';
import type { Word, Words } from './kernel/word.ts';
import { officeNotice } from './office/words.ts';
import { taskNotice } from './task/words.ts';
import { whistleNotice } from './whistle/words.ts';

export * from './account/words.ts';
export * from './appeal/words.ts';
export * from './kernel/word.ts';
export * from './office/words.ts';
export * from './task/words.ts';
export * from './whistle/words.ts';

export const clock: Words<'accept' | 'dispatch' | 'finish' | 'review' | 'redo' | 'acknowledge' | 'reportIn'> =
  {
    accept: { zh: '受理' },
    dispatch: { zh: '派单' },
    finish: { zh: '办结' },
    review: { zh: '审核' },
    redo: { zh: '重办' },
    acknowledge: { zh: '签收' },
    reportIn: { zh: '报到' },
  };

/** Notices in an inbox: never a name, a phone or a resident's words. */
export const notice: Readonly<Record<string, Word>> = {
  ...appealNotice,
  ...taskNotice,
  ...whistleNotice,
  ...officeNotice,
};
