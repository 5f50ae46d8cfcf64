import type { Word, Words } from '../kernel/word.ts';
import type { Cause, Kind, Status } from './supervision.ts';

export const supervisionStatus: Words<Status> = {
  open: { zh: '待说明' },
  answered: { zh: '已说明' },
  lifted: { zh: '已解除' },
};

export const supervisionKind: Words<Kind> = {
  routine: { zh: '日常督办' },
  listed: { zh: '挂牌督办' },
  interview: { zh: '约谈督办' },
};

export const supervisionCause: Words<Cause> = {
  manual: { zh: '有人发起' },
  urged: { zh: '居民三次催办' },
  overdue: { zh: '办理超时' },
  refused: { zh: '推诿不办' },
};

export const supervisionNotice: Readonly<Record<string, Word>> = {
  'supervision.opened': { zh: '有一件事被督办，请负责人说明情况' },
  'supervision.answered': { zh: '单位已就督办说明情况' },
  'supervision.lifted': { zh: '一件督办已解除' },
  'supervision.letter': { zh: '催办通知书：有一件事到期没有办' },
  'supervision.circular': { zh: '通报：有一件事超时五个工作日' },
  'supervision.late': { zh: '有督办到期没有说明' },
};
