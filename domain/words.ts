import type {
  Status as AppealStatus,
  CloseReason,
  DeclineBranch,
  Identity,
  Satisfied,
  Solved,
} from './appeal/appeal.ts';
import type { Kind, Theme, Tier } from './office/office.ts';
import type { Way } from './routing/proposal.ts';
import type { ContactWay, Status as TaskStatus } from './task/task.ts';
import type { Status as WhistleStatus } from './whistle/whistle.ts';

/** What people read. `bo` only where a reviewer has passed it; without it 中文 is shown. */
export interface Word {
  readonly zh: string;
  readonly bo?: string;
}

type Words<Key extends string> = Readonly<Record<Key, Word>>;

export type Language = 'zh' | 'bo';

export function say(word: Word, language: Language): string {
  return (language === 'bo' && word.bo) || word.zh;
}

export const appealStatus: Words<AppealStatus> = {
  submitted: { zh: '待受理' },
  accepted: { zh: '已受理' },
  consulting: { zh: '会商中' },
  dispatched: { zh: '已派单' },
  inProgress: { zh: '办理中' },
  replied: { zh: '待审核' },
  awaitingRating: { zh: '待评价' },
  reworking: { zh: '重办中' },
  closed: { zh: '已结案' },
  declined: { zh: '不予受理' },
  withdrawn: { zh: '已撤回' },
};

export const taskStatus: Words<TaskStatus> = {
  pending: { zh: '待签收' },
  acknowledged: { zh: '已签收' },
  onTheWay: { zh: '在路上' },
  reportedIn: { zh: '已报到' },
  handling: { zh: '办理中' },
  submitted: { zh: '已提交' },
  accepted: { zh: '已完成' },
  released: { zh: '已撤销' },
};

export const whistleStatus: Words<WhistleStatus> = {
  mustering: { zh: '报到中' },
  working: { zh: '联办中' },
  delivered: { zh: '已交付' },
  cancelled: { zh: '已撤哨' },
};

export const endReason: Words<CloseReason | DeclineBranch | 'withdrawn'> = {
  solved: { zh: '已解决' },
  partlySolved: { zh: '部分解决' },
  explained: { zh: '已解释说明' },
  unreachable: { zh: '回访未联系上' },
  answered: { zh: '已当场答复' },
  emergency: { zh: '紧急情况，请立即拨打 110、119、120 或 122' },
  otherProcedure: { zh: '应走诉讼、仲裁、信访等其他程序' },
  sameMatter: { zh: '同一事项正在办理或已办结，没有新情况' },
  secret: { zh: '涉及国家秘密、商业秘密或个人隐私' },
  beyondDuty: { zh: '不在政府职责范围，可走市场或社会渠道' },
  unlawful: { zh: '违反法律或公序良俗' },
  withdrawn: { zh: '本人撤回' },
};

export const kind: Words<Kind> = {
  consult: { zh: '咨询' },
  help: { zh: '求助' },
  complain: { zh: '投诉' },
  report: { zh: '举报' },
  suggest: { zh: '建议' },
  praise: { zh: '表扬' },
};

export const way: Words<Way> = {
  dispatch: { zh: '直派' },
  whistle: { zh: '吹哨' },
  consult: { zh: '先会商' },
  refer: { zh: '移送，不派单' },
};

export const tier: Words<Tier> = {
  T1: { zh: '2 小时（危急）' },
  T2: { zh: '24 小时（水电气热）' },
  T3: { zh: '7 天（一般）' },
  T4: { zh: '15 天（复杂）' },
};

export const theme: Words<Theme> = {
  appeal: { zh: '群众诉求哨' },
  keyWork: { zh: '重点工作哨' },
  enforcement: { zh: '综合执法哨' },
  emergency: { zh: '应急处置哨' },
};

export const identity: Words<Identity> = {
  open: { zh: '公开' },
  nameHidden: { zh: '隐名' },
  anonymous: { zh: '匿名' },
};

export const solved: Words<Solved> = {
  solved: { zh: '解决了' },
  partly: { zh: '部分解决' },
  unsolved: { zh: '没有解决' },
};

export const satisfied: Words<Satisfied> = {
  satisfied: { zh: '满意' },
  basically: { zh: '基本满意' },
  neutral: { zh: '一般' },
  dissatisfied: { zh: '不满意' },
};

export const contactWay: Words<ContactWay> = {
  phone: { zh: '电话' },
  visit: { zh: '上门' },
  message: { zh: '短信或微信' },
};

export const taskRole: Words<'lead' | 'assist'> = { lead: { zh: '主办' }, assist: { zh: '协办' } };

export const clock: Words<'accept' | 'dispatch' | 'finish' | 'review' | 'redo' | 'acknowledge' | 'reportIn'> =
  {
    accept: { zh: '受理' },
    dispatch: { zh: '派单' },
    finish: { zh: '办结' },
    review: { zh: '审核' },
    redo: { zh: '重办' },
    acknowledge: { zh: '签收' },
    reportIn: { zh: '报到' },
  };

/** Notices in an inbox: never a name, a phone or a resident's words. */
export const notice: Readonly<Record<string, Word>> = {
  'appeal.submitted': { zh: '有新诉求待受理' },
  'appeal.replied': { zh: '有答复待审核' },
  'appeal.withdrawn': { zh: '居民撤回了诉求' },
  'appeal.missed': { zh: '有诉求超时' },
  'appeal.accepted': { zh: '您的诉求已受理' },
  'appeal.declined': { zh: '您的诉求不予受理，点开看依据和办法' },
  'appeal.dispatched': { zh: '您的诉求已派给承办单位' },
  'appeal.whistled': { zh: '街道已吹哨，多个部门一起办您的诉求' },
  'appeal.passed': { zh: '您的诉求有答复了，请评价' },
  'appeal.closed': { zh: '您的诉求已结案' },
  'appeal.redone': { zh: '诉求已退回重办' },
  'appeal.consulted': { zh: '诉求已提交会商' },
  'task.assigned': { zh: '有新任务待签收' },
  'task.returned': { zh: '任务被退回补办' },
  'task.redone': { zh: '居民说没有解决，需要重办' },
  'task.released': { zh: '一件任务已撤销' },
  'task.missed': { zh: '有任务超时' },
  'task.reportedIn': { zh: '有部门报到' },
  'task.submitted': { zh: '有单位提交了办理结果' },
  'whistle.delivered': { zh: '一哨已交付' },
};
