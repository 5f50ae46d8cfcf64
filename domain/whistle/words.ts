import type { Word, Words } from '../kernel/word.ts';
import type { Status } from './whistle.ts';

export const whistleStatus: Words<Status> = {
  mustering: { zh: '报到中' },
  working: { zh: '联办中' },
  delivered: { zh: '已交付' },
  cancelled: { zh: '已撤哨' },
};

export const whistleNotice: Readonly<Record<string, Word>> = {
  'whistle.delivered': { zh: '一哨已交付' },
};
