import { words } from './domain';
import { settings } from './settings';

type Word = words.Word;

/** What stands on the pages, one place for all of it. `bo` only where a reviewer has passed it. */
const copy = {
  common: {
    retry: { zh: '重试' },
    offline: { zh: '没有网络，请稍后再试' },
    cancel: { zh: '取消' },
    confirm: { zh: '确定' },
    send: { zh: '提交' },
    more: { zh: '加载更多' },
    end: { zh: '没有更多了' },
    elder: { zh: '长辈版' },
    standard: { zh: '标准版' },
    tibetan: { zh: 'བོད་ཡིག', bo: 'བོད་ཡིག' },
    chinese: { zh: '中文', bo: '中文' },
  },
  urgency: {
    over: { zh: '超时' },
    left: { zh: '还剩' },
    late: { zh: '已超时' },
    today: { zh: '今天到期' },
    later: { zh: '其余' },
    none: { zh: '没有时限' },
    itemsLate: { zh: '件超时' },
    itemsToday: { zh: '件今天到期' },
    calm: { zh: '没有超时，今天也没有到期的' },
  },
} satisfies Record<string, Record<string, Word>>;

export type Section = keyof typeof copy;

/** The words of one section in the language of this phone. */
export function copyOf<Name extends Section>(
  name: Name,
): Readonly<Record<keyof (typeof copy)[Name], string>> {
  const { language } = settings();
  const section = Object.entries(copy[name]) as [string, Word][];
  return Object.fromEntries(section.map(([key, word]) => [key, words.say(word, language)])) as Readonly<
    Record<keyof (typeof copy)[Name], string>
  >;
}
