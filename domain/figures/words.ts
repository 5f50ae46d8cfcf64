import type { Words } from '../kernel/word.ts';
import type { Doubt } from './doubts.ts';
import type { Share, Three } from './figures.ts';

export const rate: Words<keyof Three> = {
  response: { zh: '响应率' },
  resolution: { zh: '解决率' },
  satisfaction: { zh: '满意率' },
  composite: { zh: '综合' },
};

export const share: Words<Share> = {
  onTime: { zh: '按期办结率' },
  closing: { zh: '办结率' },
  firstTime: { zh: '一次办结率' },
  redo: { zh: '重办率' },
  acknowledging: { zh: '签收及时率' },
  contacting: { zh: '先行联系率' },
  reportingIn: { zh: '报到及时率' },
  hold: { zh: '挂账率' },
  settling: { zh: '销账率' },
  onSpot: { zh: '未派单办结率' },
  inGrid: { zh: '网格内解决率' },
  patrol: { zh: '未诉先办比' },
  repeat: { zh: '重复诉求率' },
  whistling: { zh: '吹哨率' },
  whistleSolved: { zh: '吹哨解决率' },
  whistleInvalid: { zh: '无效哨率' },
};

export const doubt: Words<Doubt> = {
  withoutContact: { zh: '没有联系居民就交结果' },
  copied: { zh: '答复与别件相同' },
  quick: { zh: '派单后几分钟就结案' },
  ratedByStaff: { zh: '工作人员代评' },
  excluded: { zh: '剔除偏多' },
};
