import type { Words } from '../kernel/word.ts';
import type { Status } from './sign.ts';

export const signStatus: Words<Status> = {
  patrolled: { zh: '已派巡查' },
  tabled: { zh: '已提周例会' },
  dismissed: { zh: '不作处理' },
};
