import type { Word, Words } from '../kernel/word.ts';
import type { ContactWay, Status } from './task.ts';

export const taskStatus: Words<Status> = {
  pending: { zh: '待签收' },
  acknowledged: { zh: '已签收' },
  onTheWay: { zh: '在路上' },
  reportedIn: { zh: '已报到' },
  handling: { zh: '办理中' },
  submitted: { zh: '已提交' },
  accepted: { zh: '已完成' },
  released: { zh: '已撤销' },
};

export const contactWay: Words<ContactWay> = {
  phone: { zh: '电话' },
  visit: { zh: '上门' },
  message: { zh: '短信或微信' },
};

export const taskRole: Words<'lead' | 'assist'> = { lead: { zh: '主办' }, assist: { zh: '协办' } };

export const taskNotice: Readonly<Record<string, Word>> = {
  'task.assigned': { zh: '有新任务待签收' },
  'task.returned': { zh: '任务被退回补办' },
  'task.redone': { zh: '居民说没有解决，需要重办' },
  'task.released': { zh: '一件任务已撤销' },
  'task.missed': { zh: '有任务超时' },
  'task.reportedIn': { zh: '有部门报到' },
  'task.submitted': { zh: '有单位提交了办理结果' },
};
