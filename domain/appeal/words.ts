import type { Word, Words } from '../kernel/word.ts';
import type { CloseReason, DeclineBranch, Identity, Satisfied, Solved, Status, Verdict } from './appeal.ts';

export const appealStatus: Words<Status> = {
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

export const contentMark: Words<Exclude<Verdict, 'pass'> | 'pending'> = {
  pending: { zh: '内容还在检查，暂不公开' },
  review: { zh: '内容可能不宜公开，请核对' },
  risky: { zh: '内容很可能违规，不公开，请核对' },
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

export const appealNotice: Readonly<Record<string, Word>> = {
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
};
