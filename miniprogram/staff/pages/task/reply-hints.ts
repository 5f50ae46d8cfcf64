import { blanks } from '../../../lib/form';

export interface Hint {
  readonly met: boolean;
  readonly zh: string;
}

const done = /(已|完成|修|清理|更换|疏通|恢复|拆除|整改|检查|核查|处理|解释|协调|安排)/;
const date =
  /(\d{1,2}\s*月\s*\d{1,2}\s*日|\d{1,2}[.:：]\d{2}|今天|昨天|明天|今日|昨日|明日|上午|下午|当天|当日|本周|下周)/;
const contact = /(电话|联系|\d{3,4}-?\d{7,8}|1\d{10})/;

export interface HintCopy {
  readonly hintDone: string;
  readonly hintDate: string;
  readonly hintContact: string;
  readonly hintBlanks: string;
}

/** What a good reply says. Only advice: the length and the blanks are asked for elsewhere. */
export function replyHints(text: string, t: HintCopy): Hint[] {
  return [
    { met: done.test(text), zh: t.hintDone },
    { met: date.test(text), zh: t.hintDate },
    { met: contact.test(text), zh: t.hintContact },
    ...(blanks(text) > 0 ? [{ met: false, zh: t.hintBlanks }] : []),
  ];
}
