import type { Words } from '../kernel/word.ts';
import type { Purpose } from '../office/messages.ts';
import type { Status } from './account.ts';

export const accountStatus: Words<Status> = { open: { zh: '使用中' } };

export const purpose: Words<Purpose> = {
  progress: { zh: '诉求进展提醒' },
  work: { zh: '待办提醒' },
};
