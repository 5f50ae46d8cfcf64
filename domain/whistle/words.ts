import type { Word, Words } from '../kernel/word.ts';
import type { Approval } from '../office/office.ts';
import type { Escalation, Grounds, Score, Status } from './whistle.ts';

export const whistleStatus: Words<Status> = {
  pendingApproval: { zh: '待审批' },
  mustering: { zh: '报到中' },
  working: { zh: '联办中' },
  delivered: { zh: '已交付' },
  evaluated: { zh: '已评哨' },
  archived: { zh: '已归档' },
  returned: { zh: '退回' },
  cancelled: { zh: '已撤哨' },
};

export const grounds: Words<Grounds['because']> = {
  tried: { zh: '街道已先行处置' },
  noAuthority: { zh: '街道没有这项职权' },
  danger: { zh: '情况紧急' },
};

export const approval: Words<Approval> = {
  none: { zh: '不用审批' },
  streetLeader: { zh: '街道领导审批' },
  secretary: { zh: '工委书记审批' },
};

export const escalation: Words<Escalation['because']> = {
  red: { zh: '过时未报到，亮红灯' },
  refused: { zh: '拒不报到' },
};

export const score: Words<Exclude<keyof Score, 'unit' | 'words'>> = {
  reportIn: { zh: '报到' },
  handling: { zh: '办理' },
  result: { zh: '结果' },
};

export const whistleNotice: Readonly<Record<string, Word>> = {
  'whistle.asked': { zh: '有一哨等您审批' },
  'whistle.emergency': { zh: '吹了应急处置哨，请街道领导确认' },
  'whistle.approved': { zh: '您报的哨批准了，已经吹响' },
  'whistle.returned': { zh: '您报的哨被退回' },
  'whistle.delivered': { zh: '一哨已交付，请评哨' },
  'whistle.escalated': { zh: '有部门不报到，已报区督查' },
  'whistle.missed': { zh: '有一哨该街道办的超时了' },
};
