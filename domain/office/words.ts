import type { Role } from '../kernel/process.ts';
import type { Word, Words } from '../kernel/word.ts';
import type { Way } from '../routing/proposal.ts';
import type { Kind, Theme, Tier } from './office.ts';

export const role: Words<Role> = {
  resident: { zh: '居民' },
  householdLead: { zh: '联户长' },
  gridWorker: { zh: '网格员' },
  gridChief: { zh: '网格长' },
  communityClerk: { zh: '社区干事' },
  handler: { zh: '经办人' },
  unitLeader: { zh: '负责人' },
  coordinator: { zh: '专班' },
  followUpClerk: { zh: '回访员' },
  streetLeader: { zh: '街道领导' },
  secretary: { zh: '工委书记' },
  supervisor: { zh: '督查员' },
  partner: { zh: '联办方' },
  system: { zh: '系统' },
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
  T2: { zh: '24 小时（紧急）' },
  T3: { zh: '7 天（一般）' },
  T4: { zh: '15 天（复杂）' },
};

export const theme: Words<Theme> = {
  appeal: { zh: '群众诉求哨' },
  keyWork: { zh: '重点工作哨' },
  enforcement: { zh: '综合执法哨' },
  emergency: { zh: '应急处置哨' },
};

/** Notices of the house itself. */
export const officeNotice: Readonly<Record<string, Word>> = {
  'letter.dead': { zh: '有一步没有自动办成，请看看' },
};
