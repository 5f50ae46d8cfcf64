import type { Word, Words } from '../kernel/word.ts';
import type { Status } from './objection.ts';

export const objectionStatus: Words<Status> = {
  raised: { zh: '待裁定' },
  upheld: { zh: '异议成立' },
  overruled: { zh: '异议不成立' },
  expired: { zh: '逾期未裁' },
};

export const objectionNotice: Readonly<Record<string, Word>> = {
  'objection.raised': { zh: '有派单异议待裁定' },
  'objection.upheld': { zh: '您单位的异议成立，任务已撤回' },
  'objection.overruled': { zh: '您单位的异议不成立，请继续办理' },
  'objection.expired': { zh: '您单位的异议逾期未裁，请继续办理' },
  'objection.escalated': { zh: '有派单异议逾期未裁，请过问' },
};
