import type { Word, Words } from '../kernel/word.ts';
import type { Arrival, ContactWay, Status, TaskRole } from './task.ts';

export const taskStatus: Words<Status> = {
  pending: { zh: '待签收' },
  acknowledged: { zh: '已签收' },
  onTheWay: { zh: '在路上' },
  reportedIn: { zh: '已报到' },
  handling: { zh: '办理中' },
  submitted: { zh: '已提交' },
  accepted: { zh: '已完成' },
  released: { zh: '已撤销' },
  informed: { zh: '知会' },
};

export const contactWay: Words<ContactWay> = {
  phone: { zh: '电话' },
  visit: { zh: '上门' },
  message: { zh: '短信或微信' },
};

export const arrivalProof: Words<NonNullable<Arrival['proof']>> = {
  place: { zh: '按位置核对' },
  code: { zh: '按报到码核对' },
  street: { zh: '街道干部确认' },
};

export const taskRole: Words<TaskRole> = {
  lead: { zh: '主办' },
  assist: { zh: '协办' },
  inform: { zh: '知会' },
  partner: { zh: '联办方' },
};

export const taskNotice: Readonly<Record<string, Word>> = {
  'task.assigned': { zh: '有新任务待签收' },
  'task.informed': { zh: '有一件事知会您单位，不用办理' },
  'task.returned': { zh: '任务被退回补办' },
  'task.redone': { zh: '居民说没有解决，需要重办' },
  'task.released': { zh: '一件任务已撤销' },
  'task.missed': { zh: '有任务超时' },
  'task.remind': { zh: '报到快到时限了' },
  'task.red': { zh: '红灯：有部门仍未报到' },
  'task.interim': { zh: '有单位交了阶段性报告' },
  'task.recused': { zh: '有经办人请求回避' },
  'task.codeShut': { zh: '报到码错了几次，请街道干部确认是否到场' },
  'task.reportedIn': { zh: '有部门报到' },
  'task.submitted': { zh: '有单位提交了办理结果' },
};
