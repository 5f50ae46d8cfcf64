import type { Word, Words } from '../kernel/word.ts';
import type { Channel, EndReason, Identity, Satisfied, Solved, Status, Verdict } from './appeal.ts';

export const appealStatus: Words<Status> = {
  submitted: { zh: '待受理' },
  needsInfo: { zh: '待补充' },
  accepted: { zh: '已受理' },
  consulting: { zh: '会商中' },
  dispatched: { zh: '已派单' },
  inProgress: { zh: '办理中' },
  onHold: { zh: '已挂账' },
  replied: { zh: '待审核' },
  awaitingRating: { zh: '待评价' },
  reworking: { zh: '重办中' },
  closed: { zh: '已结案' },
  declined: { zh: '不予受理' },
  transferred: { zh: '已移送' },
  merged: { zh: '已并案' },
  withdrawn: { zh: '已撤回' },
};

export const endReason: Words<EndReason> = {
  solved: { zh: '已解决' },
  partlySolved: { zh: '部分解决' },
  explained: { zh: '已解释说明' },
  unreachable: { zh: '回访未联系上' },
  unrated: { zh: '到期未评价' },
  answered: { zh: '已当场答复' },
  terminated: { zh: '终止办理' },
  emergency: { zh: '紧急情况，请立即拨打 110、119、120 或 122' },
  otherProcedure: { zh: '应走诉讼、仲裁、信访等其他程序' },
  sameMatter: { zh: '同一事项正在办理或已办结，没有新情况' },
  secret: { zh: '涉及国家秘密、商业秘密或个人隐私' },
  beyondDuty: { zh: '不在政府职责范围，可走市场或社会渠道' },
  unlawful: { zh: '违反法律或公序良俗' },
  withdrawn: { zh: '本人撤回' },
  unanswered: { zh: '到期没有补充，无法办理' },
  transferred: { zh: '已移送' },
};

export const channel: Words<Channel> = {
  police: { zh: '公安 110' },
  fire: { zh: '消防 119' },
  ambulance: { zh: '急救 120' },
  traffic: { zh: '交警 122' },
  discipline: { zh: '纪检监察 12388' },
  petition: { zh: '信访部门' },
  court: { zh: '法院 12368' },
  arbitration: { zh: '劳动仲裁 12333' },
  review: { zh: '行政复议机构' },
  legalAid: { zh: '法律援助 12348' },
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
  'appeal.questioned': { zh: '街道需要您补充情况' },
  'appeal.remind': { zh: '请尽快补充情况，街道在等您' },
  'appeal.supplemented': { zh: '居民补充了情况' },
  'appeal.proceeded': { zh: '居民到期没有补充，请按现有情况受理' },
  'appeal.givenUp': { zh: '到期没有补充，诉求已结束' },
  'appeal.declineProposed': { zh: '有不予受理等复核' },
  'appeal.declineDropped': { zh: '不予受理没有通过复核' },
  'appeal.contested': { zh: '居民对不予受理申请复核' },
  'appeal.transferred': { zh: '您的诉求已移送，点开看找谁' },
  'appeal.designated': { zh: '街道已会商确定由谁办您的诉求' },
  'appeal.reclassified': { zh: '诉求的类型或时限改了' },
  'appeal.merged': { zh: '您的诉求和同一件事的诉求一起办理' },
  'appeal.unmerged': { zh: '并案已解除，诉求单独办理' },
  'appeal.heard': { zh: '一起办理的诉求有结果了，请看' },
  'appeal.urged': { zh: '居民催办' },
  'appeal.reopened': { zh: '居民要求重开' },
  'appeal.relapsed': { zh: '同样的问题又有人反映' },
  'appeal.recused': { zh: '有工作人员回避，请换人办' },
  'appeal.unmasked': { zh: '经两人同意，街道查看了您的联系方式' },
  'appeal.recounted': { zh: '放假安排有变，时限重新计算' },
  'appeal.replied': { zh: '有答复待审核' },
  'appeal.withdrawn': { zh: '居民撤回了诉求' },
  'appeal.missed': { zh: '有诉求超时' },
  'appeal.accepted': { zh: '您的诉求已受理' },
  'appeal.declined': { zh: '您的诉求不予受理，点开看依据和办法' },
  'appeal.entrusted': { zh: '您的诉求先由网格、社区办，点开看在谁手里' },
  'appeal.climbed': { zh: '网格、社区没有办成，请街道派单' },
  'appeal.dispatched': { zh: '您的诉求已派给承办单位' },
  'appeal.whistled': { zh: '街道已吹哨，多个部门一起办您的诉求' },
  'appeal.passed': { zh: '您的诉求有答复了，请评价' },
  'appeal.closed': { zh: '您的诉求已结案' },
  'appeal.held': { zh: '您的诉求已挂账，点开看原因和计划' },
  'appeal.resumed': { zh: '挂账的诉求恢复办理' },
  'appeal.extended': { zh: '您的诉求延长了办理时限，点开看原因' },
  'appeal.terminated': { zh: '诉求已终止办理，点开看依据' },
  'appeal.redone': { zh: '诉求已退回重办' },
  'appeal.consulted': { zh: '诉求已提交会商' },
};

/** 没有查过的、查出问题还没有核对的. */
export const withheld = '内容还没有通过检查，暂时看不到。';

/** What the unit complained about reads instead of the resident's words. */
export const redacted = '涉及贵单位的诉求，原文和诉求人信息依规不予转交，请按街道的要求办理。';

/** Stands where words would, of an appeal that was spoken. */
export const spoken = '（语音诉求）';
