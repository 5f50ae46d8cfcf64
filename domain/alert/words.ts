import type { Word, Words } from '../kernel/word.ts';
import type { Kind, Status } from './alert.ts';

export const alertStatus: Words<Status> = {
  open: { zh: '应急状态' },
  closed: { zh: '已解除' },
};

export const alertKind: Words<Kind> = {
  flood: { zh: '汛情' },
  snow: { zh: '雪灾' },
  quake: { zh: '地震' },
  fire: { zh: '火情' },
  epidemic: { zh: '疫情' },
  other: { zh: '其他险情' },
};

export const alertNotice: Readonly<Record<string, Word>> = {
  'alert.opened': { zh: '街道转入应急状态，请各组立即集中' },
  'alert.closed': { zh: '应急状态解除，恢复平时' },
};
