import type { Word, Words } from '../kernel/word.ts';
import type { ClimbReason, Step } from './steps.ts';
import type { Decision, Status } from './topic.ts';

export const topicStatus: Words<Status> = {
  open: { zh: '待议' },
  assigned: { zh: '已交办' },
  closed: { zh: '已了结' },
  reported: { zh: '已报区' },
};

export const step: Words<Step> = {
  household: { zh: '联户长' },
  grid: { zh: '网格' },
  community: { zh: '社区' },
  street: { zh: '街道' },
  weekly: { zh: '周例会' },
  monthly: { zh: '月例会' },
  joint: { zh: '联席会' },
  district: { zh: '区' },
};

export const climbReason: Words<ClimbReason> = {
  overdue: { zh: '超时' },
  noAuthority: { zh: '没有权限' },
  unsolved: { zh: '没有解决' },
  redo2: { zh: '两次重办没有解决' },
  onHoldExpired: { zh: '挂账到期' },
  manual: { zh: '提请研究' },
};

export const decisionWay: Words<Decision['way']> = {
  assign: { zh: '交办' },
  climb: { zh: '提交上一级会议' },
  close: { zh: '了结' },
};

export const topicNotice: Readonly<Record<string, Word>> = {
  'topic.raised': { zh: '有议题等开会研究' },
};
