import type { Word, Words } from '../kernel/word.ts';
import type { Status } from './followUp.ts';

export const followUpStatus: Words<Status> = {
  open: { zh: '待回访' },
  reached: { zh: '已回访' },
  unreached: { zh: '未联系上' },
  settled: { zh: '不用回访' },
};

export const followUpNotice: Readonly<Record<string, Word>> = {
  'followUp.opened': { zh: '有新的回访' },
  'followUp.missed': { zh: '有回访超时' },
};
