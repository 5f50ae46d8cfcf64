import type { Word, Words } from '../kernel/word.ts';
import type { RequestKind } from '../office/office.ts';
import type { HoldReason, Measure, Status } from './request.ts';

export const requestKind: Words<RequestKind> = {
  hold: { zh: '挂账' },
  extend: { zh: '延期' },
  extendAgain: { zh: '再次延期' },
  terminate: { zh: '终止办理' },
  exclude: { zh: '剔除' },
  unmask: { zh: '解密' },
};

export const requestStatus: Words<Status> = {
  raised: { zh: '已提出' },
  endorsed: { zh: '已签署' },
  granted: { zh: '已批准' },
  refused: { zh: '不批准' },
  expired: { zh: '逾期未批' },
  takenBack: { zh: '已收回' },
};

export const holdReason: Words<HoldReason> = {
  season: { zh: '季节原因' },
  works: { zh: '工程周期' },
  funds: { zh: '资金未到位' },
  ownership: { zh: '权属不清' },
  lawsuit: { zh: '诉讼中' },
  policy: { zh: '等上级政策' },
};

export const measure: Words<Measure> = {
  response: { zh: '响应率' },
  resolution: { zh: '解决率' },
  satisfaction: { zh: '满意率' },
};

export const requestNotice: Readonly<Record<string, Word>> = {
  'request.raised': { zh: '有申请等您审批' },
  'request.granted': { zh: '您单位的申请已批准' },
  'request.refused': { zh: '您单位的申请没有批准，点开看理由' },
  'request.expired': { zh: '您单位的申请逾期未批，已报街道领导' },
  'request.escalated': { zh: '有申请逾期未批，请过问' },
};
